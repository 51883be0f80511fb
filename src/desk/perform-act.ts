// An act is done, or tried and taken back: what was written, what changed, and what is sent because of it.
import { createHash } from 'node:crypto';
import type { Tx } from '../database/open.ts';
import { tryOut } from '../database/try-out.ts';
import type { Answers } from '../message/form.ts';
import type { ChangedField } from '../records/change.ts';
import type { Road } from '../reminders/road.ts';
import type { Applied, DeskAct, DeskAsking, PlannedSend, Preview, Refused } from './desk-act.ts';
import type { Told } from './desk-subject.ts';
import { foresee } from './foresee.ts';
import { listChanged } from './list-changed.ts';
import { listReached } from './outgoing-store.ts';
import { describePreview } from './preview-words.ts';

export interface Performed extends Applied {
  readonly fields: readonly ChangedField[];
}

/** Opened again first: who may not any more, or comes too late, is told so. */
export async function performAct(
  tx: Tx,
  act: DeskAct,
  asking: DeskAsking,
  answers: Answers,
): Promise<Performed | Refused> {
  const opened = await act.open(tx, asking);
  if ('refused' in opened) return opened;
  const applied = await act.apply(tx, asking, answers);
  if ('refused' in applied) return applied;
  const { form, values } = opened;
  const { language } = asking.asker.person;
  const after = { ...answers, ...applied.values };
  const typed = form ? listChanged(form, { before: values, after, language }) : [];
  return { ...applied, fields: [...typed, ...(applied.fields ?? [])] };
}

/** Does it, looks what the road would send from then on, and takes everything back. */
export async function previewAct(act: DeskAct, asking: DeskAsking, answers: Answers): Promise<Preview | Refused> {
  const { now } = asking;
  const road = hush(asking.road, asking);
  return tryOut(road.database, async (tx) => {
    const trying = { ...asking, road };
    const performed = await performAct(tx, act, trying, answers);
    if ('refused' in performed) return performed;
    const { fields, told } = performed;
    const reached = await findReachedIds(tx, told);
    const sends = await foresee(road, tx, { told, now, language: asking.asker.person.language });
    const said = await describePreview(tx, trying, { sends, told });
    const words = performed.note === undefined ? said : [...said, performed.note];
    return { fields, sends, words, seal: toSeal({ fields, sends, reached }) };
  });
}

/** The same moment throughout, and nobody is woken for what will not have been. */
function hush(road: Road, { now }: DeskAsking): Road {
  return { ...road, clock: { now: () => now }, queue: { ...road.queue, enqueue: async () => {} } };
}

async function findReachedIds(tx: Tx, told: readonly Told[]): Promise<readonly string[]> {
  const ids: string[] = [];
  for (const subject of told) ids.push(...(await listReached(tx, subject)).map(({ conversation }) => conversation.id));
  return ids;
}

interface Sealed {
  readonly fields: readonly ChangedField[];
  readonly sends: readonly PlannedSend[];
  readonly reached: readonly string[];
}

/**
 * What is to come, by its time and places. Of what is sent at once only to whom: while the outbox is at work, what waits
 * becomes what was sent from one moment to the next, and those whom it is for stay the same.
 */
function toSeal({ fields, sends, reached }: Sealed): string {
  const coming = sends
    .filter(({ isNow }) => !isNow)
    .map(({ key, at, posts }) => [key, at, posts.map(({ to }) => to.id)]);
  const now = sends.filter(({ isNow }) => isNow).flatMap(({ posts }) => posts.map(({ to }) => to.id));
  const at = [...new Set([...now, ...reached])].toSorted();
  return createHash('sha256')
    .update(JSON.stringify([fields, coming, at]))
    .digest('hex')
    .slice(0, 16);
}
