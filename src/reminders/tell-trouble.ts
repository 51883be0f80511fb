// A message that nobody will ever get: the county's coordinators are told, once.
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Queue } from '../database/queue.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { addDeliveries } from '../delivery/delivery-store.ts';
import { type FailedDelivery, listFailed } from '../delivery/trouble-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { listCoordinators } from '../directory/person-store.ts';
import { type CountyId, toStableUuid } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { addTroubleOccurrence } from './occurrence-store.ts';
import { findPersonPlaces } from './places.ts';
import { composePosts } from './post.ts';
import type { Road } from './road.ts';

export const TROUBLE_QUEUE = 'trouble';

const TroubleJob = z.object({ notice: z.uuid(), deliveries: z.array(z.uuid()) });
type TroubleJob = z.infer<typeof TroubleJob>;

/** Promises the notice in the transaction that gives the deliveries up: killed in between, neither has happened. */
export async function promiseTrouble(queue: Queue, tx: Tx, deliveries: readonly string[]): Promise<void> {
  await queue.enqueue(tx, [{ queue: TROUBLE_QUEUE, data: { notice: randomUUID(), deliveries } }]);
}

/** Doing a job again tells nobody twice. */
export async function tellTrouble(road: Road, jobs: readonly unknown[]): Promise<void> {
  for (const job of jobs.map((one) => TroubleJob.parse(one))) {
    const failed = await listFailed(road.database.db, job.deliveries);
    for (const countyId of new Set(failed.map((one) => one.countyId))) {
      const ofCounty = failed.filter((one) => one.countyId === countyId);
      await road.database.transaction((tx) => tellCounty(road, tx, { job, countyId, failed: ofCounty }));
    }
  }
}

interface Telling {
  readonly job: TroubleJob;
  readonly countyId: CountyId;
  readonly failed: readonly FailedDelivery[];
}

async function tellCounty(road: Road, tx: Tx, { job, countyId, failed }: Telling): Promise<void> {
  const now = road.clock.now();
  const { timeZone } = await readCounty(tx, countyId);
  const coordinators = await listCoordinators(tx, countyId);
  const places = await findPersonPlaces(
    tx,
    countyId,
    coordinators.map(({ id }) => id),
  );
  // A coordinator whose own chat refuses is not told in that chat.
  const reachable = places.filter(({ conversation }) => failed.every((one) => one.conversation !== conversation.name));
  const posts = await composePosts(reachable, async (language) => toTrouble(failed, language));
  if (posts.length === 0) return;
  const occurrenceId = toStableUuid(`${job.notice} ${countyId}`);
  const cause = { occurrenceId, countyId, at: now, zone: timeZone, local: toLocal(now, timeZone) };
  if (!(await addTroubleOccurrence(tx, cause))) return;
  await addDeliveries(
    tx,
    posts.map(({ to, message }) => ({ occurrenceId, countyId, conversationId: to.id, platform: to.platform, message })),
    now,
  );
  const platforms = new Set(posts.map(({ to }) => to.platform));
  await road.queue.enqueue(
    tx,
    [...platforms].map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
  );
}

function toTrouble(failed: readonly FailedDelivery[], language: Language): Message {
  const { undelivered } = textsIn(language).road;
  return {
    language,
    title: undelivered.title(failed.length),
    parts: [
      { kind: 'text', text: undelivered.explain },
      {
        kind: 'list',
        title: undelivered.list,
        items: failed.map(({ title, conversation, code }) => undelivered.item(title, conversation, code)),
      },
    ],
    buttons: [],
  };
}
