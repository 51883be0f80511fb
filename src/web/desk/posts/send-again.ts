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
  const count = await resendFailed(database, { countyId: county.id, occurrenceKey: data.key }, clock.now());
  if (count > 0) return { kind: 'done', word: 'again' };
  return { kind: 'refused', text: textsIn(language).deskPages.deliveries.nothingFailed };
}
