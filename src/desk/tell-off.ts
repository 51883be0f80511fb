// Something is called off: what waits is not sent, the cards say so, and whoever had heard of it is told once.
import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { holdWaiting } from '../delivery/delivery-steer-store.ts';
import type { Message } from '../message/message.ts';
import { tellNotice } from '../reminders/notice.ts';
import { composePosts } from '../reminders/post.ts';
import type { Road } from '../reminders/road.ts';
import { cancelIn, resumeIn } from '../reminders/steer.ts';
import type { Language } from '../text/language.ts';
import type { Told } from './desk-subject.ts';
import { listReached } from './outgoing-store.ts';
import { rewriteCards } from './tell-moved.ts';

export interface News {
  /** "cancelled"; told once a moment. */
  readonly step: string;
  /** Not sent later than this where it has to wait. */
  readonly usefulTo?: Instant;
  compose(language: Language): Message;
}

/**
 * To each once, also who had heard of several of these; nobody who had not heard of any is bothered. While it is paused, all
 * wait for it to go on.
 */
export async function tellReached(road: Road, tx: Tx, told: readonly Told[], news: News): Promise<void> {
  const { step, usefulTo, compose } = news;
  const digest = createHash('sha256').update(road.clock.now().toISOString()).digest('hex').slice(0, 8);
  const reached = new Set<string>();
  for (const one of told) {
    const places = (await listReached(tx, one)).filter(({ conversation }) => !reached.has(conversation.id));
    for (const { conversation } of places) reached.add(conversation.id);
    const posts = await composePosts(places, async (language) => compose(language));
    const { topic, countyId, id: subjectId } = one;
    const key = `${topic}:${subjectId}:${step}:${digest}`;
    await tellNotice(road, tx, { key, topic, countyId, subjectId, step, ...(usefulTo && { usefulTo }) }, posts);
    await holdWaiting(tx, one);
  }
}

/** All of it. A pause ends with it: nothing is left to wait for, and nobody is to prepare for what is off. */
export async function callOff(road: Road, tx: Tx, told: readonly Told[], news: News): Promise<void> {
  for (const one of told) {
    await cancelIn(tx, one);
    await resumeIn(tx, one, road.clock.now());
    await rewriteCards(road, tx, one);
  }
  await tellReached(road, tx, told, news);
}
