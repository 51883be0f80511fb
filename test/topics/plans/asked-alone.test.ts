// Does a round that was begun when each activity was asked about by itself go on, when that changes in the middle of it?
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from '@jest/globals';
import { migrate } from '../../../src/database/migrate.ts';
import type { Database } from '../../../src/database/open.ts';
import { CountyId, SubjectId } from '../../../src/ids.ts';
import { toFieldKey } from '../../../src/message/field-key.ts';
import { Form } from '../../../src/message/form.ts';
import { toPromptId, toPromptKey } from '../../../src/replies/prompt.ts';
import { textsIn } from '../../../src/text/texts.ts';
import { createCheckInForm } from '../../../src/topics/plans/check-in-form.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type AskedOf, openYear, type Year } from '../../journey/open-year.ts';

const MIGRATION = '20261126062000_plan_asked_alone';
const countyId = CountyId.parse('blekinge');
const MARCH = new Date('2024-03-11T08:00:00Z');

let database: Database;
let year: Year;
beforeAll(async () => {
  database = await openTestDatabase();
  year = await openYear(database, { county: countyId, start: '2024-03-05T08:00:00Z' });
  await database.db.occurrence.deleteMany({ where: { topic: 'plan' } });
  for (const activity of await database.db.activity.findMany({ where: { fromOn: { lte: '2024-03-11' } } }))
    await askAsBefore(activity);
  await keepAsBefore('blekinge/tidiga-signaler');
  // It changes no table: a database from before it is one that does not have it.
  await database.executeSql(`delete from _prisma_migrations where migration_name = '${MIGRATION}'`);
  await migrate(database.executeSql);
}, 120_000);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly groupId: string;
  readonly ownerId: string;
  readonly responsibleId: string | null;
}

/** The question, the reminder that told of it, and what was planned after it, as they were written then. */
async function askAsBefore({ id, title, groupId, ownerId, responsibleId }: Row): Promise<void> {
  const { db } = database;
  const slug = id.slice(countyId.length + 1);
  const subjectId = SubjectId.parse(id);
  const key = toPromptKey('plan', subjectId, 'mars-2024');
  const promptId = toPromptId('plan', subjectId, 'mars-2024');
  const form = JSON.stringify(createCheckInForm([{ slug, title }], textsIn('sv')));
  await db.prompt.create({
    data: {
      ...{ id: promptId, key, countyId, topic: 'plan', subjectId: id, question: 'mars-2024', period: '2024-mars' },
      ...{ title: `Avstämning mars: ${title}`, language: 'sv', answerPer: 'organisation', groupId },
      form: Form.parse(JSON.parse(form.replaceAll(toFieldKey('', slug), ''))),
      ...{ opensAt: MARCH, answerBy: new Date('2024-03-22T22:59:00Z'), closesAt: new Date('2024-06-02T22:00:00Z') },
    },
  });
  const asked = { promptId, countyId, organisationId: ownerId, unit: `organisation:${ownerId}`, groupId };
  await db.asked.create({ data: { ...asked, personId: responsibleId ?? '' } });
  const steps = [
    { step: 'mars-2024:opening', kind: 'reminder', localDate: '2024-03-11', state: 'told', promptId, toldAt: MARCH },
    { step: 'mars-2024:nudge:nudge-1', kind: 'nudge', localDate: '2024-03-19', state: 'planned' },
    { step: 'mars-2024:escalation:escalate', kind: 'escalation', localDate: '2024-03-25', state: 'planned' },
    { step: 'juni-2024:opening', kind: 'reminder', localDate: '2024-06-03', state: 'planned' },
  ];
  await db.occurrence.createMany({
    data: steps.map((one) => ({
      ...{ ...one, id: randomUUID(), key: `plan:${id}:${one.step}:${one.localDate}`, countyId, topic: 'plan' },
      ...{ subjectId: id, localTime: '09:00', zone: 'Europe/Stockholm', late: 'summarise' },
      ...{ question: one.step.slice(0, one.step.indexOf(':')), dueAt: new Date(`${one.localDate}T08:00:00Z`) },
      usefulTo: new Date(one.step.startsWith('mars') ? '2024-06-02T22:00:00Z' : '2024-06-14T21:59:00Z'),
    })),
  });
}

