// CONTRACT: what the road may count on, whatever the topic.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { Ladders } from '../../src/directory/county.ts';
import { Message } from '../../src/message/message.ts';
import { Language } from '../../src/text/language.ts';
import type { Due, Recipient, Subject } from '../../src/topic.ts';
import { callTopic } from '../../src/topics/calls/call-topic.ts';
import { createContactTopic } from '../../src/topics/contacts/contact-topic.ts';
import { createEventTopic } from '../../src/topics/events/event-topic.ts';
import { createFollowUpTopic } from '../../src/topics/followups/follow-up-topic.ts';
import { createMeetingTopic } from '../../src/topics/meetings/meeting-topic.ts';
import { planTopic } from '../../src/topics/plans/plan-topic.ts';
import { readYear } from '../../src/topics/plans/read-year.ts';
import { surveyTopic } from '../../src/topics/surveys/survey-topic.ts';
import { type BuiltCounty, buildCounty, settle } from '../directory/build-county.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type AskingTopic, ask, lookAgain, toDue } from '../topics/ask.ts';
import {
  buildActivity,
  buildCall,
  buildEvent,
  buildMeeting,
  buildSurvey,
  type Settling,
  settleSubjects,
  subject,
  umeasShare,
} from '../topics/build-subjects.ts';

interface Keeper {
  readonly topic: AskingTopic;
  readonly subject: Subject;
  /** The same, but on other days. */
  readonly moved: Settling;
  /** What it needs beside what all of them have. */
  readonly settled?: Settling;
  /** Where no single press is a whole answer, the form opens instead. */
  readonly isFilledIn?: true;
}

const keepers: readonly Keeper[] = [
  { topic: callTopic, subject: subject('tia'), moved: { call: buildCall({ closesOn: '2026-04-24' }) } },
  {
    topic: createMeetingTopic({ replan: async () => {}, listRaised: async () => [] }),
    subject: subject('mote'),
    moved: { meeting: buildMeeting({ heldOn: '2026-11-19' }) },
  },
  { topic: planTopic, subject: umeasShare, moved: { activity: buildActivity({ fromOn: '2026-04-01' }) } },
  {
    topic: createFollowUpTopic({ readYear }),
    subject: subject('2026/beredningsgruppen'),
    settled: { county: askYear({}) },
    moved: { county: askYear({ month: 11 }) },
    isFilledIn: true,
  },
  {
    topic: createContactTopic({ replan: async () => {} }),
    subject: subject('bosattning/2026-spring'),
    moved: { county: askContacts({ rounds: [{ step: 'spring', month: 4, on: { nth: 2, weekday: 2 } }] }) },
  },
  {
    topic: createEventTopic({ replan: async () => {} }),
    subject: subject('1'),
    moved: { event: buildEvent({ proposedAt: new Date('2026-03-09T08:00:00Z') }) },
  },
  {
    topic: surveyTopic,
    subject: subject('enkat'),
    moved: { survey: buildSurvey({ opensOn: '2026-03-17', answerBy: '2026-03-25' }) },
  },
];

/** The small county, which asks how its year went. */
function askYear(followUp: object): BuiltCounty {
  const built = buildCounty();
  const askedOf = ['testlan/beredningsgruppen'];
  const questions = [
    { id: 'behov', text: 'Vad behöver utvecklas?', per: 'area', askedOf },
    { id: 'samverkan', text: 'Hur har samverkan fungerat?', per: 'county', askedOf },
  ];
  const ladders = Ladders.parse({ ...built.county.ladders, followUp });
  return { ...built, county: { ...built.county, ladders, followUp: { questions } } };
}

/** The small county, which asks its contacts in another way. */
function askContacts(contact: object): BuiltCounty {
  const built = buildCounty();
  const { ladders } = built.county;
  return { ...built, county: { ...built.county, ladders: Ladders.parse({ ...ladders, contact }) } };
}

const always = new Date('2030-01-01T00:00:00Z');

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  await settleSubjects(database.db, { event: buildEvent(), survey: buildSurvey() });
  await settle(database.db, buildCounty('grannlan'));
});

