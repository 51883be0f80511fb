// Whatever the day of the first start: do the examples lie ahead, and is there something of each kind to answer at once?

import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { addDays, addYears, LocalDate } from '../../src/calendar/local-date.ts';
import { isWorkingDay } from '../../src/calendar/working-day.ts';
import { createMovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PersonId } from '../../src/ids.ts';
import { countChanges } from '../../src/import/changes.ts';
import type { CountyFile } from '../../src/import/county-file.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { bringToPresent, loadExamples, readExamples } from '../../src/import/load-examples.ts';
import { moveYears } from '../../src/import/move-years.ts';
import { addStartEntries, isFromStart } from '../../src/import/start-entries.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { Message } from '../../src/message/message.ts';
import { Incoming } from '../../src/platform.ts';
import { createRoom } from '../../src/platforms/room/room.ts';
import { tick } from '../../src/reminders/tick.ts';
import type { TopicKind } from '../../src/topic.ts';
import { createPeople } from '../../src/web/people.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { readCounty, readText } from './read-county.ts';

const examples = await readExamples();

/** The first and the middle of each month of a leap year, at all hours, the day that only it has, and New Year's Eve. */
const STARTS = [
  ...Array.from({ length: 24 }, (_, index) => {
    const month = String(Math.floor(index / 2) + 1).padStart(2, '0');
    return `2028-${month}-${index % 2 === 0 ? '01' : '15'}T${String((index * 7) % 24).padStart(2, '0')}:40:00Z`;
  }),
  '2028-02-29T07:59:00Z',
  '2026-12-24T23:30:00Z',
  '2026-12-31T22:59:00Z',
];

describe.each(STARTS)('started at %s, each example', (start) => {
  const now = new Date(start);
  const today = LocalDate.parse(new Date(now.getTime() + 60 * 60 * 1000).toISOString().slice(0, 10));
  const moved = examples.map((file) => ({ file, present: bringToPresent(file, now) }));

  test('is in its year, with every call and meeting ahead', () => {
    for (const { present } of moved) {
      expect(present.file.plans.map(({ year }) => year)).toEqual([Number(today.slice(0, 4))]);
      expect(present.file.calls.filter(({ closesOn }) => closesOn < today)).toEqual([]);
      expect(present.file.meetings.filter(({ date }) => date < today)).toEqual([]);
    }
  });

  test('asks about a call, a meeting and an activity', () => {
    // Nothing is added where each kind asks already.
    for (const { present } of moved) expect(addStartEntries(present.file, now)).toBe(present.file);
  });

  test('says of its calls what its documents say, whole years later', () => {
    for (const { file, present } of moved) {
      const days = ({ calls }: CountyFile) =>
        calls.filter(({ id }) => !isFromStart(id)).map(({ id, closesOn }) => [id, closesOn.slice(5)]);
      expect(days(present.file)).toEqual(days(file));
    }
  });

  test('meets on working days, the same or the next ones, and checks in on them', () => {
    for (const { file, present } of moved) {
      const held = present.file.meetings.filter(({ id }) => !isFromStart(id));
      for (const { id, date } of held) {
        const original = file.meetings.find((meeting) => meeting.id === id);
        const years = Number(date.slice(0, 4)) - Number(original?.date.slice(0, 4));
        const sameDay = original && addYears(original.date, years);
        expect([id, isWorkingDay(date)]).toEqual([id, true]);
        expect(sameDay && date >= sameDay && date <= addDays(sameDay, 6)).toBe(true);
      }
      const rounds = present.file.plans.flatMap((plan) => plan.rounds).filter(({ id }) => !isFromStart(id));
      for (const { opensOn, closesOn } of rounds) expect([opensOn, closesOn].every(isWorkingDay)).toBe(true);
    }
  });
});

