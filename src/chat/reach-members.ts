// Members of a group are to be reached one by one: each gets a chat of their own, where the platform lets us open one.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import { answerWithin } from '../delivery/lease.ts';
import { findConversationAnywhere, listPeopleOn } from '../directory/binding-store.ts';
import { PlatformError } from '../errors.ts';
import { ConversationId, type CountyId, toStableUuid } from '../ids.ts';
import { Conversation, type Platform } from '../platform.ts';
import type { House } from './asking.ts';
import { keepOwnPlace } from './own-place.ts';
import { type Recognised, recognise } from './recognise.ts';

export const REACH_QUEUE = 'reach';

/** So many in one job: it stays short, and platforms count how many chats are opened at once. */
const CHUNK = 5;
const ANSWER_MS = 8_000;

const ReachJob = z.object({
  /** The same for all jobs of one promise. */
  run: z.uuid(),
  conversation: ConversationId,
  /** The last user of the job before this one; users come in the order of their ids. */
  after: z.string().default(''),
});
type ReachJob = z.infer<typeof ReachJob>;

/** Promised in the transaction that gives a group its conversation. */
export async function promiseReach(queue: Queue, tx: Tx, conversation: ConversationId): Promise<void> {
  await queue.enqueue(tx, [{ queue: REACH_QUEUE, data: { run: randomUUID(), conversation } }]);
}

/**
 * Opens a chat with everybody recognised who has none, not even one that they have closed. Doing a job again opens no
 * second one.
 * @throws AggregateError where somebody may be reached later: the job is tried again
 */
export async function reachMembers(house: House, jobs: readonly unknown[]): Promise<void> {
  for (const job of jobs.map((one) => ReachJob.parse(one))) {
    const group = await findReachable(house, job);
    if (group) await reachSome(house, job, group);
  }
}

type Reaching = Platform & Required<Pick<Platform, 'listMembers' | 'openPersonal'>>;

interface Reachable {
  readonly near: Conversation;
  readonly countyId: CountyId;
  readonly platform: Reaching;
}

/** Undefined where the conversation has no group any more, or the platform needs no chats to be opened. */
async function findReachable({ road, platforms }: House, job: ReachJob): Promise<Reachable | undefined> {
  const stored = await findConversationAnywhere(road.database.db, job.conversation);
  const platform = platforms.filter(canReach).find(({ name }) => name === stored?.platform);
  if (!stored?.groupId || stored.state !== 'active' || !platform) return undefined;
  return { near: Conversation.parse(stored), countyId: stored.countyId, platform };
}

function canReach(platform: Platform): platform is Reaching {
  return platform.listMembers !== undefined && platform.openPersonal !== undefined;
}

async function reachSome(house: House, job: ReachJob, group: Reachable): Promise<void> {
  const { near, platform } = group;
  const found = await findWithoutChat(house, job, group);
  const chunk = found.slice(0, CHUNK);
  const last = chunk.at(-1);
  // The next ones are promised first: whoever cannot be reached now holds up nobody.
  if (last && found.length > CHUNK) await promiseNext(house, { ...job, after: last.user.user });
  const tries = await Promise.allSettled(
    chunk.map(async ({ user, person }) => {
      const at = await answerWithin(ANSWER_MS, platform.openPersonal(user, near));
      await house.road.database.transaction((tx) => keepOwnPlace(house.road, tx, { person, at }));
    }),
  );
  const refusals: readonly unknown[] = tries.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
  for (const refusal of refusals) house.road.log.warn('member.unreached', refusal, { conversation: near.id });
  const passing = refusals.filter((refusal) => !isPermanent(refusal));
  if (passing.length > 0) throw new AggregateError(passing, 'Some members could not be reached yet.');
}

async function findWithoutChat(
  { road }: House,
  job: ReachJob,
  { near, countyId, platform }: Reachable,
): Promise<readonly Recognised[]> {
  const { db } = road.database;
  const users = await answerWithin(ANSWER_MS, platform.listMembers(near)).catch((error: unknown) => {
    if (!isPermanent(error)) throw error;
    road.log.warn('members.unknown', error, { conversation: near.id });
    return [];
  });
  const found = await recognise(db, countyId, users);
  const ids = found.map(({ person }) => person.id);
  const reached = await listPeopleOn(db, platform.name, { countyId, ids });
  return found
    .filter(({ user, person }) => user.user > job.after && !reached.has(person.id))
    .toSorted((a, b) => (a.user.user < b.user.user ? -1 : 1));
}

async function promiseNext({ road }: House, job: ReachJob): Promise<void> {
  const id = toStableUuid(`${job.run} ${job.after}`);
  await road.database.transaction((tx) => road.queue.enqueue(tx, [{ queue: REACH_QUEUE, id, data: { ...job } }]));
}

function isPermanent(error: unknown): boolean {
  return error instanceof PlatformError && error.verdict === 'permanent';
}
