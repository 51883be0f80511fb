// Is it told who was in a group on any day, and what to do where it is not there?
import { beforeAll, describe, expect, test } from '@jest/globals';
import { describePeople } from '../../src/cli/describe-people.ts';
import { peopleTask } from '../../src/cli/tasks/people-task.ts';
import type { Desk } from '../../src/cli/tasks/task.ts';
import { createMovableClock } from '../../src/clock.ts';
import { saveAbsences } from '../../src/directory/absence-store.ts';
import { createTopics } from '../../src/main.ts';
import { buildCounty, settle } from '../directory/build-county.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { countyId, date, person } from '../topics/build-subjects.ts';

let desk: Desk;
beforeAll(async () => {
  const database = await openTestDatabase();
  await settle(database.db, buildCounty());
  await database.db.membership.update({
    where: { id: 'testlan/natverket/vannas-1' },
    data: { toOn: '2026-03-31' },
  });
  const absence = { id: 'borta', countyId, personId: person('umea-1'), fromOn: date('2026-07-01') };
  await saveAbsences(database.db, countyId, [{ ...absence, toOn: date('2026-07-15') }]);
  const clock = createMovableClock(new Date('2026-05-05T08:00:00Z'));
  desk = {
    ...{ database, clock, topics: createTopics(), publicUrl: 'http://127.0.0.1', isService: false },
    findSecret: async () => '',
  };
});

const ask = (group: string, on?: string) => peopleTask.answer(desk, { county: countyId, group, ...(on && { on }) });
const namesOn = async (on?: string) => (await ask('natverket', on)).people.map(({ person }) => person.slice(8));

describe('who was in the group', () => {
  test('is told of any day, whoever has come or gone since', async () => {
    expect(await namesOn('2025-12-31')).toEqual([]);
    expect(await namesOn('2026-03-31')).toEqual(['samordnare', 'bjurholm-1', 'umea-1', 'vannas-1', 'umea-2']);
    expect(await namesOn('2026-04-01')).toEqual(['samordnare', 'bjurholm-1', 'umea-1', 'umea-2']);
    expect(await namesOn()).toEqual(['samordnare', 'bjurholm-1', 'umea-1', 'umea-2']);
  });

  test('is told with who was away and who stood in for whom', async () => {
    const { people } = await ask('Kommunnätverket', '2026-07-10');

    expect(people.filter(({ isAway }) => isAway).map(({ name }) => name)).toEqual(['testlan/umea-1']);
    expect(people.at(-1)).toEqual({
      person: 'testlan/umea-2',
      name: 'testlan/umea-2',
      organisation: 'Umeå kommun',
      role: 'substitute',
      from: '2026-01-01',
      substituteFor: 'testlan/umea-1',
      isAway: false,
    });
  });

  test('reads as a table', async () => {
    const said = describePeople(await ask('testlan/natverket', '2026-07-10'));

    expect(said.split('\n')).toEqual([
      'Kommunnätverket (testlan/natverket) on 2026-07-10',
      '  testlan/samordnare  Länsstyrelsen i Testlän  convener                       2026-01-01 –',
      '  testlan/bjurholm-1  Bjurholms kommun         member                         2026-01-01 –',
      '  testlan/umea-1      Umeå kommun              member                         2026-01-01 –  away',
      '  testlan/umea-2      Umeå kommun              substitute for testlan/umea-1  2026-01-01 –',
    ]);
    expect(describePeople(await ask('natverket', '2020-01-01'))).toBe(
      'Nobody was in Kommunnätverket (testlan/natverket) on 2020-01-01.',
    );
  });

  test.each([
    [
      { county: 'testln', group: 'natverket' },
      'There is no county "testln". Did you mean "testlan"? There are: testlan.',
    ],
    [{ county: 'testlan', group: 'nätverket' }, 'Did you mean "natverket"?'],
    [{ county: 'testlan', group: 'x' }, 'There are: arbetsgruppen, beredningsgruppen, natverket.'],
  ])('%j is refused with what there is', async (asked, why) => {
    await expect(peopleTask.answer(desk, asked)).rejects.toThrow(why);
  });
});
