// "Skicka igen": tries again where a reminder did not arrive, and nowhere else.
import { z } from 'zod';
import { resendFailed } from '../../../reminders/resend.ts';
import { textsIn } from '../../../text/texts.ts';
import type { Outcome, Visit } from '../visit.ts';

const Body = z.object({ key: z.string().min(1) });

export async function sendAgain({ setting, visitor }: Visit, body: unknown): Promise<Outcome | undefined> {
  const { data } = Body.safeParse(body);
  if (!data) return undefined;
  const { database, clock } = setting.road;
  const { county, language } = visitor;
  const which = { countyId: county.id, occurrenceKey: data.key };
  const { again, outdated, paused } = await resendFailed(database, which, clock.now());
  if (again > 0) return { kind: 'done', word: 'again' };
  const { desk, deskPages } = textsIn(language);
  if (paused > 0) return { kind: 'refused', text: desk.refusals.isPaused };
  if (outdated > 0) return { kind: 'refused', text: desk.refusals.outdated(outdated) };
  return { kind: 'refused', text: deskPages.deliveries.nothingFailed };
}
