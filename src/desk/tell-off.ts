// Something is called off: what waits is not sent, the cards say so, and whoever had heard of it is told once.
import { createHash } from 'node:crypto';
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Message } from '../message/message.ts';
import { tellNotice } from '../reminders/notice.ts';
import { composePosts } from '../reminders/post.ts';
import type { Road } from '../reminders/road.ts';
import { cancelIn, holdPaused, resumeIn } from '../reminders/steer.ts';
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

/** Nobody who had not heard of it yet is bothered. While it is paused, all wait for it to go on. */
export async function tellReached(road: Road, tx: Tx, told: Told, { step, usefulTo, compose }: News): Promise<void> {
  const places = await listReached(tx, told);
  const posts = await composePosts(places, async (language) => compose(language));
  const { topic, countyId, id: subjectId } = told;
  const digest = createHash('sha256').update(road.clock.now().toISOString()).digest('hex').slice(0, 8);
  const key = `${topic}:${subjectId}:${step}:${digest}`;
  await tellNotice(road, tx, { key, topic, countyId, subjectId, step, ...(usefulTo && { usefulTo }) }, posts);
  await holdPaused(tx, told);
}

/** A pause ends with it: nothing is left to wait for, and nobody is to prepare for what is off. */
export async function callOff(road: Road, tx: Tx, told: Told, news: News): Promise<void> {
  await cancelIn(tx, told);
  await resumeIn(tx, told, road.clock.now());
  await rewriteCards(road, tx, told);
  await tellReached(road, tx, told, news);
}
