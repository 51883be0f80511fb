// ROAD 1: dates → due. Whatever a subject's dates are by now, its occurrences follow.
import type { ZoneName } from '../calendar/zone.ts';
import type { Tx } from '../database/open.ts';
import type { PlannedDate, Subject, Topic } from '../topic.ts';
import { type Occurrence, toOccurrenceKey } from './occurrence.ts';
import { addOccurrences, changeOccurrence, listOccurrences } from './occurrence-store.ts';

/**
 * Makes the occurrences of a subject those that its topic names now: new ones are added, untold ones that have lost their
 * date are taken off, told and cancelled ones stay as they are. Doing it twice changes nothing.
 */
export async function planDates(tx: Tx, topic: Topic, subject: Subject, zone: ZoneName): Promise<void> {
  const dates = await topic.dates(tx, subject);
  const known = new Map((await listOccurrences(tx, topic.kind, subject)).map((one) => [one.key, one]));
  const wanted = new Map(dates.map((planned) => [toOccurrenceKey(topic.kind, subject, planned), planned]));

  const added = [...wanted].filter(([key]) => !known.has(key)).map(([, planned]) => planned);
  if (added.length > 0) await addOccurrences(tx, { topic: topic.kind, subject, zone }, added);
  for (const [key, occurrence] of known) await adjust(tx, occurrence, wanted.get(key));
}

async function adjust(tx: Tx, occurrence: Occurrence, planned: PlannedDate | undefined): Promise<void> {
  const isUntold = occurrence.state === 'planned' || occurrence.state === 'queued';
  if (!planned) {
    if (isUntold) await changeOccurrence(tx, occurrence.occurrenceId, { state: 'moved' });
    return;
  }
  const isBack = occurrence.state === 'moved';
  const isOther = isUntold && !isSame(occurrence, planned);
  if (!isBack && !isOther) return;
  await changeOccurrence(tx, occurrence.occurrenceId, {
    dueAt: planned.at,
    usefulTo: planned.usefulTo,
    question: planned.question ?? null,
    state: 'planned',
  });
}

function isSame(occurrence: Occurrence, planned: PlannedDate): boolean {
  return (
    occurrence.dueAt.getTime() === planned.at.getTime() &&
    occurrence.usefulTo.getTime() === planned.usefulTo.getTime() &&
    occurrence.question === planned.question
  );
}
