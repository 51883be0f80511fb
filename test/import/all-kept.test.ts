// Is everything that a county's file says kept? What is dropped in silence is missed a year later.
import { beforeAll, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { listOrganisations } from '../../src/directory/organisation-store.ts';
import { type CountyId, CountyId as Id } from '../../src/ids.ts';
import { countChanges } from '../../src/import/changes.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createTopics } from '../../src/main.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { change, readCounty, readText } from './read-county.ts';

const NOW = new Date('2019-01-02T08:00:00Z');
const TABLES = [
  ...['county', 'organisation', 'person', 'working_group', 'membership', 'contact', 'instrument', 'call', 'meeting'],
  ...['strategy', 'area', 'goal', 'plan', 'check_in_round', 'activity'],
];

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});

const load = async (id: string, text: string, isDryRun = false) => {
  const files = [{ name: `${id}.yaml`, text }];
  return (await importFiles({ database, topics: createTopics(), now: NOW }, { files, isDryRun }))[0];
};

describe.each(['blekinge', 'kalmar', 'kronoberg', 'vasterbotten'])('%s', (id) => {
  const text = readText(`prisma/counties/${id}.yaml`);
  const countyId = Id.parse(id);
  beforeAll(() => load(id, text).then(() => undefined));

  test('is kept to the last word and number', async () => {
    const kept = new Set((await listRows(countyId)).flatMap(listValues).map((value) => unprefix(value, countyId)));

    const said = listValues(readCounty(id)).map((value) => unprefix(value, countyId));

    expect(said.length).toBeGreaterThan(500);
    expect([...new Set(said)].filter((value) => !kept.has(value))).toEqual([]);
  });

  test('has joined the partners that it names', async () => {
    const partners = (await listOrganisations(database.db, countyId)).filter(({ isPartner }) => isPartner);

    const named = readCounty(id).organisations.filter(({ partner }) => partner);
    expect(partners.map((one) => unprefix(one.id, countyId)).toSorted()).toEqual(named.map((one) => one.id).toSorted());
  });

  test('changes nothing the second time', async () => {
    const changes = await load(id, text);

    expect(changes && countChanges(changes)).toBe(0);
  });
});

test.each([
  ['strategy', 'aim: Lika rättigheter, skyldigheter', 'aim: Samma rättigheter, skyldigheter'],
  ['group', 'mayForm: [working]', 'mayForm: [working, network]'],
  ['plan', 'preparedBy: beredningsgruppen', 'preparedBy: migrationsradet'],
  ['meeting', 'source: Strategin antogs denna dag', 'source: Strategin beslutades denna dag'],
] as const)('a %s about which the file says something else is changed', async (kind, from, to) => {
  const changes = await load('vasterbotten', change(readText('prisma/counties/vasterbotten.yaml'), [from, to]), true);

  expect(changes?.kinds.find((one) => one.kind === kind)?.changed).toHaveLength(1);
  expect(changes && countChanges(changes)).toBe(1);
});

async function listRows(countyId: CountyId): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for (const table of TABLES) {
    const column = table === 'county' ? 'id' : 'county_id';
    const { rows: found } = await database.executeSql(
      `select to_jsonb(t) as row from "${table}" t where ${column} = '${countyId}'`,
    );
    rows.push(...found);
  }
  return rows;
}

function listValues(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(listValues);
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(listValues);
  return typeof value === 'string' || typeof value === 'number' ? [String(value)] : [];
}

/** The file's own ids stand in the database with the county's before them. */
function unprefix(value: string, countyId: CountyId): string {
  return value.startsWith(`${countyId}/`) ? value.slice(countyId.length + 1) : value;
}
