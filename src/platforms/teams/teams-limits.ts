// How fast and how much Teams takes, as data.
import { PlatformError } from '../../errors.ts';
import type { Pace } from '../../platform.ts';

/** Some of Microsoft's pages say 50. */
const TENANT_PER_SECOND = 30;

/**
 * Posts and changes of one bot in one conversation, and all requests of an app in one tenant.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit
 */
export function createPace(tenantPerSecond = TENANT_PER_SECOND): Pace {
  return [
    { scope: 'conversation', count: 7, perMs: 1_000 },
    { scope: 'conversation', count: 8, perMs: 2_000 },
    { scope: 'conversation', count: 60, perMs: 30_000 },
    { scope: 'conversation', count: 1_800, perMs: 3_600_000 },
    { scope: 'tenant', count: tenantPerSecond, perMs: 1_000 },
  ];
}

export const size = {
  /** Of a whole activity as it is sent. Microsoft says some 28 KB, and adds of its own. */
  mostBytes: 25_000,
  /** Parts of one message. More is a document, and belongs behind a link. */
  mostPosts: 8,
  /** For an answer in the conversation, while Teams waits for its own request to be answered. */
  answerMs: 8_000,
} as const;

export function measure(activity: unknown): number {
  return Buffer.byteLength(JSON.stringify(activity));
}

/** Refused, never cut: a cut deadline is a wrong deadline. */
export function refuseTooLarge(what: string, most: number): never {
  throw new PlatformError(`${what} was not posted in Teams: at most ${most} fit. Shorten it, or link to it.`, {
    verdict: 'permanent',
    code: 'too-large',
  });
}
