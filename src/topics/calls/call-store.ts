// Reads and writes the grant calls of a county, and remembers when a deadline moved.
import type { LocalDate, LocalTime } from '../../calendar/local-date.ts';
import type { Instant } from '../../calendar/zone.ts';
import { Prisma } from '../../database/generated/client.ts';
import type { Db } from '../../database/open.ts';
import { readCounty } from '../../directory/county-store.ts';
import { dropNulls, saveChanged } from '../../directory/rows.ts';
import { NotFound } from '../../errors.ts';
import { type CountyId, SubjectId } from '../../ids.ts';
import type { Subject } from '../../topic.ts';
import { Call, CallDetails, type CallState, findCallState } from './call.ts';

const select = {
  id: true,
  countyId: true,
  instrumentId: true,
  title: true,
  round: true,
  opensOn: true,
  closesOn: true,
  closesAt: true,
  eligibleKinds: true,
  municipalityCodes: true,
  purpose: true,
  budget: true,
  link: true,
  contactId: true,
  dnr: true,
  groupIds: true,
  decidedOn: true,
  movedFrom: true,
  movedAt: true,
  sequence: true,
  changedAt: true,
  provenance: true,
  isExample: true,
} as const satisfies Prisma.CallSelect;

type CallRow = Prisma.CallGetPayload<{ select: typeof select }>;

/** The call, where it must be there. */
export async function readCall(db: Db, subject: Subject): Promise<Call> {
  const call = await findCall(db, subject);
  if (!call) throw new NotFound(`There is no call ${subject.id} in ${subject.countyId}.`);
  return call;
}

export async function findCall(db: Db, { countyId, id }: Subject): Promise<Call | undefined> {
  const row = await db.call.findFirst({ where: { countyId, id }, select });
  return row ? toCall(row) : undefined;
}

export interface CallQuery {
  readonly countyId: CountyId;
  readonly now: Instant;
  /** Every state, where none is named. */
  readonly states?: readonly CallState[];
  /** Only calls that organisations of this municipality are not shut out of. */
  readonly municipalityCode?: string;
}

/** A call and the state it is in now. */
export interface CallNow {
  readonly call: Call;
  readonly state: CallState;
}

/** Calls in the order of their last days. */
export async function listCalls(db: Db, query: CallQuery): Promise<readonly CallNow[]> {
  const { countyId, now, states, municipalityCode } = query;
  const { timeZone: zone } = await readCounty(db, countyId);
  const where = {
    countyId,
    ...(municipalityCode && {
      OR: [{ municipalityCodes: { isEmpty: true } }, { municipalityCodes: { has: municipalityCode } }],
    }),
  };
  const rows = await db.call.findMany({ where, select, orderBy: [{ closesOn: 'asc' }, { id: 'asc' }] });
  return rows
    .map(toCall)
    .map((call) => ({ call, state: findCallState(call, now, zone) }))
    .filter(({ state }) => !states || states.includes(state));
}

export interface Closing {
  readonly countyId: CountyId;
  /** The first and the last closing day looked for. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** Calls whose deadline has moved since are looked for whenever they close. */
  readonly movedSince: Instant;
}

/** The calls that close within these days, or whose deadline has moved of late. */
export async function listClosing(db: Db, { countyId, from, to, movedSince }: Closing): Promise<readonly Subject[]> {
  const rows = await db.call.findMany({
    where: { countyId, closesOn: { gte: from }, OR: [{ closesOn: { lte: to } }, { movedAt: { gte: movedSince } }] },
    select: { id: true },
    orderBy: { id: 'asc' },
  });
  return rows.map(({ id }) => ({ countyId, id: SubjectId.parse(id) }));
}

/**
 * Writes calls. One that is known and gets another last day is marked as moved, so that a notice goes out; any other
 * change is silent.
 * @returns the ids of those that were new or changed
 */
export async function saveCalls(
  db: Db,
  { countyId, now }: { readonly countyId: CountyId; readonly now: Instant },
  calls: readonly CallDetails[],
): Promise<readonly SubjectId[]> {
  const closesOn = new Map<SubjectId, LocalDate>();
  return saveChanged(calls, {
    read: async (ids) => {
      const rows = await db.call.findMany({ where: { countyId, id: { in: ids } }, select });
      const stored = rows.map((row) => CallDetails.parse(dropNulls(row)));
      for (const call of stored) closesOn.set(call.id, call.closesOn);
      return stored;
    },
    create: (fresh) => db.call.createMany({ data: fresh.map((one) => ({ ...toRow(one), changedAt: now })) }),
    update: (changed) => {
      const before = closesOn.get(changed.id);
      const move = before === undefined || before === changed.closesOn ? {} : { movedFrom: before, movedAt: now };
      const revision = { sequence: { increment: 1 }, changedAt: now };
      return db.call.update({ where: { id: changed.id, countyId }, data: { ...toRow(changed), ...move, ...revision } });
    },
  });
}

/** Gives a call another last day and, where it is named, another hour. Returns whether anything changed. */
export async function moveDeadline(
  db: Db,
  subject: Subject,
  { closesOn, closesAt, now }: { readonly closesOn: LocalDate; readonly closesAt?: LocalTime; readonly now: Instant },
): Promise<boolean> {
  const { moved: _, revision: __, ...details } = await readCall(db, subject);
  const call = { ...details, closesOn, ...(closesAt && { closesAt }) };
  const saved = await saveCalls(db, { countyId: subject.countyId, now }, [call]);
  return saved.length > 0;
}

function toCall({ movedFrom, movedAt, sequence: number, changedAt: at, ...row }: CallRow): Call {
  const moved = movedFrom && movedAt ? { from: movedFrom, at: movedAt } : null;
  const revision = at && { number, at };
  return Call.parse(dropNulls({ ...row, moved, revision }));
}

function toRow(call: CallDetails) {
  const { round = null, opensOn = null, closesAt = null, budget = null, link = null } = call;
  const { contactId = null, dnr = null, decidedOn = null, provenance = Prisma.DbNull } = call;
  return {
    ...call,
    ...{ round, opensOn, closesAt, budget, link, contactId, dnr, decidedOn, provenance },
    eligibleKinds: [...call.eligibleKinds],
    municipalityCodes: [...call.municipalityCodes],
    groupIds: [...call.groupIds],
  };
}
