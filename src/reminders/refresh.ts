// After answers and at the close, the cards that carry a prompt show where it stands.
import { isDeepStrictEqual } from 'node:util';
import { z } from 'zod';
import type { Tx } from '../database/open.ts';
import { deliveryQueue } from '../delivery/deliver.ts';
import { type Card, changeCard, listCards } from '../delivery/delivery-store.ts';
import { readCounty } from '../directory/county-store.ts';
import { PromptId } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { PlatformName } from '../platform.ts';
import type { Prompt } from '../replies/prompt.ts';
import { findPrompt } from '../replies/prompt-store.ts';
import type { OpenPrompt } from '../topic.ts';
import { readOpenPrompt, toDue } from './due.ts';
import { toNudge } from './nudge.ts';
import { findOccurrence } from './occurrence-store.ts';
import type { Road } from './road.ts';

export const REFRESH_QUEUE = 'refresh';

/** Whose answers came in: "person:…" or "organisation:…". All, where the prompt has closed or what it is about has changed. */
type Units = 'all' | readonly string[];
const RefreshJob = z.object({ prompt: PromptId, units: z.union([z.literal('all'), z.array(z.string())]) });

/** Many answers to one prompt in a short while change its cards once. */
export async function refreshBatch(road: Road, jobs: readonly unknown[]): Promise<void> {
  const unitsByPrompt = new Map<PromptId, Units>();
  for (const { prompt, units } of jobs.map((job) => RefreshJob.parse(job))) {
    const others = unitsByPrompt.get(prompt) ?? [];
    unitsByPrompt.set(prompt, units === 'all' || others === 'all' ? 'all' : [...others, ...units]);
  }
  for (const [prompt, units] of unitsByPrompt) await refreshCards(road, prompt, units);
}

/**
 * Composes anew the newest card of a prompt in each group's conversation and in those of the people who answered; at the
 * close, in all of them, and every older card that still asks. A card that says the same as before is left alone.
 */
export async function refreshCards(road: Road, promptId: PromptId, units: Units): Promise<void> {
  await road.database.transaction((tx) => refreshIn(road, tx, promptId, units));
}

/** Part of something larger: what waits in the outbox leaves it as it is said now, and in no other words. */
export async function refreshIn(road: Road, tx: Tx, promptId: PromptId, units: Units): Promise<void> {
  const prompt = await findPrompt(tx, promptId);
  if (!prompt) return;
  const now = road.clock.now();
  const open = await readOpenPrompt(tx, prompt, now);
  const isForAll = units === 'all' || open.isClosed;
  const { asked, released } = open.standing;
  const answerers = isForAll ? [] : [...asked, ...released].filter(({ unit }) => units.includes(unit));
  const cards = await listCards(tx, prompt, {
    ...(isForAll ? {} : { personIds: answerers.map(({ personId }) => personId) }),
    isWithOlder: isForAll,
  });
  const changed = new Set<PlatformName>();
  const composed = new Map<string, Message | undefined>();
  for (const card of cards) {
    if (await refreshCard(road, tx, { card, prompt, open, composed })) changed.add(card.platform);
  }
  await road.queue.enqueue(
    tx,
    [...changed].map((platform) => ({ queue: deliveryQueue(platform), data: {} })),
  );
}

interface Refreshing {
  readonly card: Card;
  readonly prompt: Prompt;
  readonly open: OpenPrompt;
  /** What has been composed so far: the cards of one occurrence say the same in the same language. */
  readonly composed: Map<string, Message | undefined>;
}

/** @returns whether the card says something else than before */
async function refreshCard(road: Road, tx: Tx, refreshing: Refreshing): Promise<boolean> {
  const { card, composed } = refreshing;
  const key = `${card.occurrenceId} ${card.message.language}`;
  if (!composed.has(key)) composed.set(key, await composeCard(road, tx, refreshing));
  const message = composed.get(key);
  if (!message || isDeepStrictEqual(message, card.message)) return false;
  await changeCard(tx, card, message, road.clock.now());
  return true;
}

/** In the language, and as of the moment, in which the card was first told. */
async function composeCard(road: Road, tx: Tx, { card, prompt, open }: Refreshing): Promise<Message | undefined> {
  const occurrence = await findOccurrence(tx, card.occurrenceId);
  if (!occurrence?.toldAt) return undefined;
  const due = toDue(occurrence, occurrence.toldAt, open);
  const message = await road.topics[occurrence.topic].message(tx, due, card.message.language);
  if (occurrence.kind !== 'nudge' || open.isClosed) return message;
  return toNudge(message, { prompt, county: await readCounty(tx, prompt.countyId), now: occurrence.toldAt });
}
