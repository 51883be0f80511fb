// Which rows of a county are there, which of them does anything lean on, and away with those that nothing does.

import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { RowKind } from './changes.ts';

export interface StoredRow {
  readonly kind: RowKind;
  readonly id: string;
  readonly name: string;
  /** The last day that it has anything to say. */
  readonly endsOn?: LocalDate;
  /** By people, and not by a file: it is no file's to end. */
  readonly isMadeHere: boolean;
}

const rows = z.array(
  z.object({ kind: RowKind, id: z.string(), name: z.string(), endsOn: LocalDate.nullable(), isMadeHere: z.boolean() }),
);

/** Any number will do, as long as all versions of Samverk take the same. */
const IMPORT_LOCK = 7_207_302_117;

/** Until the transaction ends, no other import begins: two of one county would trip over each other. */
export async function waitForImports(tx: Tx): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${IMPORT_LOCK})`;
}

/** Every row of the county of the kinds that a file may make. */
export async function listRows(db: Db, countyId: CountyId): Promise<readonly StoredRow[]> {
  const found = await db.$queryRaw`
    with own as (select ${countyId}::text as county),
      made as (select c.topic, c.subject_id from own, change c where c.county_id = own.county and c.act = 'new'),
      copied as (select p.id from own, plan p where p.county_id = own.county and p.copied_from_id is not null)
    select 'county' as kind, id, name, null as "endsOn", false as "isMadeHere" from county, own where id = own.county
    union all select 'organisation', id, name, null, false from organisation, own where county_id = own.county
    union all select 'person', id, name, null, false from person, own where county_id = own.county
    union all select 'group', id, name, null, false from working_group, own where county_id = own.county
    union all select 'membership', m.id, coalesce(p.name, m.person_id) || ' in ' || coalesce(g.name, m.group_id), null,
        m.appointment_id is not null
      from own, membership m left join person p on p.id = m.person_id left join working_group g on g.id = m.group_id
      where m.county_id = own.county
    union all select 'contact', id, title, null, false from contact, own where county_id = own.county
    union all select 'figure', id, substr(id, length(own.county) + 2), null, false from figure, own
      where county_id = own.county
    union all select 'instrument', id, name, null, false from instrument, own where county_id = own.county
    union all select 'call', id, title, closes_on, id in (select subject_id from made where topic = 'call')
      from "call", own where county_id = own.county
    union all select 'meeting', m.id, coalesce(m.title, g.name, m.group_id) || ' ' || m.held_on, m.held_on,
        m.id in (select subject_id from made where topic = 'meeting')
      from own, meeting m left join working_group g on g.id = m.group_id where m.county_id = own.county
    union all select 'strategy', id, name, null, false from strategy, own where county_id = own.county
    union all select 'area', id, name, null, false from area, own where county_id = own.county
    union all select 'goal', id, text, null, false from goal, own where county_id = own.county
    union all select 'plan', id, year::text, null, id in (select id from copied) from plan, own
      where county_id = own.county
    union all select 'round', r.id, r.label || ' ' || r.opens_on, r.closes_on,
        r.id in (select subject_id from made where topic = 'round') or r.plan_id in (select id from copied)
      from own, check_in_round r where r.county_id = own.county
    union all select 'activity', a.id, a.title, a.to_on,
        a.carried_from_id is not null or a.id in (select subject_id from made where topic = 'activity')
      from own, activity a where a.county_id = own.county`;
  return rows.parse(found).map(({ endsOn, ...row }) => ({ ...row, ...(endsOn === null ? {} : { endsOn }) }));
}

/** The kinds whose rows can go when nothing leans on them. A membership ends instead, a county and its figures stay. */
export type RemovableKind = Exclude<RowKind, 'county' | 'membership' | 'figure'>;

/** What leans on rows of a kind, as the ids it leans on. `own.c` is the county. */
const LEANERS = {
  activity: `select a.id from activity a join prompt p on p.county_id = a.county_id and p.topic = 'plan'
      and p.form::text like '%"lightY' || replace(substr(a.id, length(a.county_id) + 2), '-', 'X') || '"%' where a.county_id = own.c
    union select carried_from_id from activity where county_id = own.c ${ofLocked('a')}`,
  call: toldSubjects('call'),
  meeting: toldSubjects('meeting'),
  round: `select r.id from check_in_round r join prompt p on p.county_id = r.county_id
    where p.topic = 'plan' and p.question = substr(r.id, length(r.county_id) + 2) and p.county_id = own.c ${ofLocked('r')}`,
  plan: `select plan_id from activity where county_id = own.c union select plan_id from check_in_round where county_id = own.c
    union select copied_from_id from plan where county_id = own.c
    union select id from plan where county_id = own.c and state = 'locked'`,
  contact: `select contact_id from "call" where county_id = own.c`,
  instrument: `select instrument_id from "call" where county_id = own.c`,
  goal: `select goal_id from activity where county_id = own.c`,
  area: `select area_id from goal where county_id = own.c`,
  strategy: `select strategy_id from area where county_id = own.c`,
  group: `select group_id from meeting where county_id = own.c union select group_id from activity where county_id = own.c
    union select group_id from membership where county_id = own.c union select unnest(group_ids) from "call" where county_id = own.c
    union select group_id from prompt where county_id = own.c union select group_id from asked where county_id = own.c
    union select group_id from reply where county_id = own.c ${spokenTo('group_id')}
    union select formed_by_id from working_group where county_id = own.c
    union select reports_to_id from working_group where county_id = own.c
    union select adopted_by from strategy where county_id = own.c
    union select from_group_id from need where county_id = own.c union select to_group_id from need where county_id = own.c
    union select unnest(group_ids) from survey where county_id = own.c union select unnest(group_ids) from memo where county_id = own.c`,
  person: `select person_id from membership where county_id = own.c union select person_id from asked where county_id = own.c
    union select substitute_for_id from membership where county_id = own.c
    union select person_id from reply where county_id = own.c union select instead_of_id from reply where county_id = own.c
    union select instead_of_id from asked where county_id = own.c ${spokenTo('person_id')}
    union select person_id from incoming where county_id = own.c union select responsible_id from activity where county_id = own.c
    union select person_id from contact where county_id = own.c
    union select by_id from plan_step where county_id = own.c union select by_id from addendum where county_id = own.c
    union select unnest(array[person_id, stand_in_id, appointed_by_id]) from appointment where county_id = own.c
    union select raised_by_id from need where county_id = own.c union select settled_by_id from need where county_id = own.c
    union select proposed_by_id from event where county_id = own.c union select decided_by_id from event where county_id = own.c
    union select by_id from change where county_id = own.c`,
  organisation: `select organisation_id from person where county_id = own.c
    union select organisation_id from asked where county_id = own.c union select organisation_id from reply where county_id = own.c
    union select owner_id from activity where county_id = own.c union select organisation_id from contact where county_id = own.c
    union select convener_id from working_group where county_id = own.c
    union select unnest(organisation_ids) from working_group where county_id = own.c
    union select board_id from county where id = own.c
    union select organisation_id from need where county_id = own.c union select organisation_id from event where county_id = own.c`,
} as const satisfies Readonly<Record<RemovableKind, string>>;

function toldSubjects(topic: string): string {
  return `select subject_id from occurrence where topic = '${topic}' and county_id = own.c and state = 'told'
    union select subject_id from prompt where topic = '${topic}' and county_id = own.c`;
}

/** What is in a plan that is locked stays. */
function ofLocked(alias: 'a' | 'r'): string {
  const table = alias === 'a' ? 'activity' : 'check_in_round';
  return `union select ${alias}.id from ${table} ${alias} join plan locked on locked.id = ${alias}.plan_id
    where ${alias}.county_id = own.c and locked.state = 'locked'`;
}

function spokenTo(owner: string): string {
  return `union select v.${owner} from conversation v join delivery d on d.conversation_id = v.id where v.county_id = own.c`;
}

/** Those of these rows that something else leans on: a person who was asked, a call that was told. */
export async function findLeanedOn(
  db: Db,
  countyId: CountyId,
  { kind, ids }: { readonly kind: RemovableKind; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const found = await db.$queryRaw<{ id: string }[]>`
    select distinct leaner.id from (values (${countyId}::text)) as own (c), lateral (${Prisma.raw(LEANERS[kind])}) as leaner (id)
    where leaner.id in (${Prisma.join(ids)})`;
  return new Set(found.map(({ id }) => id));
}

const TABLES = {
  activity: 'activity',
  call: 'call',
  meeting: 'meeting',
  round: 'check_in_round',
  plan: 'plan',
  contact: 'contact',
  instrument: 'instrument',
  goal: 'goal',
  area: 'area',
  strategy: 'strategy',
  group: 'working_group',
  person: 'person',
  organisation: 'organisation',
} as const satisfies Readonly<Record<RemovableKind, string>>;

/** Takes rows out for good; only what nothing leans on. */
export async function removeRows(
  tx: Tx,
  countyId: CountyId,
  { kind, ids }: { readonly kind: RemovableKind; readonly ids: readonly string[] },
): Promise<void> {
  if (ids.length === 0) return;
  const table = Prisma.raw(`"${TABLES[kind]}"`);
  await tx.$executeRaw`delete from ${table} where county_id = ${countyId} and id in (${Prisma.join(ids)})`;
}

/** Gives up the years of these plans, so that others can take them over in the same transaction. */
export async function releasePlanYears(tx: Tx, countyId: CountyId, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    await tx.$executeRaw`update plan set year = -abs(year) where county_id = ${countyId} and id = ${id}`;
  }
}
