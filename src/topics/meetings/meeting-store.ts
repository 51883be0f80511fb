// Reads and writes the meetings of a county, and who has said that they cannot come.
import { z } from 'zod';
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Db } from '../../database/open.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, type GroupId, PersonId, SubjectId } from '../../ids.ts';
import { Answers } from '../../message/form.ts';
import type { Subject } from '../../topic.ts';
import { ATTENDANCE, type Decline } from './attendance.ts';
import { Meeting } from './meeting.ts';

const select = {
  id: true,
  countyId: true,
  groupId: true,
  title: true,
  heldOn: true,
  startsAt: true,
  endsAt: true,
  place: true,
  link: true,
  agenda: true,
  answerBy: true,
  cancelledOn: true,
  source: true,
  isExample: true,
} as const;

/** The meeting, where it must be there. */
export async function readMeeting(db: Db, { countyId, id }: Subject): Promise<Meeting> {
  const row = await db.meeting.findFirst({ where: { countyId, id }, select });
  if (!row) throw new NotFound(`There is no meeting ${id} in ${countyId}.`);
  return Meeting.parse(dropNulls(row));
}

export interface MeetingQuery {
  readonly countyId: CountyId;
  /** The first day looked for, and the last where there is one. */
  readonly from: LocalDate;
  readonly to?: LocalDate;
  readonly groupId?: GroupId;
}

/** Meetings in order, cancelled ones among them. */
export async function listMeetings(db: Db, { countyId, from, to, groupId }: MeetingQuery): Promise<readonly Meeting[]> {
  const rows = await db.meeting.findMany({
    where: { countyId, heldOn: { gte: from, ...(to && { lte: to }) }, ...(groupId && { groupId }) },
    select,
    orderBy: [{ heldOn: 'asc' }, { startsAt: 'asc' }, { id: 'asc' }],
  });
  return rows.map((row) => Meeting.parse(dropNulls(row)));
}

/** Meetings still to come on `from` that are held, or are to be answered, by `to`. */
export async function listNearing(
  db: Db,
  countyId: CountyId,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<readonly Subject[]> {
  const rows = await db.meeting.findMany({
    where: {
      countyId,
      cancelledOn: null,
      heldOn: { gte: from },
      OR: [{ heldOn: { lte: to } }, { answerBy: { lte: to } }],
    },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => ({ countyId, id: SubjectId.parse(id) }));
}

/** Those whose answer is no as it stands, and when each said no first: who wavers does not set the substitute off twice. */
export async function listDeclines(db: Db, { countyId, id }: Subject): Promise<readonly Decline[]> {
  const prompts = await db.prompt.findMany({
    where: { countyId, topic: 'meeting', subjectId: id, question: ATTENDANCE },
    select: { id: true },
  });
  const rows = await db.reply.findMany({
    where: { countyId, promptId: { in: prompts.map((prompt) => prompt.id) } },
    select: { unit: true, isCurrent: true, answers: true, repliedAt: true },
    orderBy: [{ repliedAt: 'asc' }, { version: 'asc' }],
  });
  const noes = rows.filter(({ answers }) => Answers.parse(answers)[ATTENDANCE] === 'no');
  const standing = noes.filter(({ isCurrent }) => isCurrent).map(({ unit }) => unit);
  return standing.flatMap((unit) => {
    const first = noes.find((no) => no.unit === unit);
    return first ? [{ personId: PersonUnit.parse(unit), at: first.repliedAt }] : [];
  });
}

/** The person whose answer it is, whoever pressed. */
const PersonUnit = z
  .templateLiteral(['person:', z.string()])
  .transform((unit) => PersonId.parse(unit.slice('person:'.length)));

/** @returns the ids of those that were new or changed */
export function saveMeetings(db: Db, countyId: CountyId, meetings: readonly Meeting[]): Promise<readonly SubjectId[]> {
  return saveChanged(meetings, {
    read: async (ids) => {
      const rows = await db.meeting.findMany({ where: { countyId, id: { in: ids } }, select });
      return rows.map((row) => Meeting.parse(dropNulls(row)));
    },
    create: (fresh) => db.meeting.createMany({ data: fresh.map(toRow) }),
    update: (changed) => db.meeting.update({ where: { id: changed.id, countyId }, data: toRow(changed) }),
  });
}

function toRow(meeting: Meeting) {
  const { title = null, place = null, link = null, answerBy = null, cancelledOn = null, source = null } = meeting;
  return { ...meeting, title, place, link, answerBy, cancelledOn, source, agenda: [...meeting.agenda] };
}
