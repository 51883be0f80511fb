// Installing from a Slack that others have written: `emulate`, with its own idea of codes, clients and tokens.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createEmulator, type Emulator } from 'emulate';
import type { Database } from '../../../src/database/open.ts';
import { openClient } from '../../../src/platforms/slack/slack-sdk.ts';
import { CLIENT } from '../../fake/slack-oauth.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { readEverything } from '../../fake/whole-database.ts';
import { readForms, readHidden, readText, type Visitor } from '../room/visitor.ts';
import { type OpenInstall, openInstall } from './open-install.ts';

/** The one workspace that emulate has. */
const TEAM = 'T000000001';
const first = { teamId: 'T0FIRST', teamName: 'Blekinge', botUserId: 'U0FIRST', botToken: 'xoxb-first-hallon' };

let database: Database;
let emulate: Emulator;
let open: OpenInstall;

beforeAll(async () => {
  database = await openTestDatabase();
});

beforeEach(async () => {
  await emptyTables(database);
  [open, emulate] = await openBoth([TEAM, first.teamId], CLIENT.clientSecret);
});

afterEach(async () => {
  await open.close();
  await emulate.close();
});

/** Each must know the other's address: ours is open first, and is told of emulate's before anybody comes. */
async function openBoth(listed: readonly string[], secret: string): Promise<[OpenInstall, Emulator]> {
  const config = { apiUrl: '', ...CLIENT };
  const ours = await openInstall({ database, apiUrl: '', listed, deps: { config } });
  const app = { client_id: CLIENT.clientId, client_secret: secret, name: 'Samverk' };
  const redirect_uris = [`${ours.url}/slack/oauth/callback`];
  const slack = { team: { name: 'Kalmar' }, oauth_apps: [{ ...app, redirect_uris }] };
  const theirs = await createEmulator({ service: 'slack', port: 0, seed: { slack } });
  config.apiUrl = `${theirs.url}/api/`;
  return [ours, theirs];
}

/** Says yes on its page, as the first of the people whom it offers. */
async function agree(browser: Visitor, { url } = emulate) {
  const asking = await browser.get('/slack/install');
  const [form = ''] = readForms(asking.html);
  return browser.post(`${url}/oauth/v2/authorize/callback`, readHidden(form));
}

async function testToken(token: string | undefined) {
  const call = await openClient(`${emulate.url}/api/`, token ?? '');
  return call('auth.test', {});
}

describe('an installation through emulate', () => {
  test('goes all the way, and its token speaks in that workspace', async () => {
    const page = await agree(open.newBrowser());

    const installed = await open.workspaces.find(TEAM);
    expect(page.status).toBe(200);
    expect(readText(page.html)).toContain('Samverk är installerat i Kalmar');
    expect(await testToken(installed?.botToken)).toMatchObject({
      kind: 'done',
      data: { team_id: TEAM, user_id: installed?.botUserId },
    });
  });

  test('of a second workspace leaves the first installed all the while', async () => {
    await open.workspaces.save(first);

    await agree(open.newBrowser());

    expect(await open.workspaces.find(first.teamId)).toMatchObject(first);
    expect(await open.workspaces.find(TEAM)).toMatchObject({ teamName: 'Kalmar' });
  });

  test('once more puts a new token in the place of the old', async () => {
    await agree(open.newBrowser());
    const before = await open.workspaces.find(TEAM);

    await agree(open.newBrowser());

    const after = await open.workspaces.find(TEAM);
    expect(after?.botToken).not.toBe(before?.botToken);
    expect(await testToken(after?.botToken)).toMatchObject({ kind: 'done' });
  });

  test('after it was uninstalled begins anew', async () => {
    await agree(open.newBrowser());
    await open.workspaces.forget(TEAM);
    const gone = await open.workspaces.find(TEAM);

    await agree(open.newBrowser());

    expect(gone).toBeUndefined();
    expect(await open.workspaces.find(TEAM)).toBeDefined();
  });

  test('leaves its token in no column of the database and in no line of the log', async () => {
    await agree(open.newBrowser());
    const { botToken = 'nothing' } = (await open.workspaces.find(TEAM)) ?? {};

    const everything = `${await readEverything(database)}${open.log.text()}`;

    expect(botToken).toMatch(/^xoxb-/);
    expect(everything).toContain(TEAM);
    expect(everything).not.toContain(botToken.slice('xoxb-'.length));
    expect(everything).not.toContain('xoxb');
  });

  test('is refused where no county lists the workspace; emulate knows no way to hand a token back', async () => {
    const [strict, peer] = await openBoth([], CLIENT.clientSecret);

    const page = await agree(strict.newBrowser(), peer);

    expect(page.status).toBe(403);
    expect(readText(page.html)).toContain(`tenants: { slack: [${TEAM}] }`);
    expect(readText(page.html)).toContain('kunde inte lämnas tillbaka');
    expect(await strict.workspaces.find(TEAM)).toBeUndefined();
    await Promise.all([strict.close(), peer.close()]);
  });

  test('is not finished twice: emulate’s code is spent, and so is our state', async () => {
    const browser = open.newBrowser();
    const { url } = await agree(browser);

    const again = await browser.get(url);

    expect(again.status).toBe(400);
    expect(open.log.events()).toEqual(['slack.installed']);
  });

  test('with another secret than the app’s own is refused, and says so to the operator', async () => {
    const [ours, peer] = await openBoth([TEAM], 'another');

    const page = await agree(ours.newBrowser(), peer);

    expect(page.status).toBe(502);
    expect(ours.log.text()).toContain('"answer":"invalid_client_id"');
    expect(await ours.workspaces.find(TEAM)).toBeUndefined();
    await Promise.all([ours.close(), peer.close()]);
  });
});
