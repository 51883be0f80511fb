// A message that nobody will ever get: the county's coordinators are told, once.
import { randomUUID } from 'node:crypto';
import { toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { addDeliveries } from '../delivery/delivery-store.ts';
import { type FailedDelivery, listFailed } from '../delivery/trouble-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { listCoordinators } from '../directory/person-store.ts';
import type { CountyId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';
import { addTroubleOccurrence } from './occurrence-store.ts';
import { findPersonPlaces } from './places.ts';
import { composePosts } from './post.ts';
import type { Road } from './road.ts';

export async function tellTrouble(road: Road, deliveryIds: readonly string[]): Promise<void> {
  const failed = await listFailed(road.database.db, deliveryIds);
  for (const countyId of new Set(failed.map((one) => one.countyId))) {
    const ofCounty = failed.filter((one) => one.countyId === countyId);
    await road.database.transaction((tx) => tellCounty(road, tx, countyId, ofCounty));
  }
}

async function tellCounty(road: Road, tx: Tx, countyId: CountyId, failed: readonly FailedDelivery[]): Promise<void> {
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
  const occurrenceId = randomUUID();
  await addTroubleOccurrence(tx, { occurrenceId, countyId, at: now, zone: timeZone, local: toLocal(now, timeZone) });
  await addDeliveries(
    tx,
    { occurrenceId, countyId, at: now },
    posts.map(({ to, message }) => ({ conversationId: to.id, platform: to.platform, message })),
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
