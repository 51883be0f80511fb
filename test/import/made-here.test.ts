// Is what people made here left alone by an import, and does it follow what the import changes?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { CountyId, GroupId, PersonId, SubjectId } from '../../src/ids.ts';
import { type CountyChanges, countChanges } from '../../src/import/changes.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createTopics } from '../../src/main.ts';
import { addChange } from '../../src/records/change-store.ts';
import { saveCalls } from '../../src/topics/calls/call-store.ts';
import { saveMeetings } from '../../src/topics/meetings/meeting-store.ts';
import { copyPlan } from '../../src/topics/plans/copy-plan.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { buildCall, buildMeeting } from '../topics/build-subjects.ts';
import { change, readExample } from './read-county.ts';

const topics = createTopics();
const countyId = CountyId.parse('norrbotten');
const APRIL = new Date('2024-04-15T10:00:00Z');
const norrbotten = readExample();
/** The file has next year's plan already, and knows nothing of what will be in it. */
const withNextYear = change(norrbotten, [
  '\nfollowUp:',
  '\n  - { id: plan-2025, year: 2025, state: draft }\n\nfollowUp:',
]);
const NEXT_YEAR = { planId: 'norrbotten/plan-2025' };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

async function apply(text: string): Promise<CountyChanges> {
  const files = [{ name: 'norrbotten.yaml', text }];
  const [changes] = await importFiles({ database, topics, now: APRIL }, { files, isDryRun: false });
  if (!changes) throw new Error('Nothing was imported.');
  return changes;
}

const copy = () => database.transaction((tx) => copyPlan(tx, { countyId, fromYear: 2024, toYear: 2025 }));

/** As the desk leaves it behind: the thing, and the trace of who made it. */
async function makeAtDesk(topic: 'call' | 'meeting', subjectId: string): Promise<void> {
  const by = { byId: PersonId.parse('norrbotten/samordnare'), at: APRIL };
  await database.transaction(async (tx) => {
    if (topic === 'call') {
      const groupIds = [GroupId.parse('norrbotten/radet')];
      const made = { id: subjectId, countyId, instrumentId: 'norrbotten/paragraf-37', groupIds };
      await saveCalls(tx, { countyId, now: APRIL }, [buildCall({ ...made, closesOn: '2024-06-28' })]);
    } else {
      const made = { id: subjectId, countyId, groupId: 'norrbotten/radet', heldOn: '2024-09-18' };
      await saveMeetings(tx, { countyId, now: APRIL }, [buildMeeting(made)]);
    }
    await addChange(tx, { countyId, topic, subjectId, act: 'new', ...by, fields: [] });
  });
}

const listPlanned = async (subjectId: string) =>
  (await database.db.occurrence.findMany({ where: { subjectId, state: 'planned' }, orderBy: { dueAt: 'asc' } })).map(
    ({ topic, step, localDate }) => `${topic} ${step} ${localDate}`,
  );

test('what was copied into a plan that the file has stays in it, its rounds too', async () => {
  await apply(withNextYear);
  await copy();
  const read = async () => [
    await database.db.activity.findMany({ where: NEXT_YEAR }),
    await database.db.round.findMany({ where: NEXT_YEAR }),
  ];
  const copied = await read();

  const again = await apply(withNextYear);
  const others = await apply(change(withNextYear, ['title: SFI på distans', 'title: SFI på väg']));

  expect(copied.map((rows) => rows.length)).toEqual([1, 1]);
  expect(await read()).toEqual(copied);
  expect([countChanges(again), countChanges(others)]).toEqual([0, 1]);
});

test('what the file has in a plan that it was copied into is still the file’s to end', async () => {
  const own =
    '{ id: bostader, title: Bostäder, goal: svenska-for-alla, owner: kiruna, group: radet, from: 2025-01-01, to: 2025-12-31, indicator: Antal }';
  await apply(change(withNextYear, ['year: 2025, state: draft', `year: 2025, state: draft, activities: [${own}]`]));
  await copy();

  const changes = await apply(withNextYear);

  expect(changes.kinds.find(({ kind }) => kind === 'activity')?.ended).toEqual(['Bostäder']);
  expect((await database.db.activity.findMany({ where: NEXT_YEAR })).map(({ title }) => title)).toEqual([
    'SFI på distans',
  ]);
});

test('an activity that the file has under the same name is not written over by a copy', async () => {
  const own =
    '{ id: sfi-pa-distans-2025, title: SFI hemma, goal: svenska-for-alla, owner: kiruna, group: radet, from: 2025-01-01, to: 2025-12-31, indicator: Antal }';
  await apply(change(withNextYear, ['year: 2025, state: draft', `year: 2025, state: draft, activities: [${own}]`]));

  const copied = await copy();

  expect(copied).toMatchObject({ carried: [], already: 1 });
  expect((await database.db.activity.findMany({ where: NEXT_YEAR })).map(({ title }) => title)).toEqual(['SFI hemma']);
});

test('a call and a meeting made at the desk stay, and follow a ladder that the file changes', async () => {
  await apply(norrbotten);
  await makeAtDesk('call', 'norrbotten/egen');
  await makeAtDesk('meeting', 'norrbotten/eget-mote');

  const changes = await apply(
    change(
      norrbotten,
      ['- { step: 14-days, days: -14, at: "09:00" }', '- { step: 10-days, days: -10, at: "09:00" }'],
      ['steps: [{ step: 7-days, days: -7, at: "09:00" }]', 'steps: [{ step: 5-days, days: -5, at: "09:00" }]'],
    ),
  );

  expect(changes.kinds.flatMap(({ ended, kept }) => [...ended, ...kept])).toEqual([]);
  expect(await listPlanned('norrbotten/egen')).toEqual(['call 10-days 2024-06-18', 'call last-day 2024-06-28']);
  expect(await listPlanned('norrbotten/eget-mote')).toContain('meeting 5-days 2024-09-13');
});

test('a plan copied here asks as the file’s ladder says by now', async () => {
  await apply(norrbotten);
  await copy();
  const { db } = database;
  await db.plan.update({ where: { id: NEXT_YEAR.planId }, data: { state: 'approved' } });

  await apply(
    change(norrbotten, ['{ step: opening, days: 0, at: "09:00" }', '{ step: opening, days: 1, at: "09:00" }']),
  );

  const share = SubjectId.parse('norrbotten/plan-2025/kiruna/kiruna-kontakt');
  expect((await listPlanned(share))[0]).toBe('plan juni-2025:opening 2025-06-04');
});
