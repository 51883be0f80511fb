// Whom does an operator mean: by the same names as in a chat, and never one of several?
import { beforeAll, expect, test } from '@jest/globals';
import { findPerson } from '../../src/cli/tasks/find-person.ts';
import type { Database } from '../../src/database/open.ts';
import { settleCounty, testCounty } from '../fake/county.ts';
import { settleNeighbour } from '../fake/neighbour.ts';
import { openTestDatabase } from '../fake/test-database.ts';

const county = testCounty.id;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
  await settleCounty(database);
  await settleNeighbour(database);
});

test.each(['alby', 'testlan/alby', 'ALBY@example.org', 'Integrationssamordnare, Alby kommun'])(
  'by "%s"',
  async (person) => {
    expect(await findPerson(database.db, { county, person })).toMatchObject({ id: 'testlan/alby' });
  },
);

test.each([
  ['integrationssamordnare', /^Several people in testlan are called .* alby@example\.org, /],
  ['albyy', /^There is nobody called "albyy" in testlan\. Did you mean "alby"\?/],
  ['grannlan.ledamot@example.org', /^There is nobody called/],
])('"%s" is refused with what to do', async (person, why) => {
  await expect(findPerson(database.db, { county, person })).rejects.toThrow(why);
});
