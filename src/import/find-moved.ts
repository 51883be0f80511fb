// Which calls get another last day by an import, which meetings another day, and is there still time to tell?

import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { findCounty } from '../directory/county-store.ts';
import { findClose } from '../topics/calls/call.ts';
import { listCalls } from '../topics/calls/call-store.ts';
import { findStart } from '../topics/meetings/meeting.ts';
import { listMeetings } from '../topics/meetings/meeting-store.ts';
import type { Moved } from './changes.ts';
import type { GroupEntry } from './county-directory.ts';
import type { Having } from './county-ids.ts';
import { toCalls, toMeetings } from './occasion-nouns.ts';

export interface Moving {
  readonly file: Having<'calls' | 'meetings'> & { readonly groups: readonly Pick<GroupEntry, 'id' | 'name'>[] };
  readonly county: County;
  readonly now: Instant;
}

/** To be asked before anything is written. */
export async function findMoved(db: Db, moving: Moving): Promise<readonly Moved[]> {
  if (!(await findCounty(db, moving.county.id))) return [];
  return [...(await findMovedCalls(db, moving)), ...(await findMovedMeetings(db, moving))];
}

async function findMovedCalls(db: Db, { file, county, now }: Moving): Promise<readonly Moved[]> {
  const stored = new Map(
    (await listCalls(db, { countyId: county.id, now })).map(({ call }) => [call.id, call.closesOn]),
  );
  return toCalls(file).flatMap((call) => {
    const from = stored.get(call.id);
    if (from === undefined || from === call.closesOn) return [];
    const isTold = now < findClose(call, county.timeZone);
    return [{ kind: 'call', name: call.title, from, to: call.closesOn, isTold }];
  });
}

/** One that has been held by now does not move: it is another meeting under the same id. */
async function findMovedMeetings(db: Db, { file, county, now }: Moving): Promise<readonly Moved[]> {
  const today = toLocal(now, county.timeZone).date;
  const stored = await listMeetings(db, { countyId: county.id, from: today });
  const groups = new Map(file.groups.map(({ id, name }) => [`${county.id}/${id}`, name]));
  return toMeetings(file).flatMap((meeting) => {
    const { heldOn: from } = stored.find(({ id }) => id === meeting.id) ?? meeting;
    if (from === meeting.heldOn) return [];
    const name = meeting.title ?? groups.get(meeting.groupId) ?? meeting.id;
    return [{ kind: 'meeting', name, from, to: meeting.heldOn, isTold: now < findStart(meeting, county.timeZone) }];
  });
}
