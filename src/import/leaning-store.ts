// Which rows does anything lean on: a person who was asked, a call that was told, a group that approved a report?

import { Prisma } from '../database/generated/client.ts';
import type { Db } from '../database/open.ts';
import type { CountyId } from '../ids.ts';
import { LEANERS, type RemovableKind } from './leaning.ts';

/** Those of these rows that something else leans on. */
export async function findLeanedOn(
  db: Db,
  countyId: CountyId,
  { kind, ids }: { readonly kind: RemovableKind; readonly ids: readonly string[] },
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const leaners = [...listByColumn(kind), ...(BY_MORE[kind] ?? [])].join(' union all ');
  const found = await db.$queryRaw<{ id: string }[]>`
    select distinct leaner.id from (values (${countyId}::text)) as own (c), lateral (${Prisma.raw(leaners)}) as leaner (id)
    where leaner.id in (${Prisma.join(ids)})`;
  return new Set(found.map(({ id }) => id));
}

function listByColumn(kind: RemovableKind): readonly string[] {
  return Object.entries(LEANERS).flatMap(([name, kinds]) => {
    if (!kinds.some((one) => one === kind)) return [];
    const [table = '', column = ''] = name.split('.');
    const named = column.endsWith('_ids') ? `unnest(${column})` : column;
    return [`select ${named} from "${table}" where ${table === 'county' ? 'id' : 'county_id'} = own.c`];
  });
}

/** What leans on rows of a kind without a column of its own. `own.c` is the county. */
const BY_MORE: Readonly<Partial<Record<RemovableKind, readonly string[]>>> = {
  activity: [
    `select a.id from activity a join prompt p on p.county_id = a.county_id and p.topic = 'plan'
      and p.form::text like '%"lightY' || replace(substr(a.id, length(a.county_id) + 2), '-', 'X') || '"%'
      where a.county_id = own.c`,
    inLockedPlan('activity'),
  ],
  call: toldSubjects('call'),
  meeting: toldSubjects('meeting'),
  round: [
    `select r.id from check_in_round r join prompt p on p.county_id = r.county_id
      where p.topic = 'plan' and p.question = substr(r.id, length(r.county_id) + 2) and p.county_id = own.c`,
    inLockedPlan('check_in_round'),
  ],
  plan: [`select id from plan where county_id = own.c and state = 'locked'`],
  group: [spokenTo('group_id')],
  person: [spokenTo('person_id')],
};

function toldSubjects(topic: string): readonly string[] {
  return [
    `select subject_id from occurrence where topic = '${topic}' and county_id = own.c and state = 'told'`,
    `select subject_id from prompt where topic = '${topic}' and county_id = own.c`,
  ];
}

/** What is in a plan that is locked stays. */
function inLockedPlan(table: 'activity' | 'check_in_round'): string {
  return `select one.id from ${table} one join plan p on p.id = one.plan_id
    where one.county_id = own.c and p.state = 'locked'`;
}

function spokenTo(owner: 'group_id' | 'person_id'): string {
  return `select v.${owner} from conversation v join delivery d on d.conversation_id = v.id where v.county_id = own.c`;
}