describe.each(keepers.map((keeper) => [keeper.topic.kind, keeper] as const))('a %s', (_, keeper) => {
  const { topic } = keeper;
  const dates = () => topic.dates(database.db, keeper.subject);

  beforeEach(async () => {
    if (!keeper.settled) return;
    await emptyTables(database);
    await settleSubjects(database.db, keeper.settled);
    await settle(database.db, buildCounty('grannlan'));
  });

  async function listDue(): Promise<readonly Due[]> {
    return (await dates()).map((planned) => toDue(keeper.subject, planned));
  }

  async function askFirst(): Promise<Due> {
    const first = (await listDue()).find(({ kind, question }) => kind === 'reminder' && question !== undefined);
    if (!first) throw new Error('It asks nothing');
    return ask(database.db, topic, first);
  }

  test('has dates, sorted by time', async () => {
    const times = (await dates()).map(({ at }) => at.getTime());

    expect(times.length).toBeGreaterThan(0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });

  test('has each step once a day', async () => {
    const keys = (await dates()).map(({ step, date }) => `${step} ${date}`);

    expect(keys).toEqual([...new Set(keys)]);
  });

  test('has the same dates however often they are asked for', async () => {
    expect(await dates()).toEqual(await dates());
  });

  test('has no date that is of no use any more when it comes', async () => {
    expect((await dates()).filter(({ at, usefulTo }) => at >= usefulTo)).toEqual([]);
  });

  test('nudges and escalates only about a question that a reminder has asked before', async () => {
    const planned = await dates();
    const asked = planned.filter(({ kind }) => kind === 'reminder').map(({ question, at }) => ({ question, at }));
    const orphans = planned
      .filter(({ kind }) => kind !== 'reminder')
      .filter(({ question, at }) => !asked.some((one) => one.question === question && one.at < at));

    expect(orphans).toEqual([]);
  });

  test('has other dates when its days move', async () => {
    const before = await dates();
    await emptyTables(database);
    await settleSubjects(database.db, keeper.moved);

    expect(await dates()).not.toEqual(before);
  });

  test('is found again by whoever plans ahead, on each of its dates', async () => {
    for (const { at } of await dates()) {
      const window = { from: at, to: new Date(at.getTime() + 60_000) };
      expect(await topic.upcoming(database.db, window)).toContainEqual(keeper.subject);
    }
  });

  test('is not looked at when all is over', async () => {
    const window = { from: always, to: new Date(always.getTime() + 60_000) };

    expect(await topic.upcoming(database.db, window)).toEqual([]);
  });

  test('reaches nobody twice and nobody in another county', async () => {
    const reminders = (await listDue()).filter(({ kind }) => kind === 'reminder');
    for (const due of reminders) {
      const names = (await topic.audience(database.db, due)).map(nameRecipient);

      expect(names.length).toBeGreaterThan(0);
      expect(names).toEqual([...new Set(names)]);
      expect(names.filter((name) => !name.includes(' testlan/'))).toEqual([]);
    }
  });

  test('asks for an answer before it closes, and closes after it has opened', async () => {
    const [due] = await listDue();
    if (!due) throw new Error('It has no dates');
    const asks = await topic.asks(database.db, due, 'sv');

    expect(asks).toBeDefined();
    expect(asks?.opensAt.getTime()).toBeLessThan(Number(asks?.answerBy));
    expect(asks?.answerBy.getTime()).toBeLessThanOrEqual(Number(asks?.closesAt));
  });

  describe.each(Language.options)('in %s', (language) => {
    const say = (due: Due) => topic.message(database.db, due, language);

    test('says something valid on each of its dates, before and after it is asked', async () => {
      const { prompt } = await askFirst();
      for (const due of await listDue()) {
        const messages = [await say(due), await say({ ...due, ...(prompt && due.question && { prompt }) })];

        for (const message of messages) {
          expect(Message.parse(message)).toEqual(message);
          expect(message.language).toBe(language);
        }
      }
    });

    test('can be answered while its question is open: in one press, or in its form', async () => {
      const due = await askFirst();
      const { buttons, question } = await say(due);

      const [kind, least] = keeper.isFilledIn ? ['fill', 1] : ['answer', 2];
      expect(buttons.filter((button) => button.kind === kind).length).toBeGreaterThanOrEqual(least);
      expect(question).toEqual({ promptId: due.prompt?.id, form: due.prompt?.form });
    });

    test('asks nothing more when its question is closed, and still tells which it was', async () => {
      const due = await lookAgain(database.db, topic, await askFirst(), always);
      const { buttons, question, past } = await say(due);

      expect(buttons.filter(({ kind }) => kind !== 'link')).toEqual([]);
      expect(question).toBeUndefined();
      expect(past).toEqual({ promptId: due.prompt?.id });
    });
  });
});

function nameRecipient(recipient: Recipient): string {
  return recipient.kind === 'group' ? `group ${recipient.groupId}` : `person ${recipient.personId}`;
}
