// Which calls get another last day by an import, and is there still time to tell?

import type { Instant } from '../calendar/zone.ts';
import type { Db } from '../database/open.ts';
import type { County } from '../directory/county.ts';
import { findCounty } from '../directory/county-store.ts';
import { findClose } from '../topics/calls/call.ts';
import { listCalls } from '../topics/calls/call-store.ts';
import type { MovedDeadline } from './changes.ts';
import type { CountyFile } from './county-file.ts';
import { toCalls } from './occasion-nouns.ts';

export interface Moving {
  readonly file: CountyFile;
  readonly county: County;
  readonly now: Instant;
}

/** To be asked before anything is written. */
export async function findMoved(db: Db, { file, county, now }: Moving): Promise<readonly MovedDeadline[]> {
  if (!(await findCounty(db, county.id))) return [];
  const stored = new Map(
    (await listCalls(db, { countyId: county.id, now })).map(({ call }) => [call.id, call.closesOn]),
  );
  return toCalls(file).flatMap((call) => {
    const from = stored.get(call.id);
    if (from === undefined || from === call.closesOn) return [];
    return [{ call: call.title, from, to: call.closesOn, isTold: now < findClose(call, county.timeZone) }];
  });
}
