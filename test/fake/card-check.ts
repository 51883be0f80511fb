// Is this an Adaptive Card that Teams can show? Asked of the library that draws them.
import { createRequire } from 'node:module';
import type * as Library from 'adaptivecards';
import { z } from 'zod';

// The bundle: the package's own entrance wants a browser's carousel.
const library: typeof Library = createRequire(import.meta.url)('adaptivecards/dist/adaptivecards.js');

/** More are folded away behind "…" on a phone. */
const MOST_ACTIONS = 6;
/** Teams takes 28 KB with everything around it. https://learn.microsoft.com/microsoftteams/platform/bots/how-to/format-your-bot-messages */
export const LARGEST_CARD = 25_000;
const MOST_REFRESHED = 60;

const Outline = z.looseObject({
  type: z.literal('AdaptiveCard'),
  version: z.literal('1.5'),
  actions: z.array(z.unknown()).max(MOST_ACTIONS).optional(),
  refresh: z.looseObject({ userIds: z.array(z.string()).max(MOST_REFRESHED).optional() }).optional(),
});

/** @returns everything that is wrong with it, in words */
export function checkCard(content: unknown): readonly string[] {
  const outline = Outline.safeParse(content);
  if (!outline.success) return outline.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  const context = new library.SerializationContext();
  const card = new library.AdaptiveCard();
  card.parse(outline.data, context);
  const parsing = Array.from({ length: context.eventCount }, (_, n) => context.getEventAt(n).message);
  const validating = card.validateProperties().validationEvents.map(({ message }) => message);
  const size = Buffer.byteLength(JSON.stringify(content));
  return [...parsing, ...validating, ...(size > LARGEST_CARD ? [`The card has ${size} bytes.`] : [])];
}
