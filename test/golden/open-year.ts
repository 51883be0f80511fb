// A year of the small county on the real road: what it posts, shows anew and answers is taken up by a platform that remembers.
import { createMovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database, Tx } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
import type { SubjectId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import type { Answers } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import { type Answer, Belonging, Incoming } from '../../src/platform.ts';
import { planSubject } from '../../src/reminders/plan-ahead.ts';
import { tick } from '../../src/reminders/tick.ts';
import type { Language } from '../../src/text/language.ts';
import type { TopicKind } from '../../src/topic.ts';
import { buildCounty } from '../directory/build-county.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { buildCall, countyId, january, settleSubjects } from '../topics/build-subjects.ts';

export interface Year {
  /** Moves the clock and lets everything happen that is due by then. */
  goTo(instant: string): Promise<void>;
  /** The newest post in a conversation, a group's or somebody's own: of those that say this, where several came at once. */
  lastIn(place: string, saying?: RegExp): Message;
  /** What the newest card there was changed to, last. */
  lastChangeIn(place: string): Message;
  /** Answers the newest question in somebody's own conversation: of those that say this, where several came at once. */
  answer(person: string, answers: Answers, saying?: RegExp): Promise<void>;
  write(person: string, text: string, place?: string): Promise<Message>;
  /** Writes something that others are told of. */
  tell(person: string, text: string): Promise<void>;
  /** The bot is put into a conversation by somebody. */
  join(person: string, place: string): Promise<Message>;
  /** From now on, nothing gets there any more. */
  lose(place: string): void;
  /** Writes something else about a subject, as it would be saved. */
  save(topic: TopicKind, id: SubjectId, write: (tx: Tx, now: Date) => Promise<unknown>): Promise<void>;
}

const TENANT = 'tenant';
const placeOf = (name: string) => `teams/${name}`;

export async function openYear(database: Database, language: Language): Promise<Year> {
  await settleIn(database, language);
  const clock = createMovableClock(january);
  const platform = createFakePlatform({ name: 'teams' });
  const queue = createDrainQueue();
  const road = { database, queue, clock, log: silentLog, topics: createTopics() };
  const { handle } = await openHouse(road, [platform], () => 0);
  const lost = new Set<string>();
  platform.refuse = ({ to }) =>
    lost.has(to.id) ? new PlatformError('gone', { verdict: 'permanent', code: 'removed', isForAll: true }) : undefined;
  let acts = 0;

  const act = (person: string) => ({
    key: `act-${acts++}`,
    from: { platform: 'teams', tenant: TENANT, user: person, email: `testlan.${person}@example.org` },
  });
  const at = (place: string) => ({
    id: placeOf(place),
    platform: 'teams',
    kind: isGroup(place) ? 'channel' : 'personal',
    name: place,
    address: {},
  });
  const lastIn = (place: string, saying = /./): Message => {
    const isMeant = ({ title }: Message) => saying.test(title);
    const post = platform.posts.findLast(({ to, message }) => to.id === placeOf(place) && isMeant(message));
    if (!post) throw new Error(`Nothing was posted in ${place}.`);
    return post.message;
  };

  return {
    lastIn,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    lastChangeIn(place) {
      const newest = platform.posts.findLast(({ to }) => to.id === placeOf(place));
      const update = platform.updates.findLast(({ sent }) => sent.ref === newest?.key);
      if (!update) throw new Error(`No card was changed in ${place}.`);
      return update.message;
    },
    async answer(person, answers, saying) {
      const { question } = lastIn(person, saying);
      if (!question) throw new Error(`Nothing is asked of ${person}: ${lastIn(person).title}`);
      const { promptId } = question;
      const answer = await handle.take(Incoming.parse({ ...act(person), kind: 'pressed', promptId, answers }));
      if (answer.kind !== 'receipt') throw new Error(`${person} got no receipt: ${JSON.stringify(answer)}`);
      await queue.drain(clock.now());
    },
    write: async (person, text, place = person) =>
      toMessage(await handle.take(Incoming.parse({ ...act(person), kind: 'wrote', text, at: at(place) }))),
    async tell(person, text) {
      await handle.take(Incoming.parse({ ...act(person), kind: 'wrote', text, at: at(person) }));
      await queue.drain(clock.now());
    },
    join: async (person, place) =>
      toMessage(await handle.notice(Belonging.parse({ ...act(person), kind: 'joined', at: at(place) }))),
    lose(place) {
      lost.add(placeOf(place));
    },
    save: (topic, id, write) =>
      database.transaction(async (tx) => {
        await write(tx, clock.now());
        await planSubject(tx, road.topics[topic], { countyId, id }, clock.now());
      }),
  };
}

const GROUPS = ['natverket', 'beredningsgruppen'];
const isGroup = (place: string) => !place.includes('-') && place !== 'samordnare';

async function settleIn(database: Database, language: Language): Promise<void> {
  const built = buildCounty();
  const languages = [language, ...built.county.languages.filter((other) => other !== language)] as const;
  const county = { ...built.county, languages, tenants: { teams: [TENANT], slack: [] } };
  const people = built.people.map((person) => ({ ...person, language }));
  const call = buildCall({ round: 'första utlysningen', closesAt: '16:00', budget: '2 miljoner kronor' });
  await settleSubjects(database.db, { county: { ...built, county, people }, call });
  await database.db.conversation.createMany({
    data: [
      ...GROUPS.map((name) => ({ id: placeOf(name), kind: 'channel', name, groupId: `testlan/${name}` })),
      ...people.map(({ id }) => ({ id: placeOf(id.slice(8)), kind: 'personal', name: id.slice(8), personId: id })),
    ].map((place) => ({ ...place, countyId, platform: 'teams', address: {}, changedAt: january })),
  });
}

/** A note is shown as a card without parts would be. */
function toMessage(answer: Answer): Message {
  if (answer.kind === 'note') return { language: 'sv', title: answer.text, parts: [], buttons: [] };
  if (answer.kind !== 'card') throw new Error(`No card was answered: ${JSON.stringify(answer)}`);
  return answer.message;
}
