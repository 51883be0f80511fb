// What will be sent of some subjects from now on? The road itself is asked, in a transaction that is then taken back.
import type { Instant } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { Occurrence } from '../reminders/occurrence.ts';
import { listOccurrences, markDropped, markTold } from '../reminders/occurrence-store.ts';
import { listPaused } from '../reminders/pause-store.ts';
import type { Road } from '../reminders/road.ts';
import { composeTale } from '../reminders/tell.ts';
import type { Language } from '../text/language.ts';
import type { PlannedSend } from './desk-act.ts';
import type { Told } from './desk-subject.ts';
import { listWaiting } from './outgoing-store.ts';

export interface Looking {
  readonly told: readonly Told[];
  readonly now: Instant;
  /** In which the messages are shown. */
  readonly language: Language;
}

/** Tells everything that is planned, each at its time, with the very words and for the very places; nothing leaves. */
export async function foresee(road: Road, tx: Tx, { told, now, language }: Looking): Promise<readonly PlannedSend[]> {
  const sends = (await listOutgoing(tx, told, now)).map(({ key, kind, posts }) =>
    toSend({ key, kind, at: now, isNow: true, isForSilent: false, posts }, language),
  );
  for (const occurrence of await listComing(tx, told, now)) {
    const at = later(occurrence.dueAt, now);
    const tale = await composeTale(road, tx, occurrence, at);
    if (!tale) {
      await markDropped(tx, [occurrence]);
      continue;
    }
    await markTold(tx, [{ occurrence, promptId: tale.prompt?.id }], at);
    const { key, kind } = occurrence;
    const { posts } = tale;
    sends.push(toSend({ key, kind, at, isNow: at <= now, isForSilent: kind !== 'reminder', posts }, language));
  }
  return sends.flat().toSorted((a, b) => a.at.getTime() - b.at.getTime());
}

/** None, where nobody is there to be told. */
function toSend(send: Omit<PlannedSend, 'message'>, language: Language): readonly PlannedSend[] {
  const [first] = send.posts;
  if (!first) return [];
  const own = send.posts.find(({ message }) => message.language === language) ?? first;
  return [{ ...send, message: own.message }];
}

/** In the order in which they will be told: an escalation counts the nudges before it. */
async function listComing(tx: Tx, told: readonly Told[], now: Instant): Promise<readonly Occurrence[]> {
  const all: Occurrence[] = [];
  for (const { topic, question, ...subject } of told) {
    const found = await listOccurrences(tx, topic, subject);
    all.push(...found.filter((one) => isComing(one) && (question === undefined || one.question === question)));
  }
  const paused = await listPaused(tx, all);
  const rank = (one: Occurrence) => (one.kind === 'escalation' ? 1 : 0);
  return all
    .filter((one) => !paused.has(one))
    .toSorted((a, b) => later(a.dueAt, now).getTime() - later(b.dueAt, now).getTime() || rank(a) - rank(b));
}

function isComing({ state }: Occurrence): boolean {
  return state === 'planned' || state === 'queued';
}

function later(one: Instant, other: Instant): Instant {
  return one > other ? one : other;
}

type Outgoing = Pick<PlannedSend, 'key' | 'kind' | 'posts'>;

/** What lies in the outbox already, message by message. */
async function listOutgoing(tx: Tx, told: readonly Told[], now: Instant): Promise<readonly Outgoing[]> {
  const outgoing = new Map<string, Outgoing>();
  for (const subject of told) {
    for (const { key, kind, message, to } of await listWaiting(tx, subject, now)) {
      outgoing.set(key, { key, kind, posts: [...(outgoing.get(key)?.posts ?? []), { to, message }] });
    }
  }
  return [...outgoing.values()];
}
