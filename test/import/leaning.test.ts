// Does whatever names a row of the county keep it from being taken out, in every column that there is?
import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { CountyId } from '../../src/ids.ts';
import { LEANERS, type RemovableKind } from '../../src/import/leaning.ts';
import { findLeanedOn } from '../../src/import/leaning-store.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';

const testlan = CountyId.parse('testlan');
const GOES = 'testlan/gar';

/** Columns that look as if they named something of the county's file, and why that may go all the same. */
const NO_LEANERS: Readonly<Record<string, string>> = {
  'absence.person_id': 'nobody misses somebody who was only away',
  'activity.action_by': 'a day',
  'check_in.action_by': 'a day',
  'check_in.plan_id': 'goes along with its activity, when a file gives the plan another id',
  'conversation.group_id': 'goes along, unless something was sent there',
  'conversation.person_id': 'goes along, unless something was sent there',
  'desk_draft.person_id': 'what was begun and never done',
  'desk_draft.subject_id': 'what was begun and never done',
  'desk_session.person_id': 'signs in nobody who is gone',
  'draft.person_id': 'who has one is asked',
  'feed.owner_id': 'shows nothing of what is gone',
  'meeting.answer_by': 'a day',
  'prompt.answer_by': 'a day',
  'plan_step.plan_id': 'a file may give a plan another id that has come further',
  'sign_in_link.person_id': 'signs in nobody who is gone',
  'survey.answer_by': 'a day',
  ...subjects('change', 'occurrence', 'pause', 'prompt', 'reply'),
};

/** Of calls and meetings, what was told is asked for itself. */
function subjects(...tables: readonly string[]): Readonly<Record<string, string>> {
  return Object.fromEntries(tables.map((table) => [`${table}.subject_id`, 'asked for by its topic']));
}

/** What is the road's own, a platform's, or an appointment: no file makes it. */
const NOT_OF_A_FILE =
  /\.(county_id|prompt_id|part_of_ids|occurrence_id|conversation_id|incoming_id|appointment_id|team_id|bot_user_id|key_id)$/;

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
  readonly isNeeded: boolean;
}

let database: Database;
let columns: readonly Column[];
beforeAll(async () => {
  database = await openTestDatabase();
  columns = await database.db.$queryRaw<Column[]>`
    select table_name as "table", column_name as "column", data_type as "type",
      is_nullable = 'NO' and column_default is null as "isNeeded"
    from information_schema.columns where table_schema = 'public' and table_name <> '_prisma_migrations'
    order by 1, 2`;
});
beforeEach(() => emptyTables(database));

test('every column that names something is known: it leans on what it names, or there is a reason why not', () => {
  const naming = columns
    .filter(({ column }) => /_(ids?|by)$/.test(column))
    .map(({ table, column }) => `${table}.${column}`)
    .filter((name) => !NOT_OF_A_FILE.test(name));

  expect(naming.length).toBeGreaterThan(70);
  expect(naming).toEqual([...Object.keys(LEANERS), ...Object.keys(NO_LEANERS)].toSorted());
});

test('a column names several where it says so, and else one', () => {
  const several = columns.filter(({ type }) => type === 'ARRAY').map(({ table, column }) => `${table}.${column}`);
  const leaning = Object.keys(LEANERS);

  expect(leaning.filter((name) => name.endsWith('_ids'))).toEqual(leaning.filter((name) => several.includes(name)));
});

describe.each(Object.entries(LEANERS))('%s', (name, kinds: readonly RemovableKind[]) => {
  test.each(kinds)('keeps the %s that it names, and none of another county', async (kind) => {
    const find = (county: CountyId) => findLeanedOn(database.db, county, { kind, ids: [GOES, 'testlan/annan'] });
    const before = await find(testlan);

    await putRow(name);

    expect([...before]).toEqual([]);
    expect([...(await find(testlan))]).toEqual([GOES]);
    expect([...(await find(CountyId.parse('annatlan')))]).toEqual([]);
  });
});

/** A row of the county with something in every column that needs it, and in this one what may go. */
async function putRow(name: string): Promise<void> {
  const [table, named] = name.split('.');
  const own = columns.filter(
    (one) => one.table === table && (one.isNeeded || one.column === named || one.column === 'county_id'),
  );
  const values = own.map(({ column, type }) => (column === named ? nameIn(type) : fillIn(column, type)));
  await database.executeSql(
    `insert into "${table}" (${own.map(({ column }) => `"${column}"`).join()}) values (${values.join()})`,
  );
}

function nameIn(type: string): string {
  return type === 'ARRAY' ? `array['${GOES}']` : `'${GOES}'`;
}

function fillIn(column: string, type: string): string {
  switch (type) {
    case 'ARRAY':
      return `'{}'`;
    case 'uuid':
      return `'${randomUUID()}'`;
    case 'jsonb':
      return `'{}'`;
    case 'boolean':
      return 'false';
    case 'integer':
      return '1';
    case 'timestamp with time zone':
      return 'now()';
    case 'text':
      // Its county, or anything; the county's own row has its id.
      return `'${testlan}'`;
    default:
      throw new Error(`What stands in ${column}, ${type}?`);
  }
}
