// Something is told at once, and once, that no topic has planned: by the same outbox as everything else.
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { addDeliveries } from '../delivery/delivery-store.ts';
import { readCounty } from '../directory/county-store.ts';
import type { CountyId } from '../ids.ts';
import { addNoticeOccurrence, type NoticeOccurrence } from './notice-store.ts';
import type { Post } from './post.ts';
import type { Road } from './road.ts';

export interface Notice extends Pick<NoticeOccurrence, 'key' | 'topic' | 'subjectId' | 'step'> {
  readonly countyId: CountyId;
  /** Where it is left out, it is not sent any more once a paused conversation opens again; somebody may still ask for it. */
  readonly usefulTo?: Instant;
}

/** Telling the same again tells nobody twice. */
export async function tellNotice(road: Road, tx: Tx, notice: Notice, posts: readonly Post[]): Promise<void> {
  if (posts.length === 0) return;
  const { countyId } = notice;
  const now = road.clock.now();
  const { timeZone } = await readCounty(tx, countyId);
  const cause = { usefulTo: now, ...notice, at: now, zone: timeZone, local: toLocal(now, timeZone) };
  const occurrenceId = await addNoticeOccurrence(tx, cause);
  if (occurrenceId === undefined) return;
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
