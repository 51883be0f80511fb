// Looks 48 hours ahead and makes sure that every subject with a date in sight has its occurrences.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { endPrompt, listPromptsAbout, movePrompt } from '../replies/prompt-store.ts';
import type { Subject, Topic } from '../topic.ts';
import { toPromptDue } from './due.ts';
import { planDates } from './plan-dates.ts';
import type { Road } from './road.ts';

const AHEAD_MS = 48 * 60 * 60 * 1000;
/** Also a little back: what was missed in a standstill is planned before it is judged. */
const BACK_MS = 60 * 24 * 60 * 60 * 1000;

/** Called wherever something happens that a subject's dates depend on. */
export async function replan(tx: Tx, topic: Topic, subject: Subject): Promise<void> {
  const { timeZone } = await readCounty(tx, subject.countyId);
  await planDates(tx, topic, subject, timeZone);
}

/** Called wherever a subject is saved: its occurrences follow, and the ends of what it asks. */
export async function planSubject(tx: Tx, topic: Topic, subject: Subject, now: Instant): Promise<void> {
  await replan(tx, topic, subject);
  if (!topic.asks) return;
  for (const prompt of await listPromptsAbout(tx, topic.kind, subject)) {
    const asks = await topic.asks(tx, await toPromptDue(tx, prompt, now), prompt.language);
    await (asks ? movePrompt(tx, prompt, asks, now) : endPrompt(tx, prompt, now));
  }
}

/** Catches what saving did not plan: a county's changed ladder, a new year, a row that came in by another way. */
export async function planAhead(road: Road, now: Instant): Promise<void> {
  const window = { from: new Date(now.getTime() - BACK_MS), to: new Date(now.getTime() + AHEAD_MS) };
  for (const topic of Object.values(road.topics)) {
    for (const subject of await topic.upcoming(road.database.db, window)) {
      await road.database.transaction((tx) => planSubject(tx, topic, subject, now));
    }
  }
}

/** Each once, however often it is named. */
export async function planAll(tx: Tx, topic: Topic, subjects: readonly Subject[], now: Instant): Promise<void> {
  const once = new Map(subjects.map((subject) => [subject.id, subject]));
  for (const subject of once.values()) await planSubject(tx, topic, subject, now);
}
