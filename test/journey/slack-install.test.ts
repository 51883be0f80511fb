// A second workspace installs the app while the first goes on, and leaves again: the service as it is started, with Slack faked.
import { randomUUID } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { wallClock } from '../../src/clock.ts';
import { readConfig } from '../../src/config.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { openService, type Service } from '../../src/main.ts';
import type { ForeignServer } from '../fake/foreign-server.ts';
import { createKeptLog } from '../fake/kept-log.ts';
import { openSlackFront } from '../fake/slack-front.ts';
import { CLIENT, openSlackOAuth, type SlackOAuth } from '../fake/slack-oauth.ts';
import { toEvent, wroteEvent } from '../fake/slack-payloads.ts';
import { createPostman, type Postman } from '../fake/slack-postman.ts';
import { openSlackServer, type SlackServer } from '../fake/slack-server.ts';
import type { Account, Channel, Workspace } from '../fake/slack-world.ts';
import { until } from '../fake/until.ts';
import { createVisitor, readText } from '../platforms/room/visitor.ts';

interface Place {
  readonly workspace: Workspace;
  readonly channel: Channel;
  readonly someone: Account;
}

describe('two workspaces of one county', () => {
  const signingSecret = randomUUID();
  const log = createKeptLog();
  let web: SlackServer;
  let oauth: SlackOAuth;
  let front: ForeignServer;
  let dataDir: string;
  let service: Service;
  let postman: Postman;
  let board: Place;
  let region: Place;

  beforeAll(async () => {
    [web, oauth] = await Promise.all([openSlackServer(), openSlackOAuth()]);
    front = await openSlackFront(oauth, web);
    [board, region] = [addPlace('Länsstyrelsen'), addPlace('Regionen')];
    dataDir = await mkdtemp(join(tmpdir(), 'samverk-slack-'));
    const config = readConfig({
      DATA_DIR: dataDir,
      PORT: '0',
      PUBLIC_URL: 'http://127.0.0.1:0',
      SAMVERK_SECRET: randomUUID(),
      SLACK_CLIENT_ID: CLIENT.clientId,
      SLACK_CLIENT_SECRET: CLIENT.clientSecret,
      SLACK_TOKEN_KEY: 'd4'.repeat(32),
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_API_URL: `${front.url}/api/`,
    });
    service = await openService(config, { clock: wallClock, log });
    await serve([board, region]);
    postman = createPostman(signingSecret, `${service.address}/slack/events`);
  }, 120_000);

  afterAll(async () => {
    await service.stop();
    await Promise.all([front.close(), web.close(), oauth.close()]);
    await rm(dataDir, { recursive: true, force: true });
  });

  function addPlace(name: string): Place {
    const workspace = web.world.addWorkspace(name);
    const someone = web.world.addAccount({ name: `Någon på ${name}`, workspace });
    const channel = web.world.addChannel({ kind: 'channel', name: 'beredning', workspace, members: [someone] });
    return { workspace, channel, someone };
  }

  async function serve(places: readonly Place[]): Promise<void> {
    const file = new URL('../../prisma/counties/vasterbotten.yaml', import.meta.url);
    const ids = places.map(({ workspace }) => workspace.id).join(', ');
    const text = (await readFile(file, 'utf8')).replace(/^ {2}example: true$/m, `$&\n  tenants: { slack: [${ids}] }`);
    const { database, topics } = service.road;
    const files = [{ name: 'vasterbotten.yaml', text }];
    await importFiles({ database, topics, now: wallClock.now() }, { files, isDryRun: false });
  }

  /** As Slack would give for that workspace. */
  async function install({ workspace }: Place) {
    oauth.choice = { team: { id: workspace.id, name: workspace.name } };
    oauth.also = { access_token: workspace.botToken, bot_user_id: workspace.botUserId };
    return createVisitor(service.address).get('/slack/install');
  }

  /** @returns how Slack was answered, and what was then said in the channel */
  async function ask({ workspace, channel, someone }: Place) {
    const before = web.world.posts.length;
    const payload = wroteEvent({ from: someone, at: channel, workspace }, 'hjälp', true);
    const { status } = await postman.deliver({ as: 'event', payload });
    const said = () => web.world.posts.slice(before).filter((post) => post.channel === channel).length;
    if (status === 200) await until(() => said() > 0);
    return { status, said: said() };
  }

  test('neither is heard before it has installed the app', async () => {
    expect(await ask(board)).toEqual({ status: 403, said: 0 });
  });

  test('the first installs, and is answered', async () => {
    const page = await install(board);

    expect(readText(page.html)).toContain('Samverk är installerat i Länsstyrelsen');
    expect(await ask(board)).toEqual({ status: 200, said: 1 });
    expect(await ask(region)).toEqual({ status: 403, said: 0 });
  });

  test('the second installs while the first is answered as before', async () => {
    const [page, meanwhile] = await Promise.all([install(region), ask(board)]);

    expect(page.status).toBe(200);
    expect(meanwhile).toEqual({ status: 200, said: 1 });
    expect(await ask(region)).toEqual({ status: 200, said: 1 });
    expect(await ask(board)).toEqual({ status: 200, said: 1 });
  });

  test('the second uninstalls, and is not heard any more; the first is', async () => {
    const payload = toEvent(region.workspace, { type: 'app_uninstalled' });
    const { status } = await postman.deliver({ as: 'event', payload });

    expect(status).toBe(200);
    expect(await ask(region)).toEqual({ status: 403, said: 0 });
    expect(await ask(board)).toEqual({ status: 200, said: 1 });
  });

  test('the second installs anew, and is answered again', async () => {
    await install(region);

    expect(await ask(region)).toEqual({ status: 200, said: 1 });
  });

  test('that it was uninstalled before, told late, takes nothing from the new installation', async () => {
    const payload = toEvent(region.workspace, { type: 'app_uninstalled' });
    const anHourAgo = Math.floor(Date.now() / 1_000) - 3_600;
    const { status } = await postman.deliver({ as: 'event', payload: { ...payload, event_time: anHourAgo } });

    expect(status).toBe(200);
    expect(await ask(region)).toEqual({ status: 200, said: 1 });
  });

  test('a third, which no county lists, is refused, and the others go on', async () => {
    const page = await install(addPlace('Någon annan'));

    expect(page.status).toBe(403);
    expect(oauth.revoked).toHaveLength(1);
    expect(await ask(board)).toEqual({ status: 200, said: 1 });
  });

  test('no token is in the log, and no rule of Slack’s was broken', () => {
    expect(log.text()).not.toContain('xoxb');
    expect(web.breaches).toEqual([]);
  });
});
