// Which rows of a county are there, and away with those that nothing leans on.

import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { Prisma } from '../database/generated/client.ts';
import type { Db, Tx } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { RowKind } from './changes.ts';
import type { RemovableKind } from './leaning.ts';

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
