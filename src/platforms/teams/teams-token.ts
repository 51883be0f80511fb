// The tokens that open Microsoft's doors to us: bought when needed, kept until shortly before they end.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { askManagedIdentity } from './teams-sdk.ts';
import type { TeamsSetting } from './teams-setting.ts';

/** The door a token opens. */
export type Scope = 'https://api.botframework.com/.default' | 'https://graph.microsoft.com/.default';
export const BOT_SCOPE = 'https://api.botframework.com/.default' satisfies Scope;
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default' satisfies Scope;

export interface Tokens {
  /** Undefined with the local client, which asks for none. @throws PlatformError "later" */
  get(scope: Scope, tenant: string): Promise<string | undefined>;
  /** It was refused: the next one is bought anew. */
  drop(scope: Scope, tenant: string): void;
}

interface Kept {
  readonly token: Promise<string>;
  endsAt: number;
}

/** A token is not used in the last five minutes of its time. */
const SPARE_MS = 5 * 60_000;

export function createTokens({ config, endpoints, clock }: TeamsSetting): Tokens {
  if (config.kind === 'local-client') return { get: async () => undefined, drop: () => {} };
  const kept = new Map<string, Kept>();
  const { clientId, credential } = config;
  return {
    get(scope, tenant) {
      const name = `${tenant} ${scope}`;
      const known = kept.get(name);
      const now = clock.now().getTime();
      if (known && known.endsAt > now) return known.token;
      const bought =
        credential.kind === 'secret'
          ? buy(`${endpoints.login}/${tenant}/oauth2/v2.0/token`, { clientId, secret: credential.secret, scope, now })
          : askManagedIdentity({
              clientId,
              identity: credential.identity,
              isGraph: scope === GRAPH_SCOPE,
              tenant,
              endpoints,
            });
      // Those who ask meanwhile wait for the same one.
      const fresh: Kept = { token: bought.then(({ token }) => token, refuseWithoutToken), endsAt: now + SPARE_MS };
      kept.set(name, fresh);
      bought.then(
        ({ endsAt }) => {
          fresh.endsAt = (endsAt ?? now) - SPARE_MS;
        },
        () => kept.delete(name),
      );
      return fresh.token;
    },
    drop: (scope, tenant) => {
      kept.delete(`${tenant} ${scope}`);
    },
  };
}

const Given = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });

interface Order {
  readonly clientId: string;
  readonly secret: string;
  readonly scope: Scope;
  readonly now: number;
}

interface Bought {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly endsAt?: number;
}

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function buy(url: string, { clientId, secret, scope, now }: Order): Promise<Bought> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: secret,
    scope,
  });
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The token was refused with ${response.status}.`);
  const given = Given.parse(await response.json());
  return { token: given.access_token, endsAt: now + given.expires_in * 1_000 };
}

/** Nothing has been sent without a token: trying again later is safe. */
function refuseWithoutToken(cause: unknown): never {
  throw new PlatformError(
    'Microsoft gave no token. If it goes on: check TEAMS_CLIENT_ID, TEAMS_TENANT_ID and that the secret has not run out.',
    { verdict: 'later', code: 'no-token', cause },
  );
}
