// The tokens that open Microsoft's doors to us: bought when needed, kept until shortly before they end.
import { z } from 'zod';
import { readCertificate } from '../../certificate.ts';
import type { TeamsCredential } from '../../config.ts';
import { PlatformError } from '../../errors.ts';
import { signAssertion } from './teams-assertion.ts';
import { askManagedIdentity } from './teams-sdk.ts';
import type { TeamsSetting } from './teams-setting.ts';

/** The door a token opens. */
export type Scope = 'https://api.botframework.com/.default' | 'https://graph.microsoft.com/.default';
export const BOT_SCOPE = 'https://api.botframework.com/.default' satisfies Scope;
export const GRAPH_SCOPE = 'https://graph.microsoft.com/.default' satisfies Scope;

export interface Tokens {
  /** Undefined with the local client, which asks for none. @throws PlatformError "later" */
  get(scope: Scope, tenant: string): Promise<string | undefined>;
  /** It was refused: the next one is bought anew, unless somebody has bought one meanwhile. */
  drop(scope: Scope, tenant: string, refused: string | undefined): void;
}

interface Kept {
  readonly token: Promise<string>;
  /** Once it is there. */
  value?: string;
  endsAt: number;
}

/** A token is not used in the last five minutes of its time. */
const SPARE_MS = 5 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** Long enough for an authority to order a new one. */
const WARN_DAYS = 30;

type Setting = Pick<TeamsSetting, 'config' | 'endpoints' | 'clock' | 'log'>;

export function createTokens(setting: Setting): Tokens {
  const { config, clock } = setting;
  if (config.kind === 'local-client') return { get: async () => undefined, drop: () => {} };
  const kept = new Map<string, Kept>();
  const { clientId, credential } = config;
  return {
    get(scope, tenant) {
      const name = `${tenant} ${scope}`;
      const known = kept.get(name);
      const now = clock.now().getTime();
      if (known && known.endsAt > now) return known.token;
      const bought = obtain(setting, { clientId, credential, scope, tenant, now });
      // Those who ask meanwhile wait for the same one.
      const fresh: Kept = { token: bought.then(({ token }) => token, refuseWithoutToken), endsAt: now + SPARE_MS };
      kept.set(name, fresh);
      bought.then(
        ({ token, endsAt }) => {
          fresh.value = token;
          fresh.endsAt = (endsAt ?? now) - SPARE_MS;
        },
        () => {
          if (kept.get(name) === fresh) kept.delete(name);
        },
      );
      return fresh.token;
    },
    drop: (scope, tenant, refused) => {
      const name = `${tenant} ${scope}`;
      if (kept.get(name)?.value === refused) kept.delete(name);
    },
  };
}

interface Order {
  readonly clientId: string;
  readonly credential: TeamsCredential;
  readonly scope: Scope;
  readonly tenant: string;
  readonly now: number;
}

interface Bought {
  readonly token: string;
  /** Milliseconds since the epoch. */
  readonly endsAt?: number;
}

async function obtain({ endpoints, log }: Setting, order: Order): Promise<Bought> {
  const { clientId, credential, scope, tenant, now } = order;
  const url = `${endpoints.login}/${tenant}/oauth2/v2.0/token`;
  switch (credential.kind) {
    case 'secret':
      return buy(url, order, { client_secret: credential.secret });
    case 'certificate': {
      const certificate = readCertificate(credential.path);
      const days = Math.floor((certificate.endsAt.getTime() - now) / DAY_MS);
      if (days < WARN_DAYS) log.warn('teams.certificate-ends', undefined, { days });
      const client_assertion_type = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
      return buy(url, order, {
        client_assertion_type,
        client_assertion: signAssertion(certificate, { clientId, url, now }),
      });
    }
    case 'managed-identity': {
      const { identity } = credential;
      return askManagedIdentity({ clientId, identity, isGraph: scope === GRAPH_SCOPE, tenant, endpoints });
    }
  }
}

const Given = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number() });

/** @see https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow */
async function buy(url: string, { clientId, scope, now }: Order, proof: Readonly<Record<string, string>>) {
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, scope, ...proof });
  const response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`The token was refused with ${response.status}.`);
  const given = Given.parse(await response.json());
  return { token: given.access_token, endsAt: now + given.expires_in * 1_000 };
}

/** Nothing has been sent without a token: trying again later is safe. */
function refuseWithoutToken(cause: unknown): never {
  throw new PlatformError(
    'Microsoft gave no token. If it goes on: check TEAMS_CLIENT_ID, TEAMS_TENANT_ID and that the secret or the certificate has not run out.',
    { verdict: 'later', code: 'no-token', cause },
  );
}
