// Reads and writes the events of a county.
import type { LocalDate } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import type { Prisma } from '../../database/generated/client.ts';
import type { Db, Tx } from '../../database/open.ts';
import { dropNulls } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, type PersonId, SubjectId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { Event } from './event.ts';

const select = {
  id: true,
  countyId: true,
  number: true,
  title: true,
  fromOn: true,
  toOn: true,
  place: true,
  link: true,
  proposedById: true,
  organisationId: true,
  proposedAt: true,
  decision: true,
  decidedById: true,
  decidedAt: true,
  reason: true,
  withdrawnAt: true,
} as const satisfies Prisma.EventSelect;

/** The event, where it must be there. */
export async function readEvent(db: Db, subject: Subject): Promise<Event> {
  const event = await findEvent(db, subject);
  if (!event) throw new NotFound(`There is no event ${subject.id} in ${subject.countyId}.`);
  return event;
}

export async function findEvent(db: Db, { countyId, id }: Subject): Promise<Event | undefined> {
  const row = await db.event.findFirst({ where: { countyId, id }, select });
  return row ? toEvent(row) : undefined;
}

interface Ahead {
  readonly countyId: CountyId;
  /** The last day of an event is this one, or a later one. */
  readonly from: LocalDate;
}

/** What is in the calendar for everybody to see, in order. */
export function listApproved(db: Db, { countyId, from }: Ahead): Promise<readonly Event[]> {
  return listWhere(db, { countyId, toOn: { gte: from }, decision: 'approved', withdrawnAt: null });
}

/** The same, with those that were taken out of it again. */
export function listEverApproved(db: Db, { countyId, from }: Ahead): Promise<readonly Event[]> {
  return listWhere(db, { countyId, toOn: { gte: from }, decision: 'approved' });
}

/** What somebody has proposed and not taken back, in order, decided or not. */
export function listProposedBy(db: Db, ahead: Ahead, proposedById: PersonId): Promise<readonly Event[]> {
  return listWhere(db, { countyId: ahead.countyId, toOn: { gte: ahead.from }, proposedById, withdrawnAt: null });
}

/** What nobody has decided yet, and whoever proposed it has not taken back; in order. */
export function listWaiting(db: Db, { countyId, from }: Ahead): Promise<readonly Event[]> {
  return listWhere(db, { countyId, toOn: { gte: from }, decision: null, withdrawnAt: null });
}

/** Those of a county that were proposed by then, whatever became of them. */
export function listProposedUntil(db: Db, ahead: Ahead, until: Instant): Promise<readonly Event[]> {
  return listWhere(db, { countyId: ahead.countyId, toOn: { gte: ahead.from }, proposedAt: { lte: until } });
}

async function listWhere(db: Db, where: Prisma.EventWhereInput): Promise<readonly Event[]> {
  const rows = await db.event.findMany({ where, select, orderBy: [{ fromOn: 'asc' }, { number: 'asc' }] });
  return rows.map(toEvent);
}

/** Gives it the county's next number, one at a time. */
export async function addEvent(tx: Tx, event: Omit<Event, 'id' | 'number'>): Promise<Event> {
  const { countyId, decided, ...rest } = event;
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`event/${countyId}`}, 0))`;
  const { _max } = await tx.event.aggregate({ where: { countyId }, _max: { number: true } });
  const number = (_max.number ?? 0) + 1;
  const id = SubjectId.parse(`${countyId}/${number}`);
  const { place = null, link = null } = rest;
  await tx.event.create({ data: { ...rest, ...toDecision(decided), id, countyId, number, place, link } });
  return { ...event, id, number };
}

/** The decision may be changed as long as its question is open. */
export async function decideEvent(
  tx: Tx,
  { countyId, id }: Subject,
  decided: NonNullable<Event['decided']>,
): Promise<void> {
  await tx.event.update({ where: { id, countyId }, data: toDecision(decided) });
}

/** @returns whether it waited for that until now: of two who decide at once, one does */
export async function decideWaiting(
  tx: Tx,
  { countyId, id }: Subject,
  decided: NonNullable<Event['decided']>,
): Promise<boolean> {
  const where = { id, countyId, decision: null, withdrawnAt: null };
  const { count } = await tx.event.updateMany({ where, data: toDecision(decided) });
  return count > 0;
}

/** @returns whether it was there to be taken back */
export async function withdrawEvent(tx: Tx, { countyId, id }: Subject, at: Instant): Promise<boolean> {
  const { count } = await tx.event.updateMany({
    where: { id, countyId, withdrawnAt: null },
    data: { withdrawnAt: at },
  });
  return count > 0;
}

function toDecision(decided: Event['decided']) {
  if (!decided) return {};
  const { decision, byId, at, reason = null } = decided;
  return { decision, decidedById: byId, decidedAt: at, reason };
}

function toEvent(row: Prisma.EventGetPayload<{ select: typeof select }>): Event {
  const { decision, decidedById: byId, decidedAt: at, reason, ...rest } = row;
  const decided = decision && dropNulls({ decision, byId, at, reason });
  return Event.parse(dropNulls({ ...rest, decided }));
}
