// What Slack gives for the code that somebody brings back from it: a token, perhaps one that we cannot use.
import { z } from 'zod';
import type { PlatformError } from '../../errors.ts';
import { type Rejection, toRefusal } from './slack-errors.ts';
import type { Installation } from './slack-installation.ts';
import { openClient } from './slack-sdk.ts';

export type Grant =
  | { readonly kind: 'workspace'; readonly token: string; readonly installation: Installation }
  /** For all workspaces of an organisation. */
  | { readonly kind: 'organisation'; readonly token: string }
  /** It runs out within hours. */
  | { readonly kind: 'expiring'; readonly token: string };

export interface Purchase {
  readonly apiUrl: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  readonly code: string;
}

/** No token came. `answer` is Slack's own word for it, as "bad_client_secret". */
export interface NoGrant {
  readonly kind: 'none';
  readonly refusal: PlatformError;
  readonly answer?: string;
}

/** @see https://docs.slack.dev/reference/methods/oauth.v2.access */
const Granted = z.object({
  access_token: z.string().min(1),
  bot_user_id: z.string().min(1),
  team: z.object({ id: z.string().min(1), name: z.string().nullish() }).nullish(),
  is_enterprise_install: z.boolean().nullish(),
  expires_in: z.number().nullish(),
});

export async function buyGrant({
  apiUrl,
  clientId,
  clientSecret,
  redirectUri,
  code,
}: Purchase): Promise<Grant | NoGrant> {
  const call = await openClient(apiUrl, '');
  const args = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri };
  const outcome = await call('oauth.v2.access', args);
  if (outcome.kind !== 'done') return toNone(outcome);
  const read = Granted.safeParse(outcome.data);
  if (!read.success) return toNone({ kind: 'silence', error: read.error });
  const { access_token: token, bot_user_id: botUserId, team, is_enterprise_install, expires_in } = read.data;
  if (is_enterprise_install || !team) return { kind: 'organisation', token };
  if (expires_in) return { kind: 'expiring', token };
  const installation = { teamId: team.id, teamName: team.name ?? '', botUserId, botToken: token };
  return { kind: 'workspace', token, installation };
}

/** @throws PlatformError where it may still be valid */
export async function revokeGrant(apiUrl: string, token: string): Promise<void> {
  const call = await openClient(apiUrl, token);
  const outcome = await call('auth.revoke', {});
  if (outcome.kind !== 'done') throw toRefusal(outcome, 'auth.revoke');
}

function toNone(rejection: Rejection): NoGrant {
  const refusal = toRefusal(rejection, 'oauth.v2.access');
  const answer = rejection.kind === 'refused' ? readAnswer(rejection.code) : undefined;
  return { kind: 'none', refusal, ...(answer === undefined ? {} : { answer }) };
}

/** One of Slack's words, and nothing that somebody else may have put there. */
export function readAnswer(word: string | undefined): string | undefined {
  return word !== undefined && /^[a-z][a-z0-9_]{1,63}$/.test(word) ? word : undefined;
}
