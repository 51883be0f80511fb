// Meetings at the desk: each by itself, also where several were called at once.
import type { Db } from '../../database/open.ts';
import { findGroups } from '../../directory/group-store.ts';
import { SubjectId } from '../../ids.ts';
import { formatDay } from '../../text/format.ts';
import { textsIn } from '../../text/texts.ts';
import type { Meeting } from '../../topics/meetings/meeting.ts';
import { findMeeting, listMeetings } from '../../topics/meetings/meeting-store.ts';
import type { DeskSubject } from '../desk-subject.ts';
import type { KindAtDesk, Looking } from '../kind-at-desk.ts';

export const meetingDesk: KindAtDesk = { find, list };

async function find(db: Db, looking: Looking, id: string): Promise<DeskSubject | undefined> {
  const meeting = await findMeeting(db, { countyId: looking.county.id, id: SubjectId.parse(id) });
  return meeting && (await toSubjects(db, looking, [meeting]))[0];
}

async function list(db: Db, looking: Looking): Promise<readonly DeskSubject[]> {
  const meetings = await listMeetings(db, { countyId: looking.county.id, from: looking.today });
  return toSubjects(
    db,
    looking,
    meetings.filter(({ cancelledOn }) => cancelledOn === undefined),
  );
}

async function toSubjects(db: Db, { county, asker, today }: Looking, meetings: readonly Meeting[]) {
  const { language } = asker.person;
  const ids = meetings.map(({ groupId }) => groupId);
  const groups = new Map((await findGroups(db, county.id, ids)).map(({ id, name }) => [id, name]));
  return meetings.map(({ id, countyId, groupId, heldOn, cancelledOn }): DeskSubject => {
    const title = textsIn(language).meetings.prompt(groups.get(groupId) ?? '', formatDay(heldOn, language, today));
    const told = [{ topic: 'meeting', countyId, id }] as const;
    const isOff = cancelledOn !== undefined;
    return { kind: 'meeting', id, countyId, title, groupIds: [groupId], day: heldOn, told, held: told, isOff };
  });
}

const IN_SERIES = /^(.+)\/\d{4}-\d{2}-\d{2}$/;

/** The meetings of the same series that are still to come, itself among them; it alone where it was called by itself. */
export async function listSeries(db: Db, { today }: Looking, meeting: Meeting): Promise<readonly Meeting[]> {
  const [, series] = IN_SERIES.exec(meeting.id) ?? [];
  if (series === undefined) return [meeting];
  const { countyId, groupId } = meeting;
  const coming = await listMeetings(db, { countyId, groupId, from: today });
  return coming.filter(({ id, cancelledOn }) => id.startsWith(`${series}/`) && cancelledOn === undefined);
}
