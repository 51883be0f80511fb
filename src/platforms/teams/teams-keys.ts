// Which keys may Microsoft's requests be signed with? Asked again seldom, however often a stranger names a key.
import { z } from 'zod';
import type { TeamsSetting } from './teams-setting.ts';

const Keys = z.object({
  keys: z.array(z.object({ kid: z.string(), endorsements: z.array(z.string()).optional() })),
});

export interface SigningKeys {
  /** Known, and endorsed for Teams. */
  isTrusted(keyId: string): Promise<boolean>;
}

/** Microsoft asks that they are read once a day. */
const KEEP_MS = 24 * 60 * 60_000;
/** An unknown key may be new, so that it is looked for: but so often, and no more. */
const AGAIN_MS = 60_000;
/** Sooner where Microsoft did not answer: until it does, nobody comes in. */
const AFTER_FAILURE_MS = 5_000;

/** @see https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication (endorsements) */
export function createSigningKeys({ endpoints, clock, log }: TeamsSetting): SigningKeys {
  const url = toKeysUrl(endpoints.openIdMetadata);
  let trusted: ReadonlySet<string> = new Set();
  let readAt = Number.NEGATIVE_INFINITY;
  let nextAt = Number.NEGATIVE_INFINITY;
  let asking: Promise<void> | undefined;

  async function refresh(): Promise<void> {
    nextAt = clock.now().getTime() + AGAIN_MS;
    try {
      trusted = await fetchTrusted(url);
      readAt = clock.now().getTime();
    } catch (error) {
      // What was known stays known: Microsoft may be back in a while.
      log.warn('teams.keys-not-read', error);
      nextAt = clock.now().getTime() + AFTER_FAILURE_MS;
    } finally {
      asking = undefined;
    }
  }

  return {
    async isTrusted(keyId) {
      const now = clock.now().getTime();
      const isStale = !trusted.has(keyId) || now - readAt > KEEP_MS;
      if (isStale && now >= nextAt) asking ??= refresh();
      if (isStale) await asking;
      return trusted.has(keyId);
    },
  };
}

/** As the SDK finds them, so that both speak of the same keys. */
function toKeysUrl(openIdMetadata: string): string {
  return openIdMetadata.replace(/\/openidconfiguration$/, '/keys');
}

async function fetchTrusted(url: string): Promise<ReadonlySet<string>> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5_000) });
  if (!response.ok) throw new Error(`The keys were refused with ${response.status}.`);
  const { keys } = Keys.parse(await response.json());
  const endorsed = keys.filter(({ endorsements }) => endorsements?.includes('msteams'));
  return new Set(endorsed.map(({ kid }) => kid));
}
