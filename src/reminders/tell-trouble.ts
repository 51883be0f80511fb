// A message that nobody will ever get, or a conversation out of reach: the county's coordinators are told, once.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Tx } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import {
  type FailedDelivery,
  type LostConversation,
  listFailed,
  listLost,
  TROUBLE,
} from '../delivery/trouble-store.ts';
import { listCoordinators } from '../directory/person-store.ts';
import { ConversationId, type CountyId } from '../ids.ts';
import type { Message, Part } from '../message/message.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { tellNotice } from './notice.ts';
import { findPersonPlaces } from './places.ts';
import { composePosts } from './post.ts';
import type { Road } from './road.ts';

export const TROUBLE_QUEUE = 'trouble';

const TroubleJob = z.object({
  notice: z.uuid(),
  deliveries: z.array(z.uuid()),
  conversations: z.array(ConversationId).default([]),
});
type TroubleJob = z.infer<typeof TroubleJob>;

export interface Trouble {
  readonly deliveries?: readonly string[];
  /** Conversations that take nothing any more. */
  readonly conversations?: readonly ConversationId[];
}

/** Promises the notice in the transaction that gives up: killed in between, neither has happened. */
export async function promiseTrouble(queue: Queue, tx: Tx, trouble: Trouble): Promise<void> {
  const { deliveries = [], conversations = [] } = trouble;
  await queue.enqueue(tx, [{ queue: TROUBLE_QUEUE, data: { notice: randomUUID(), deliveries, conversations } }]);
}

/** Doing a job again tells nobody twice. */
export async function tellTrouble(road: Road, jobs: readonly unknown[]): Promise<void> {
  for (const job of jobs.map((one) => TroubleJob.parse(one))) {
    const failed = await listFailed(road.database.db, job.deliveries);
    const lost = await listLost(road.database.db, job.conversations);
    for (const countyId of new Set([...failed, ...lost].map((one) => one.countyId))) {
      const isOwn = (one: { readonly countyId: CountyId }) => one.countyId === countyId;
      const telling = { job, countyId, failed: failed.filter(isOwn), lost: lost.filter(isOwn) };
      await road.database.transaction((tx) => tellCounty(road, tx, telling));
    }
  }
}

interface Telling {
  readonly job: TroubleJob;
  readonly countyId: CountyId;
  readonly failed: readonly FailedDelivery[];
  readonly lost: readonly LostConversation[];
}

async function tellCounty(road: Road, tx: Tx, { job, countyId, failed, lost }: Telling): Promise<void> {
  const coordinators = await listCoordinators(tx, countyId);
  const places = await findPersonPlaces(
    tx,
    countyId,
    coordinators.map(({ id }) => id),
  );
  // A coordinator whose own chat refuses, or is paused, is not told in that chat.
  const reachable = places.filter(
    ({ conversation, isPaused }) => !isPaused && failed.every((one) => one.conversation !== conversation.name),
  );
  const posts = await composePosts(reachable, async (language) => composeTrouble(failed, lost, language));
  const notice = { key: `${TROUBLE}:${countyId}:${job.notice}`, countyId, topic: TROUBLE, subjectId: countyId };
  await tellNotice(road, tx, { ...notice, step: 'undelivered' }, posts);
}

function composeTrouble(
  failed: readonly FailedDelivery[],
  lost: readonly LostConversation[],
  language: Language,
): Message {
  const { undelivered } = textsIn(language).road;
  const title = undelivered.title(failed.length);
  return {
    language,
    title: failed.length > 0 ? title : undelivered.lost.title(lost.map(({ name }) => name)),
    parts: [...listUndelivered(failed, language), ...listOutOfReach(lost, language)],
    buttons: [],
  };
}

function listUndelivered(failed: readonly FailedDelivery[], language: Language): readonly Part[] {
  const { undelivered } = textsIn(language).road;
  const items = failed.map(({ title, conversation, code }) => undelivered.item(title, conversation, code));
  if (items.length === 0) return [];
  return [
    { kind: 'text', text: undelivered.explain },
    { kind: 'list', title: undelivered.list, items },
  ];
}

function listOutOfReach(lost: readonly LostConversation[], language: Language): readonly Part[] {
  const texts = textsIn(language).road.undelivered.lost;
  const items = lost.map(({ name, reason }) => texts.item(name, reason));
  if (items.length === 0) return [];
  return [
    { kind: 'list', title: texts.list, items },
    { kind: 'text', text: texts.explain },
  ];
}
