// The small county with its meeting and its plan on the real road, where people write commands and answer in the web room.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PromptId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import type { Answers } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import { type Answer, Incoming, PlatformUser } from '../../src/platform.ts';
import { planSubject } from '../../src/reminders/plan-ahead.ts';
import type { Road } from '../../src/reminders/road.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { about } from '../topics/about.ts';
import { countyId, january, settleSubjects, subject, umeasShare } from '../topics/build-subjects.ts';

export interface People {
  readonly road: Road;
  readonly clock: MovableClock;
  goTo(instant: string): Promise<void>;
  write(person: string, text: string): Promise<Answer>;
  /** Answers the only open question that is put to somebody by the topic. */
  answer(person: string, answers: Answers, topic?: string): Promise<Answer>;
  /** Asks whoever stands behind them to answer the question of the plan. */
  delegate(person: string): Promise<Answer>;
  /** How the question of the plan stands for somebody. */
  look(person: string): Promise<Answer>;
  /** What was posted to somebody so far, the oldest first. */
  posts(person: string): readonly Message[];
  /** Whom a topic's prompt asks, without those released. */
  asked(topic?: string): Promise<readonly string[]>;
}

const NEVER = new Date('2020-01-01T00:00:00Z');

/** Not the group's own, which asks nobody. */
const asksUmea = { topic: 'plan', subjectId: umeasShare.id };

export async function openPeople(database: Database): Promise<People> {
  const { db } = database;
  await settleSubjects(db);
  // A call asks nearly everybody: what is asked here is asked by the plan and the meeting.
  await db.call.deleteMany();
  const people = await db.person.findMany({ select: { id: true, name: true } });
  await db.conversation.createMany({
    data: people.map(({ id, name }) => ({
      ...{ id: `room/${id}`, countyId, platform: 'room', kind: 'personal', name, personId: id },
      ...{ address: {}, changedAt: NEVER },
    })),
  });
  const clock = createMovableClock(january);
  const platform = createFakePlatform({ name: 'room' });
  const queue = createDrainQueue();
  const all = createTopics();
  // The county asks its contacts twice a year too; here it does not.
  const topics = { ...all, contact: { ...all.contact, upcoming: async () => [] } };
  const road: Road = { database, queue, clock, log: silentLog, topics };
  const { handle } = await openHouse(road, [platform], () => 0);
  await database.transaction(async (tx) => {
    await planSubject(tx, topics.plan, umeasShare, january);
    await planSubject(tx, topics.meeting, subject('mote'), january);
  });
  let acts = 0;
  const act = (person: string) => ({
    key: `act-${acts++}`,
    from: { platform: 'room', tenant: countyId, user: `testlan/${person}` },
  });
  const take = async (incoming: object) => {
    const answer = await handle.take(Incoming.parse(incoming));
    await queue.drain(clock.now());
    return answer;
  };
  return {
    road,
    clock,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    write: (person, text) => take({ ...act(person), kind: 'wrote', text }),
    async answer(person, answers, topic = 'plan') {
      const where = topic === 'plan' ? asksUmea : { topic };
      const { id: promptId } = await db.prompt.findFirstOrThrow({ where, select: { id: true } });
      const keyed = topic === 'plan' ? about('sprakstod', answers) : answers;
      return take({ ...act(person), kind: 'pressed', promptId, answers: keyed });
    },
    async delegate(person) {
      const { id: promptId } = await db.prompt.findFirstOrThrow({ where: asksUmea, select: { id: true } });
      return take({ ...act(person), kind: 'delegated', promptId });
    },
    async look(person) {
      const { id } = await db.prompt.findFirstOrThrow({ where: asksUmea, select: { id: true } });
      const from = PlatformUser.parse({ platform: 'room', tenant: countyId, user: `testlan/${person}` });
      return handle.look({ kind: 'looked', from, promptIds: [PromptId.parse(id)] });
    },
    posts: (person) =>
      platform.posts.filter(({ to }) => to.id === `room/testlan/${person}`).map(({ message }) => message),
    async asked(topic = 'plan') {
      const prompts = await db.prompt.findMany({ where: { topic }, select: { id: true } });
      const where = { promptId: { in: prompts.map(({ id }) => id) }, releasedAt: null };
      const rows = await db.asked.findMany({ where, select: { personId: true }, orderBy: { personId: 'asc' } });
      return rows.map(({ personId }) => personId.slice('testlan/'.length));
    },
  };
}

export function titles(messages: readonly Message[]): readonly string[] {
  return messages.map(({ title }) => title);
}
