// The desk over the small county, with the real topics and the real road, on a platform that remembers what it was sent.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { begin, confirm, fill, stepUp, take, type Wanted } from '../../src/desk/desk.ts';
import type { PlannedSend, Preview } from '../../src/desk/desk-act.ts';
import type { DeskAnswer } from '../../src/desk/desk-answer.ts';
import { findDraft } from '../../src/desk/draft-store.ts';
import { findPersonAnywhere } from '../../src/directory/person-store.ts';
import { PersonId, type PromptId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import type { Entries } from '../../src/message/entries.ts';
import type { Answers } from '../../src/message/form.ts';
import { type Answer, Incoming, type Pace } from '../../src/platform.ts';
import type { Road } from '../../src/reminders/road.ts';
import { tick } from '../../src/reminders/tick.ts';
import { buildCounty, settle } from '../directory/build-county.ts';
import { createFakePlatform, type FakePlatform, type Posted } from '../fake/fake-platform.ts';
import { writeOnce } from '../fake/write-once.ts';

export const COORDINATOR = 'testlan/samordnare';
export const CONVENER = 'testlan/mig-1';
export const MEMBER = 'testlan/umea-1';
const LONG_AGO = new Date('2020-01-01T00:00:00Z');

export interface OpenDesk {
  readonly road: Road;
  readonly clock: MovableClock;
  readonly platform: FakePlatform;
  goTo(instant: string | Date): Promise<void>;
  /** Begins an act and, where it asks something, fills it in; the last that was answered. */
  start(wanted: Wanted, entries?: Entries, by?: string): Promise<DeskAnswer>;
  fill(draftId: PromptId, entries: Entries, by?: string): Promise<DeskAnswer>;
  /** Confirms what was previewed. */
  confirm(answer: DeskAnswer, by?: string): Promise<DeskAnswer>;
  /** The whole way: begun, filled in, confirmed. */
  act(wanted: Wanted, entries?: Entries, by?: string): Promise<Done>;
  /** Somebody answers the newest question that was put to them. */
  answer(person: string, answers: Answers): Promise<Answer>;
}

export type Done = Extract<DeskAnswer, { kind: 'done' }>;

/** The county, with a channel for each group and a personal conversation for everybody. */
export async function settleDesk({ db }: Database, slug = 'testlan'): Promise<void> {
  const built = buildCounty(slug);
  await settle(db, built);
  const places = [
    ...built.groups.map(({ id, name }) => ({ id: `room/${id}`, kind: 'channel', name, groupId: id, personId: null })),
    ...built.people.map(({ id, name }) => ({ id: `room/${id}`, kind: 'personal', name, groupId: null, personId: id })),
  ];
  await db.conversation.createMany({
    data: places.map((one) => ({ ...one, countyId: slug, platform: 'room', address: {}, changedAt: LONG_AGO })),
  });
}

export async function openDesk(database: Database, start: string, pace: Pace = []): Promise<OpenDesk> {
  await settleWithConvener(database);
  return enterDesk(database, start, pace);
}

/** Written once for a database, and copied from then on. */
function settleWithConvener(database: Database): Promise<void> {
  return writeOnce(database, 'desk', async () => {
    await settleDesk(database);
    await database.db.membership.updateMany({
      where: { personId: CONVENER, groupId: 'testlan/beredningsgruppen' },
      data: { role: 'convener' },
    });
  });
}

/** As if the service had been started anew over what is written already. */
export async function enterDesk(database: Database, start: string, pace: Pace = []): Promise<OpenDesk> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const platform = createFakePlatform({ name: 'room', pace, now: () => clock.now().getTime() });
  const road = { database, queue, clock, log: silentLog, topics: createTopics() };
  const house = await openHouse(road, [platform], () => 0);
  let acts = 0;

  const at = async (by = COORDINATOR) => {
    const person = await findPersonAnywhere(database.db, PersonId.parse(by));
    if (!person) throw new Error(`There is nobody called ${by}.`);
    return stepUp(road, person);
  };
  const desk: OpenDesk = {
    road,
    clock,
    platform,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    async start(wanted, entries, by) {
      const begun = await take(database, await begin(await at(by), wanted));
      return begun.kind === 'form' && entries ? desk.fill(begun.draft.id, entries, by) : begun;
    },
    async fill(draftId, entries, by) {
      const standing = await at(by);
      const draft = await findDraft(database.db, standing.asker.person, draftId);
      if (!draft) throw new Error('There is no such draft.');
      return take(database, await fill(standing, draft, entries));
    },
    async confirm(answer, by) {
      if (answer.kind !== 'preview') throw new Error(`Nothing to confirm: ${JSON.stringify(answer)}`);
      const standing = await at(by);
      const draft = await findDraft(database.db, standing.asker.person, answer.draft.id);
      if (!draft) throw new Error('There is no such draft.');
      return take(database, await confirm(standing, draft, answer.preview.seal));
    },
    async act(wanted, entries = {}, by) {
      const done = await desk.confirm(await desk.start(wanted, entries, by), by);
      if (done.kind !== 'done') throw new Error(`Not done: ${JSON.stringify(done)}`);
      return done;
    },
    async answer(person, answers) {
      const asked = await database.db.asked.findFirstOrThrow({
        where: { personId: person },
        orderBy: [{ releasedAt: { sort: 'asc', nulls: 'first' } }, { promptId: 'asc' }],
      });
      const from = { platform: 'room', tenant: 'testlan', user: person };
      const act = { kind: 'pressed', key: `act-${acts++}`, from, promptId: asked.promptId, answers };
      return house.handle.take(Incoming.parse(act));
    },
  };
  return desk;
}

export function previewOf(answer: DeskAnswer): Preview {
  if (answer.kind !== 'preview') throw new Error(`No preview: ${JSON.stringify(answer)}`);
  return answer.preview;
}

/** One line for each message to each place: when, what occurrence, where, and its title. */
export function listForeseen(sends: readonly PlannedSend[]): readonly string[] {
  return sends
    .flatMap(({ at, posts }) => posts.map(({ to, message }) => `${at.toISOString()} ${to.id} ${message.title}`))
    .toSorted();
}

/** The same of what was sent. */
export function listSent(posts: readonly Posted[], about: string): readonly string[] {
  return posts
    .filter(({ key }) => key.includes(`:${about}`))
    .map(({ at, to, message }) => `${new Date(at).toISOString()} ${to.id} ${message.title}`)
    .toSorted();
}

export const aMeeting: Entries = {
  ...{ group: 'testlan/beredningsgruppen', heldOn: '2026-10-22', startsAt: '13', endsAt: '15.00', repeats: 'once' },
  ...{ place: 'Länsstyrelsen, Umeå', agenda: 'Inledning\nLaget runt\nAvslutning' },
};