describe('moving a county by whole years', () => {
  const blekinge = readCounty('blekinge');

  test('moves every date there is, and nothing else', () => {
    const plus4 = moveYears(blekinge, 4);
    const day = /\b(20\d\d)-\d\d-\d\d\b/g;

    const later = JSON.stringify(blekinge.plans).replaceAll(
      day,
      (text) => `${Number(text.slice(0, 4)) + 4}${text.slice(4)}`,
    );
    expect(
      JSON.stringify(plus4.plans).replaceAll('"year":2028', '"year":2024').replaceAll('2028-2024', '2024-2024'),
    ).toBe(later);
    expect(plus4.strategy).toMatchObject({ from: '2027-01-01', to: '2030-12-31' });
    expect(plus4.calls[0]).toMatchObject({ opensOn: '2028-02-05', closesOn: '2028-03-15' });
    expect(plus4.meetings.find(({ answerBy }) => answerBy)).toMatchObject({
      date: '2028-10-24',
      answerBy: '2028-10-22',
    });
    expect(plus4.groups[0]?.members[0]?.from).toBe('2027-01-01');
    expect({ ...plus4, plans: [], strategy: [], calls: [], meetings: [], groups: [] }).toEqual({
      ...blekinge,
      ...{ plans: [], strategy: [], calls: [], meetings: [], groups: [] },
    });
  });

  test('there and back leaves all as it was', () => {
    expect(moveYears(moveYears(blekinge, 3), -3)).toEqual(blekinge);
  });

  test('gives the last of February in a year that has no 29th', () => {
    const leap = {
      ...blekinge,
      calls: blekinge.calls.map((call) => ({ ...call, closesOn: LocalDate.parse('2024-02-29') })),
    };

    expect(moveYears(leap, 3).calls[0]?.closesOn).toBe('2027-02-28');
    expect(moveYears(leap, 4).calls[0]?.closesOn).toBe('2028-02-29');
  });
});

describe('in the room', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database));

  test.each(['2027-07-10T21:30:00Z'])(
    'started at %s, a question of each topic stands there for somebody in every county, and is answered',
    async (start) => {
      const clock = createMovableClock(new Date(start));
      const road = { database, queue: createDrainQueue(), clock, log: silentLog, topics: createTopics() };
      await loadExamples(road);
      const people = createPeople(database.db, clock);
      const local = { secret: 'x'.repeat(32), publicUrl: 'http://127.0.0.1:3978', isLocal: true };
      const room = createRoom({ ...local, db: database.db, clock, people, log: silentLog });
      const { handle } = await openHouse(road, [room], () => 0);
      await tick(road);
      await road.queue.drain(clock.now());

      for (const { id: countyId } of await people.listCounties()) {
        for (const topic of ['call', 'meeting', 'plan'] as const) {
          const { personId, promptId, answers } = await findQuestion(database, { countyId, topic });
          const from = { platform: 'room', tenant: countyId, user: personId };
          const act = { kind: 'pressed', key: `${countyId} ${topic}`, from, promptId, answers };
          const answer = await handle.take(Incoming.parse(act));
          expect([countyId, topic, answer.kind]).toEqual([countyId, topic, 'receipt']);
          expect(await people.findPerson(PersonId.parse(personId))).toMatchObject({ countyId });
        }
      }
    },
    120_000,
  );

  test('imported again, an example that was moved stays as it is', async () => {
    const clock = createMovableClock(new Date('2026-11-22T10:00:00Z'));
    const topics = createTopics();
    await loadExamples({ database, topics, clock, log: silentLog });
    const files = ['kalmar', 'vasterbotten'].map((id) => {
      return { name: `${id}.yaml`, text: readText(`prisma/counties/${id}.yaml`) };
    });

    const changes = await importFiles({ database, topics, now: clock.now() }, { files, isDryRun: false });

    expect(changes.map(({ yearsMoved }) => yearsMoved)).toEqual([2, 7]);
    expect(changes.map(countChanges)).toEqual([0, 0]);
    expect(await database.db.call.count({ where: { id: 'kalmar/vid-start-utlysning' } })).toBe(1);
  }, 120_000);

  test('nothing is loaded where there is a county already', async () => {
    const clock = createMovableClock(new Date('2026-11-22T10:00:00Z'));
    const topics = createTopics();
    const files = [{ name: 'kalmar.yaml', text: readText('prisma/counties/kalmar.yaml') }];
    await importFiles({ database, topics, now: clock.now() }, { files, isDryRun: false });

    await loadExamples({ database, topics, clock, log: silentLog });

    expect(await database.db.county.count()).toBe(1);
  });
});

/** Of a message that lies in somebody's own conversation in the room, with what its first button answers. */
async function findQuestion({ db }: Database, where: { countyId: string; topic: TopicKind }) {
  const prompts = await db.prompt.findMany({ where, select: { id: true } });
  for (const { id: promptId } of prompts) {
    for (const { personId } of await db.asked.findMany({ where: { promptId }, orderBy: { personId: 'asc' } })) {
      const posts = await db.roomMessage.findMany({ where: { conversationId: `room/${personId}` } });
      const buttons = posts.flatMap(({ message }) => Message.parse(message).buttons);
      const press = buttons.find((button) => button.kind === 'answer' && button.promptId === promptId);
      if (press?.kind === 'answer') return { personId, promptId, answers: press.answers };
    }
  }
  throw new Error(`No question about a ${where.topic} lies with anybody in ${where.countyId}.`);
}