async function keepAsBefore(id: string): Promise<void> {
  const prompt = await database.db.prompt.findFirstOrThrow({ where: { subjectId: id } });
  const by = { personId: 'blekinge/ronneby-kontakt', organisationId: 'blekinge/ronneby' };
  await database.db.reply.create({
    data: {
      ...{ id: randomUUID(), countyId, promptId: prompt.id, unit: 'organisation:blekinge/ronneby', version: 1 },
      ...{ isCurrent: true, topic: 'plan', subjectId: id, period: '2024-mars', ...by, groupId: prompt.groupId },
      answers: { light: 'yellow', comment: 'Kö', status: 'ongoing' },
      ...{ isLate: false, isCopy: false, receipt: '7F3A-21', incomingId: randomUUID(), repliedAt: MARCH },
    },
  });
}

const listOpen = async () => (await database.db.prompt.findMany({ where: { topic: 'plan', closedAt: null } })).length;
const countAsking = (person: string) => year.posts(person).filter(({ title }) => /avstämning mars/i.test(title)).length;
const find = (asked: readonly AskedOf[], person: string): AskedOf => {
  const found = asked.find(({ personId }) => personId === `blekinge/${person}`);
  if (!found) throw new Error(`${person} is not asked.`);
  return found;
};

test('what was answered is in the activity’s history, under the keys of now', async () => {
  const { db } = database;

  expect(await db.checkIn.findMany()).toMatchObject([
    {
      ...{ activityId: 'blekinge/tidiga-signaler', planId: 'blekinge/handlingsplan-2024', round: 'mars-2024' },
      ...{ light: 'yellow', comment: 'Kö', status: 'ongoing', isCurrent: true, receipt: '7F3A-21', at: MARCH },
    },
  ]);
  expect((await db.reply.findFirst())?.answers).toEqual({
    lightYtidigaXsignaler: 'yellow',
    commentYtidigaXsignaler: 'Kö',
    statusYtidigaXsignaler: 'ongoing',
  });
});

test('nobody is asked again in the round, and the question that was asked is answered', async () => {
  const before = await listOpen();
  await year.goTo('2024-03-12T08:00:00Z');
  await year.importAgain(['title: Språkstöd på arbetsplatsen', 'title: Språkstöd']);
  await year.goTo('2024-03-12T08:00:10Z');
  const one = find(await year.listAsked('plan'), 'karlshamn-kontakt');

  const { form } = await year.open(one);
  const answer = await year.answer(one, () => ({ lightYsprakstodXarbetsplats: 'green' }));

  expect([before, await listOpen(), countAsking('karlshamn-kontakt')]).toEqual([11, 11, 0]);
  expect(form.fields.map(({ key }) => key)).toContain('lightYsprakstodXarbetsplats');
  expect(answer).toMatchObject({ kind: 'receipt' });
  expect(await database.db.activity.findUnique({ where: { id: 'blekinge/sprakstod-arbetsplats' } })).toMatchObject({
    light: 'green',
    checkedRound: 'mars-2024',
  });
});

test('whoever is silent is nudged, and told of', async () => {
  await year.goTo('2024-03-19T08:00:00Z');
  const nudged = ['karlskrona-kontakt', 'karlshamn-kontakt', 'ronneby-kontakt'].map((person) => countAsking(person));
  await year.goTo('2024-03-25T08:00:00Z');

  expect(nudged).toEqual([1, 0, 0]);
  expect(year.posts('integrationssamordnare').map(({ title }) => title)).toContainEqual(
    expect.stringContaining('har inte svarat: Avstämning mars: SFI med fler spår'),
  );
});

test('the next round asks each owner in one go', async () => {
  await year.goTo('2024-06-03T07:00:00Z');
  const prompts = await database.db.prompt.findMany({ where: { topic: 'plan', closedAt: null } });

  expect(new Set(prompts.map(({ question }) => question))).toEqual(new Set(['juni-2024']));
  expect(prompts.map(({ subjectId }) => subjectId)).toContain(
    'blekinge/handlingsplan-2024/karlshamn/karlshamn-kontakt',
  );
  expect(prompts.filter(({ subjectId }) => !subjectId.startsWith('blekinge/handlingsplan-2024'))).toEqual([]);
});
