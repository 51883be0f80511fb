// Somebody asks that the silent are reminded now: the question once more, to those who have not answered it.
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { toStableUuid } from '../ids.ts';
import { isClosed, type Prompt } from '../replies/prompt.ts';
import { lockPrompt } from '../replies/prompt-steer-store.ts';
import { composeNudge } from './nudge.ts';
import { findLastNudge } from './nudge-store.ts';
import { type Occurrence, toOccurrenceKey } from './occurrence.ts';
import { addOccurrences } from './occurrence-store.ts';
import type { Road } from './road.ts';
import { writeTold } from './tell.ts';

/** Nobody is reminded of the same twice within it, however often somebody presses. */
const REST_MS = 60 * 60 * 1000;

export type Nudged =
  | { readonly kind: 'nudged' }
  /** The last time, by the ladder or by somebody, was then. */
  | { readonly kind: 'rested'; readonly last: Instant }
  | { readonly kind: 'nobody' }
  | { readonly kind: 'closed' };

/** Of two who press at once, the second finds that it was done. */
export async function nudgeNow(road: Road, tx: Tx, prompt: Prompt, now: Instant): Promise<Nudged> {
  await lockPrompt(tx, prompt);
  if (isClosed(prompt, now)) return { kind: 'closed' };
  const last = await findLastNudge(tx, prompt);
  if (last && now.getTime() - last.getTime() < REST_MS) return { kind: 'rested', last };
  const { countyId, topic } = prompt;
  const { timeZone: zone } = await readCounty(tx, countyId);
  const occurrence = toNudge(prompt, { ...toLocal(now, zone), at: now });
  const tale = await composeNudge(road, tx, occurrence, now);
  if (!tale) return { kind: 'nobody' };
  await addOccurrences(tx, { topic, subject: occurrence, zone }, [{ ...occurrence, at: now }]);
  await writeTold(road, tx, [{ occurrence, tale }], now);
  return { kind: 'nudged' };
}

type Moment = ReturnType<typeof toLocal> & { readonly at: Instant };

function toNudge(
  { countyId, subjectId: id, topic, question, closesAt }: Prompt,
  { date, time, at }: Moment,
): Occurrence {
  const step = `asked-for:${question}:${time}`;
  const subject = { countyId, id };
  const key = toOccurrenceKey(topic, subject, { step, date });
  return {
    ...{ ...subject, occurrenceId: toStableUuid(key), key, topic, step, kind: 'nudge', date, time, question },
    ...{ dueAt: at, usefulTo: closesAt, whenLate: 'drop', state: 'planned' },
  };
}
