// Installing in a workspace: who comes through, who does not, and what is left behind of either.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { checkAccess, describeInBrowser } from '../../fake/browser.ts';
import { openSlackOAuth, type SlackOAuth } from '../../fake/slack-oauth.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { readEverything } from '../../fake/whole-database.ts';
import { readText } from '../room/visitor.ts';
import { type OpenInstall, openInstall, setOut } from './open-install.ts';

const START = '/slack/install';
const BLEKINGE = { id: 'T0BLEKINGE', name: 'Blekinge' };
const KALMAR = { id: 'T0KALMAR', name: 'Kalmar' };
const STRANGE = { id: 'T0STRANGE', name: '<b>Någon annanstans</b>' };

let database: Database;
let slack: SlackOAuth;
let open: OpenInstall;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  slack = await openSlackOAuth();
  open = await openInstall({ database, apiUrl: slack.apiUrl, listed: [BLEKINGE.id, KALMAR.id] });
});

afterEach(async () => {
  await open.close();
  await slack.close();
});

describe('whoever sets out', () => {
  test('is led to Slack, with no more than the app needs', async () => {
    const { status, to, caching } = await setOut(open);

    expect(status).toBe(302);
    expect(caching).toBe('no-store');
    expect(`${to.origin}${to.pathname}`).toBe(`${new URL(slack.apiUrl).origin}/oauth/v2/authorize`);
    expect(to.searchParams.get('redirect_uri')).toBe(`${open.url}/slack/oauth/callback`);
    expect(to.searchParams.get('scope')).toContain('chat:write');
    expect(to.searchParams.has('user_scope')).toBe(false);
    expect(to.searchParams.get('state')).toMatch(/^[\w-]{43}$/);
  });

  test('keeps a cookie that no script reads and no other site sends', async () => {
    const { cookie } = await setOut(open);

    expect(cookie).toMatch(/^samverk_slack_install=[\w-]{43}; Max-Age=600; Path=\/slack;/);
    expect(cookie).toContain('HttpOnly');
    expect(cookie).toContain('SameSite=Lax');
    expect(cookie).not.toContain('Secure');
  });

  test('keeps it for https alone where people come by https', async () => {
    const publicUrl = 'https://samverk.example.org/bot';
    const behind = await openInstall({ database, apiUrl: slack.apiUrl, listed: [], deps: { publicUrl } });

    const { cookie, to } = await setOut(behind);

    expect(cookie).toContain('Path=/bot/slack;');
    expect(cookie).toContain('Secure');
    expect(to.searchParams.get('redirect_uri')).toBe(`${publicUrl}/slack/oauth/callback`);
    await behind.close();
  });

  test('too often from one place is asked to wait, and leaves nothing behind', async () => {
    const statuses: number[] = [];
    for (let n = 0; n < 61; n++) statuses.push((await fetch(`${open.url}${START}`, { redirect: 'manual' })).status);
    const kept = await database.db.slackInstallState.count();
    const page = await open.newBrowser().get(START);
    open.clock.moveTo(new Date('2026-03-11T08:10:00Z'));

    const later = await setOut(open);

    expect([...new Set(statuses.slice(0, 60)), statuses.at(60)]).toEqual([302, 429]);
    expect(kept).toBe(60);
    expect(readText(page.html)).toContain('Vänta tio minuter och börja om.');
    expect(later.status).toBe(302);
  });

  test('leaves nothing in the database by which somebody else could come back', async () => {
    const { to, cookie } = await setOut(open);

    const everything = await readEverything(database);

    expect(everything).not.toContain(to.searchParams.get('state'));
    expect(everything).not.toContain(/=([\w-]{43})/.exec(cookie)?.[1]);
  });
});

