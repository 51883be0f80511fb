// Installing the app in one more workspace: to Slack and back, and no further than a county allows.
import { randomBytes } from 'node:crypto';
import { type Request, type RequestHandler, type Response, Router } from 'express';
import { z } from 'zod';
import type { Clock } from '../../clock.ts';
import { countAttempt } from '../../database/attempt-store.ts';
import type { Db } from '../../database/open.ts';
import type { Log } from '../../log.ts';
import { buyGrant, type Grant, readAnswer, revokeGrant } from './slack-grant.ts';
import { type Outcome, renderOutcome } from './slack-install-page.tsx';
import { beginJourney, endJourney } from './slack-install-state-store.ts';
import { SLACK_SCOPES } from './slack-scopes.ts';
import type { Workspaces } from './slack-workspaces.ts';

export interface InstallDeps {
  readonly config: { readonly apiUrl: string; readonly clientId: string; readonly clientSecret: string };
  readonly db: Db;
  readonly clock: Clock;
  readonly log: Log;
  /** Where people reach us, as "https://samverk.example.org". */
  readonly publicUrl: string;
  readonly workspaces: Workspaces;
  /** Whether some county lists the workspace. Nobody else is installed. */
  readonly isTenantAllowed: (teamId: string) => Promise<boolean>;
}

/** Where main.ts mounts it: people begin at "/install" below, and Slack leads them back to "/oauth/callback". */
export const SLACK_INSTALL = '/slack';

const START = '/install';
const CALLBACK = '/oauth/callback';
const COOKIE = 'samverk_slack_install';
const LASTS_MS = 10 * 60_000;
/** From one place, or through one proxy: each leaves a row behind for as long. */
const SETTING_OUT = { most: 60, perMinutes: 10 };

export function createSlackInstall(deps: InstallDeps): RequestHandler {
  return Router()
    .get(
      START,
      guard(deps, (request, response) => leadToSlack(deps, request, response)),
    )
    .get(
      CALLBACK,
      guard(deps, async (request, response) => show(deps, request, response, await comeBack(deps, request))),
    );
}

async function leadToSlack(deps: InstallDeps, request: Request, response: Response): Promise<void> {
  const { config, db, clock, publicUrl } = deps;
  const now = clock.now();
  const attempt = { scope: `slack-install:${request.socket.remoteAddress ?? 'unknown'}`, now };
  if (!(await countAttempt(db, attempt, SETTING_OUT))) return show(deps, request, response, { kind: 'too-often' });
  // Begun in two tabs, both can be finished.
  const browser = readBrowser(request) ?? makeSecret();
  const state = makeSecret();
  await beginJourney(db, { state, browser }, { now, expiresAt: new Date(now.getTime() + LASTS_MS) });
  response.cookie(COOKIE, browser, {
    path: new URL(`${publicUrl}${SLACK_INSTALL}`).pathname,
    httpOnly: true,
    // It comes along when Slack leads back, and with nothing that another site sends by itself.
    sameSite: 'lax',
    secure: publicUrl.startsWith('https:'),
    maxAge: LASTS_MS,
  });
  const to = new URL('/oauth/v2/authorize', config.apiUrl);
  to.search = new URLSearchParams({
    client_id: config.clientId,
    scope: SLACK_SCOPES.join(','),
    redirect_uri: toCallbackUrl(publicUrl),
    state,
  }).toString();
  response.set('Cache-Control', 'no-store').redirect(302, to.href);
}

const short = z.string().min(1).max(1_000).optional().catch(undefined);
const Callback = z.object({ state: short, code: short, error: short });

/** Nothing that Slack or anybody says counts before it is known that they set out from here. */
async function comeBack(deps: InstallDeps, request: Request): Promise<Outcome> {
  const { config, db, clock, log, publicUrl } = deps;
  const { state, code, error } = Callback.parse(request.query);
  const browser = readBrowser(request);
  if (!state || !browser || !(await endJourney(db, { state, browser }, clock.now()))) return { kind: 'stale' };
  if (error === 'access_denied') return { kind: 'denied' };
  if (!code) {
    log.warn('slack.install-failed', undefined, { answer: readAnswer(error) });
    return { kind: 'failed' };
  }
  const grant = await buyGrant({ ...config, redirectUri: toCallbackUrl(publicUrl), code });
  if (grant.kind !== 'none') return install(deps, grant);
  log.warn('slack.install-failed', grant.refusal, { answer: grant.answer });
  return { kind: 'failed' };
}

async function install({ config, log, workspaces, isTenantAllowed }: InstallDeps, grant: Grant): Promise<Outcome> {
  const giveBack = async (): Promise<boolean> => {
    try {
      await revokeGrant(config.apiUrl, grant.token);
      return true;
    } catch (error) {
      log.warn('slack.install-not-revoked', error);
      return false;
    }
  };
  if (grant.kind !== 'workspace') return { kind: grant.kind, isRevoked: await giveBack() };
  const { teamId, teamName } = grant.installation;
  if (!(await isTenantAllowed(teamId))) {
    log.warn('slack.install-refused', undefined, { workspace: teamId, reason: 'tenant-not-served' });
    // What an earlier installation left is the same token, or one that nobody uses any more.
    await workspaces.forget(teamId);
    return { kind: 'not-listed', teamId, isRevoked: await giveBack() };
  }
  await workspaces.save(grant.installation);
  log.info('slack.installed', { workspace: teamId });
  return { kind: 'installed', teamName };
}

type Visit = (request: Request, response: Response) => Promise<void>;

/** Whatever breaks down is said without its insides. */
function guard(deps: InstallDeps, visit: Visit): RequestHandler {
  return async (request, response) => {
    try {
      await visit(request, response);
    } catch (error) {
      deps.log.error('slack.install-broke', error);
      show(deps, request, response, { kind: 'trouble' });
    }
  };
}

const STATUS = {
  installed: 200,
  denied: 200,
  stale: 400,
  'not-listed': 403,
  organisation: 403,
  expiring: 403,
  trouble: 500,
  failed: 502,
  'too-often': 429,
} as const satisfies Record<Outcome['kind'], number>;

function show({ publicUrl }: InstallDeps, request: Request, response: Response, outcome: Outcome): void {
  const language = request.acceptsLanguages('sv', 'en') === 'en' ? 'en' : 'sv';
  const page = renderOutcome({ outcome, language, startUrl: `${publicUrl}${SLACK_INSTALL}${START}` });
  response.status(STATUS[outcome.kind]).set('Cache-Control', 'no-store').type('html').send(page);
}

function toCallbackUrl(publicUrl: string): string {
  return `${publicUrl}${SLACK_INSTALL}${CALLBACK}`;
}

/** Only what looks like one of ours. */
function readBrowser(request: Request): string | undefined {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  const value = pairs.find(([name]) => name === COOKIE)?.[1];
  return value !== undefined && /^[\w-]{43}$/.test(value) ? value : undefined;
}

function makeSecret(): string {
  return randomBytes(32).toString('base64url');
}
