// "Skicka igen": tries again where a reminder did not arrive, and nowhere else. It leaves its trace as at the desk.
import { z } from 'zod';
import type { Tx } from '../../../database/open.ts';
import { retryFailed } from '../../../delivery/resend-store.ts';
import { listPartFields, toTraced } from '../../../desk/traced-as.ts';
import { addChange } from '../../../records/change-store.ts';
import type { Occurrence } from '../../../reminders/occurrence.ts';
import { findOccurrenceOf } from '../../../reminders/occurrence-store.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Outcome, Visit } from '../visit.ts';

const Body = z.object({ key: z.string().min(1) });

/** The next tick finds them in the outbox. */
export async function sendAgain(visit: Visit, body: unknown): Promise<Outcome | undefined> {
  const { data } = Body.safeParse(body);
  if (!data) return undefined;
  const { database, clock } = visit.setting.road;
  const { county, language } = visit.visitor;
  const now = clock.now();
  const { again, outdated, paused } = await database.transaction(async (tx) => {
    const retried = await retryFailed(tx, { countyId: county.id, occurrenceKey: data.key }, now);
    const occurrence = retried.again > 0 && (await findOccurrenceOf(tx, county.id, data.key));
    if (occurrence) await leaveTrace(tx, visit, { occurrence, again: retried.again, now });
    return retried;
  });
  if (again > 0) return { kind: 'done', word: 'again' };
  const { desk, deskPages } = textsIn(language);
  if (paused > 0) return { kind: 'refused', text: desk.refusals.isPaused };
  if (outdated > 0) return { kind: 'refused', text: desk.refusals.outdated(outdated) };
  return { kind: 'refused', text: deskPages.deliveries.nothingFailed };
}

interface Resent {
  readonly occurrence: Occurrence;
  readonly again: number;
  readonly now: Date;
}

function leaveTrace(tx: Tx, { visitor }: Visit, { occurrence, again, now }: Resent): Promise<void> {
  const { county, person, language } = visitor;
  const { topic, subjectId, ...only } = toTraced(occurrence);
  const resent = { label: textsIn(language).desk.fields.resent, to: String(again) };
  return addChange(tx, {
    ...{ countyId: county.id, topic, subjectId, act: 'resend', byId: person.id, at: now },
    fields: [resent, ...listPartFields(only, occurrence.step, language)],
  });
}