describe('whoever comes back', () => {
  test('with a yes has installed the app, and is told what to do next', async () => {
    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(200);
    expect(readText(page.html)).toContain('Samverk är installerat i Blekinge');
    expect(readText(page.html)).toContain('/invite @Samverk');
    expect(await open.workspaces.find(BLEKINGE.id)).toMatchObject({
      teamId: BLEKINGE.id,
      teamName: BLEKINGE.name,
      botUserId: 'U0SAMVERK',
      botToken: slack.given[0],
    });
    expect(open.log.events()).toEqual(['slack.installed']);
  });

  test('for a second workspace leaves the first as it was', async () => {
    await open.newBrowser().get(START);
    const first = await open.workspaces.find(BLEKINGE.id);
    slack.choice = { team: KALMAR };

    await open.newBrowser().get(START);

    expect(await open.workspaces.find(BLEKINGE.id)).toEqual(first);
    expect(await open.workspaces.find(KALMAR.id)).toMatchObject({ botToken: slack.given[1] });
  });

  test('for the same workspace puts the new token in the place of the old', async () => {
    await open.newBrowser().get(START);
    await open.newBrowser().get(START);

    expect(slack.given).toHaveLength(2);
    expect(await open.workspaces.find(BLEKINGE.id)).toMatchObject({ botToken: slack.given[1] });
  });

  test('leaves no token, secret or code that anybody could read, neither in the database nor in the log', async () => {
    const { url } = await open.newBrowser().get(START);

    const everything = `${await readEverything(database)}${open.log.text()}`;

    expect(everything).toContain(BLEKINGE.id);
    expect(everything).not.toMatch(/xoxb|hallon/);
    expect(everything).not.toContain(slack.given[0]?.slice(5));
    expect(everything).not.toContain(new URL(url).searchParams.get('code'));
  });

  test('with a no is told that nothing was installed', async () => {
    slack.choice = 'deny';

    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(200);
    expect(readText(page.html)).toContain('Inget är installerat');
    expect(slack.given).toEqual([]);
  });

  test('is told in English where their browser speaks it', async () => {
    const response = await fetch(`${open.url}/slack/oauth/callback`, { headers: { 'accept-language': 'en-GB' } });

    expect(await response.text()).toContain('<html lang="en"');
  });
});

describe('nobody comes back', () => {
  const isStale = { status: 400, html: expect.stringContaining('kan inte slutföras härifrån') };

  test('twice: the address in the history is worth nothing', async () => {
    const browser = open.newBrowser();
    const { url } = await browser.get(START);

    expect(await browser.get(url)).toMatchObject(isStale);
    expect(slack.given).toHaveLength(1);
  });

  test('with a code of their own and no state of ours', async () => {
    const browser = open.newBrowser();
    await browser.get(START);

    expect(await browser.get('/slack/oauth/callback?code=c0de')).toMatchObject(isStale);
    expect(await browser.get('/slack/oauth/callback?code=c0de&state=made-up')).toMatchObject(isStale);
    expect(await browser.get('/slack/oauth/callback?code=c0de&state=a&state=b')).toMatchObject(isStale);
    expect(slack.given).toHaveLength(1);
  });

  test('in a browser that did not set out: a link that somebody sent', async () => {
    const { to } = await setOut(open);
    const sent = `/slack/oauth/callback?code=c0de&state=${to.searchParams.get('state')}`;
    const other = open.newBrowser();
    const third = open.newBrowser();
    await third.get(START);

    expect(await other.get(sent)).toMatchObject(isStale);
    expect(await third.get(sent)).toMatchObject(isStale);
    expect(slack.given).toHaveLength(1);
  });

  test.each([
    { minutes: 9, isIn: true },
    { minutes: 10, isIn: false },
  ])('later than ten minutes after they set out: $minutes', async ({ minutes, isIn }) => {
    const { to, cookie } = await setOut(open);
    const browser = open.newBrowser();
    browser.cookies.set('samverk_slack_install', /=([\w-]{43})/.exec(cookie)?.[1] ?? '');

    open.clock.moveTo(new Date(open.clock.now().getTime() + minutes * 60_000));
    const page = await browser.get(to.href);

    expect(page.status).toBe(isIn ? 200 : 400);
    expect(slack.given).toHaveLength(isIn ? 1 : 0);
  });

  test('is kept in mind for longer than that', async () => {
    await setOut(open);
    open.clock.moveTo(new Date(open.clock.now().getTime() + 10 * 60_000));

    await setOut(open);

    const { rows } = await database.executeSql('select id from slack_install_state');
    expect(rows).toHaveLength(1);
  });

  test('as somebody who says that they were denied, and never set out', async () => {
    expect(await open.newBrowser().get('/slack/oauth/callback?error=access_denied&state=x')).toMatchObject(isStale);
  });

  test('but with two tabs, of which both are finished', async () => {
    const browser = open.newBrowser();
    const { to, cookie } = await setOut(open);
    browser.cookies.set('samverk_slack_install', /=([\w-]{43})/.exec(cookie)?.[1] ?? '');

    const second = await browser.get(START);
    const first = await browser.get(to.href);

    expect([second.status, first.status]).toEqual([200, 200]);
  });
});

