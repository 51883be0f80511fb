// Reads and writes the meetings of a county, and who has said that they cannot come.
import { z } from 'zod';
import type { LocalDate } from '../../calendar/local-date.ts';
import { type Instant, toLocal } from '../../calendar/zone.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, type GroupId, PersonId, SubjectId } from '../../ids.ts';
import { Answers } from '../../message/form.ts';
import type { Subject } from '../../topic.ts';
import { ATTENDANCE, type Decline, toQuestion } from './attendance.ts';
import { hasMinutes, Meeting, MeetingDetails } from './meeting.ts';

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
  movedFrom: true,
  movedAt: true,
  minutesOn: true,
  minutesLink: true,
  sequence: true,
  changedAt: true,
  provenance: true,
  isExample: true,
} as const satisfies Prisma.MeetingSelect;

type MeetingRow = Prisma.MeetingGetPayload<{ select: typeof select }>;

/** The meeting, where it must be there. */
export async function readMeeting(db: Db, { countyId, id }: Subject): Promise<Meeting> {
  const meeting = await findMeeting(db, { countyId, id });
  if (!meeting) throw new NotFound(`There is no meeting ${id} in ${countyId}.`);
  return meeting;
}

export async function findMeeting(db: Db, { countyId, id }: Subject): Promise<Meeting | undefined> {
  const row = await db.meeting.findFirst({ where: { countyId, id }, select });
  return row ? toMeeting(row) : undefined;
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
  return rows.map(toMeeting);
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

/** Those who have said no about the day on which the meeting is held by now, also where they have taken it back. */
export async function listDeclines(db: Db, { countyId, id, heldOn }: Meeting): Promise<readonly Decline[]> {
  const prompts = await db.prompt.findMany({
    where: { countyId, topic: 'meeting', subjectId: id, question: toQuestion(heldOn) },
    select: { id: true },
  });
  const rows = await db.reply.findMany({
    where: { countyId, promptId: { in: prompts.map((prompt) => prompt.id) } },
    select: { unit: true, answers: true, repliedAt: true },
    orderBy: [{ unit: 'asc' }, { version: 'asc' }],
  });
  const declines = new Map<string, Decline>();
  for (const { unit, answers, repliedAt: at } of rows) {
    const isNo = Answers.parse(answers)[ATTENDANCE] === 'no';
    const before = declines.get(unit);
    const isStanding = before !== undefined && before.takenBackAt === undefined;
    if (isNo && !isStanding)
      declines.set(unit, { personId: PersonUnit.parse(unit), at, times: (before?.times ?? 0) + 1 });
    if (!isNo && isStanding) declines.set(unit, { ...before, takenBackAt: at });
  }
  return [...declines.values()];
}

/** The person whose answer it is, whoever pressed. */
const PersonUnit = z
  .templateLiteral(['person:', z.string()])
  .transform((unit) => PersonId.parse(unit.slice('person:'.length)));

/**
 * Writes meetings. One that is known, still to come and gets another day is marked as moved, so that a notice goes out and
 * everybody is asked anew; any other change is silent. Minutes that are there already stay, where nothing is said of them.
 * @returns the ids of those that were new or changed
 */
export async function saveMeetings(
  db: Db,
  { countyId, now }: { readonly countyId: CountyId; readonly now: Instant },
  meetings: readonly MeetingDetails[],
): Promise<readonly SubjectId[]> {
  const heldOn = new Map<SubjectId, LocalDate>();
  const today = await findToday(db, countyId, now);
  const silent = meetings.filter((meeting) => !hasMinutes(meeting)).map(({ id }) => id);
  const minutes = await listMinutes(db, countyId, silent);
  const whole = meetings.map((meeting) => ({ ...meeting, ...minutes.get(meeting.id) }));
  return saveChanged(whole, {
    read: async (ids) => {
      const rows = await db.meeting.findMany({ where: { countyId, id: { in: ids } }, select });
      const stored = rows.map((row) => MeetingDetails.parse(dropNulls(row)));
      for (const meeting of stored) heldOn.set(meeting.id, meeting.heldOn);
      return stored;
    },
    create: (fresh) => db.meeting.createMany({ data: fresh.map((one) => ({ ...toRow(one), changedAt: now })) }),
    update: (changed) => {
      const before = heldOn.get(changed.id);
      const isMove = before !== undefined && before !== changed.heldOn && before >= today;
      const move = isMove ? { movedFrom: before, movedAt: now } : {};
      const revision = { sequence: { increment: 1 }, changedAt: now };
      return db.meeting.update({
        where: { id: changed.id, countyId },
        data: { ...toRow(changed), ...move, ...revision },
      });
    },
  });
}

const Minutes = MeetingDetails.unwrap().pick({ minutesOn: true, minutesLink: true });
type Minutes = z.infer<typeof Minutes>;

async function listMinutes(
  db: Db,
  countyId: CountyId,
  ids: readonly SubjectId[],
): Promise<ReadonlyMap<string, Minutes>> {
  const rows = await db.meeting.findMany({
    where: { countyId, id: { in: [...ids] }, OR: [{ minutesOn: { not: null } }, { minutesLink: { not: null } }] },
    select: { id: true, minutesOn: true, minutesLink: true },
  });
  return new Map(rows.map(({ id, ...minutes }) => [id, Minutes.parse(dropNulls(minutes))]));
}

/** Says that the minutes of a meeting are there. It is no change of the meeting: calendars are not told of it. */
export async function saveMinutes(db: Db, { countyId, id }: Subject, minutes: Minutes): Promise<void> {
  const { minutesOn = null, minutesLink = null } = minutes;
  await db.meeting.update({ where: { id, countyId }, data: { minutesOn, minutesLink } });
}

async function findToday(db: Db, countyId: CountyId, now: Instant): Promise<LocalDate> {
  return toLocal(now, (await readCounty(db, countyId)).timeZone).date;
}

function toMeeting({ movedFrom, movedAt, sequence: number, changedAt: at, ...row }: MeetingRow): Meeting {
  const moved = movedFrom && movedAt ? { from: movedFrom, at: movedAt } : null;
  const revision = at && { number, at };
  return Meeting.parse(dropNulls({ ...row, moved, revision }));
}

function toRow(meeting: MeetingDetails) {
  const { title = null, place = null, link = null, answerBy = null, cancelledOn = null } = meeting;
  const { minutesOn = null, minutesLink = null, provenance = Prisma.DbNull } = meeting;
  const optional = { title, place, link, answerBy, cancelledOn, minutesOn, minutesLink, provenance };
  return { ...meeting, ...optional, agenda: [...meeting.agenda] };
}