describe('a workspace that no county lists', () => {
  beforeEach(() => {
    slack.choice = { team: STRANGE };
  });

  test('is not installed, its token is handed back, and the page says what to add to which file', async () => {
    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain('tenants: { slack: [T0STRANGE] }');
    expect(readText(page.html)).toContain('Behörigheten som Slack gav är lämnad tillbaka.');
    expect(slack.revoked).toEqual(slack.given);
    expect(await open.workspaces.find(STRANGE.id)).toBeUndefined();
    expect(open.log.events()).toEqual(['slack.install-refused']);
  });

  test('is forgotten where it was installed before', async () => {
    await open.workspaces.save({ teamId: STRANGE.id, teamName: '', botUserId: 'U1', botToken: 'xoxb-before' });

    await open.newBrowser().get(START);

    expect(await open.workspaces.find(STRANGE.id)).toBeUndefined();
  });

  test('is told to remove the app where Slack does not take the token back', async () => {
    slack.faults.set('auth.revoke', { status: 503 });

    const page = await open.newBrowser().get(START);

    expect(readText(page.html)).toContain('kunde inte lämnas tillbaka. Ta bort Samverk under Hantera appar');
    expect(open.log.events()).toEqual(['slack.install-refused', 'slack.install-not-revoked']);
  });
});

describe('a token that cannot be used', () => {
  test('for a whole organisation is handed back, politely', async () => {
    slack.choice = { team: null };
    slack.also = { is_enterprise_install: true, enterprise: { id: 'E1', name: 'Länen' } };

    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain('Samverk installeras i en arbetsyta i taget');
    expect(slack.revoked).toEqual(slack.given);
  });

  test('that runs out within hours is handed back, with the reason', async () => {
    slack.also = { expires_in: 43_200, refresh_token: 'xoxe-1-hallon' };

    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain('Token Rotation');
    expect(slack.revoked).toEqual(slack.given);
    expect(await open.workspaces.find(BLEKINGE.id)).toBeUndefined();
  });
});

describe('what breaks down', () => {
  test.each([
    { status: 200, body: { ok: false, error: 'invalid_code' } },
    { status: 200, body: { ok: true, access_token: '' } },
    { status: 200, body: 'hallon' },
    { status: 429, headers: { 'retry-after': '30' } },
    { status: 503, body: { secret: 'hallon' } },
    'reset' as const,
  ])('at Slack is said without its insides, and nothing is kept: %j', async (fault) => {
    slack.faults.set('oauth.v2.access', fault);

    const page = await open.newBrowser().get(START);

    expect(page.status).toBe(502);
    expect(readText(page.html)).toContain('Slack svarade inte som väntat');
    expect(`${page.html}${open.log.text()}`).not.toMatch(/hallon|xoxb/);
    expect(open.log.events()).toEqual(['slack.install-failed']);
    expect(await open.workspaces.find(BLEKINGE.id)).toBeUndefined();
  });

  test('in the settings is told to the operator in Slack’s own word', async () => {
    slack.faults.set('oauth.v2.access', { status: 200, body: { ok: false, error: 'bad_client_secret' } });

    await open.newBrowser().get(START);

    expect(open.log.text()).toContain('"answer":"bad_client_secret"');
  });

  test('here is said without its insides', async () => {
    const broken = await openInstall({
      database,
      apiUrl: slack.apiUrl,
      listed: [],
      deps: { isTenantAllowed: () => Promise.reject(new Error('smultron')) },
    });

    const page = await broken.newBrowser().get(START);

    expect(page.status).toBe(500);
    expect(readText(page.html)).toContain('Det gick inte just nu');
    expect(`${page.html}${broken.log.text()}`).not.toMatch(/smultron|xoxb/);
    await broken.close();
  });

  test('is not shown as it was sent: neither an error of anybody’s nor the name of a workspace is read as marks', async () => {
    slack.choice = { team: { id: BLEKINGE.id, name: STRANGE.name } };
    const browser = open.newBrowser();

    const installed = await browser.get(START);
    const { to, cookie } = await setOut(open);
    browser.cookies.set('samverk_slack_install', /=([\w-]{43})/.exec(cookie)?.[1] ?? '');
    const state = to.searchParams.get('state');
    const refused = await browser.get(`/slack/oauth/callback?error=%3Cscript%3E&state=${state}`);

    expect(installed.html).not.toContain('<b>');
    expect(refused.status).toBe(502);
    expect(refused.html).not.toContain('<script>');
  });
});

test('what is no part of installing is left to others', async () => {
  const response = await fetch(`${open.url}/slack/events`, { method: 'POST' });

  expect(response.status).toBe(404);
  expect(await response.text()).toContain('Cannot POST');
});

describeInBrowser('the pages', (openBrowser) => {
  test.each([
    { name: 'installed', choice: { team: BLEKINGE } },
    { name: 'not listed', choice: { team: STRANGE } },
    { name: 'denied', choice: 'deny' as const },
  ])('can be read by everybody: $name', async ({ choice }) => {
    slack.choice = choice;
    const page = await (await openBrowser()).newPage();

    await page.goto(`${open.url}${START}`);
    const { faults, checked } = await checkAccess(page);

    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(10);
    await page.close();
  });
});
