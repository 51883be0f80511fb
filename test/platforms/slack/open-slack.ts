// Our door to Slack on a port of its own, with Slack faked around it: who signs, what it is asked, and who writes.
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import express from 'express';
import { createMovableClock, type MovableClock } from '../../../src/clock.ts';
import type { SlackConfig } from '../../../src/config.ts';
import type { Db } from '../../../src/database/open.ts';
import { type Log, silentLog } from '../../../src/log.ts';
import type { Conversation, Handle } from '../../../src/platform.ts';
import { createSlack, type Slack } from '../../../src/platforms/slack/slack.ts';
import type { Installations } from '../../../src/platforms/slack/slack-installation.ts';
import { toConversation } from '../../../src/platforms/slack/slack-place.ts';
import { type Patience, SLACK } from '../../../src/platforms/slack/slack-setting.ts';
import { createSlackClient, type SlackClient } from '../../fake/slack-client.ts';
import { createPostman, type Postman } from '../../fake/slack-postman.ts';
import { openSlackServer, type SlackServer } from '../../fake/slack-server.ts';
import type { Account, Channel, Workspace, World } from '../../fake/slack-world.ts';

export interface OpenSlack {
  readonly platform: Slack;
  readonly door: string;
  readonly clock: MovableClock;
  readonly slack: SlackServer;
  readonly postman: Postman;
  readonly workspace: Workspace;
  readonly installations: FakeInstallations;
  readonly asa: Account;
  /** Each with Åsa and everybody in it; the last is her own with the bot. */
  readonly places: Readonly<Record<Channel['kind'], Channel>>;
  /** As far as our own pace counts. */
  skipHour(): void;
  enter(channel: Channel, account?: Account): SlackClient;
  close(): Promise<void>;
}

export interface SlackTestOptions {
  readonly db: Db;
  readonly handle: Handle;
  readonly log?: Log;
  readonly patience?: Patience;
  /** Without it, by HTTP. */
  readonly receive?: SlackConfig['receive'];
  readonly isTenantAllowed?: (workspace: string) => Promise<boolean>;
}

export async function openSlack(options: SlackTestOptions): Promise<OpenSlack> {
  const { db, handle, log = silentLog, patience } = options;
  const slack = await openSlackServer({ pageSize: 2 });
  const { world } = slack;
  const workspace = world.addWorkspace('Region Blekinge');
  const elsewhere = world.addWorkspace('Elsewhere');
  const asa = world.addAccount({ name: 'Åsa Berg', workspace });
  const everybody = [
    asa,
    world.addAccount({ name: 'Gäst Gästsson', workspace, kind: 'guest' }),
    world.addAccount({ name: 'Mallory', workspace: elsewhere, email: 'asa.berg@example.org' }),
    world.addAccount({ name: 'Bo Ek', workspace, isConfirmed: false }),
    world.addAccount({ name: 'Cia Dal', workspace, locale: 'en-GB' }),
  ];
  const signingSecret = randomUUID();
  const installations = createInstallations(world);
  const clock = createMovableClock(new Date());
  let skippedMs = 0;
  const platform = createSlack(
    {
      config: { apiUrl: slack.apiUrl, receive: options.receive ?? { kind: 'http', signingSecret } },
      db,
      clock,
      log,
      isTenantAllowed: options.isTenantAllowed ?? (async (asked) => asked === workspace.id),
      patience,
      now: () => performance.now() + skippedMs,
    },
    installations,
  );
  const server = express().disable('x-powered-by').use(SLACK, platform.listen(handle)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const door = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}${SLACK}`;
  const postman = createPostman(signingSecret, door);
  const add = (kind: 'channel' | 'private' | 'group', name: string) =>
    world.addChannel({ kind, name, workspace, members: everybody });
  return {
    platform,
    door,
    clock,
    slack,
    postman,
    workspace,
    installations,
    asa,
    places: {
      channel: add('channel', 'avstamning'),
      private: add('private', 'beredning'),
      group: add('group', 'mpdm-asa--bo--samverk-1'),
      direct: world.openDirect(asa, workspace),
    },
    skipHour() {
      skippedMs += 3_600_000;
    },
    enter: (channel, account = asa) => createSlackClient({ slack, postman, account, channel }),
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await platform.close();
      await slack.close();
    },
  };
}

export interface FakeInstallations extends Installations {
  /** Workspaces, in the order in which they were forgotten. */
  readonly forgotten: string[];
}

/** As they are stored: also where the token is no good any more. */
export function createInstallations({ workspaces }: World): FakeInstallations {
  const forgotten: string[] = [];
  return {
    forgotten,
    async find(teamId) {
      const workspace = workspaces.get(teamId);
      if (!workspace || forgotten.includes(teamId)) return undefined;
      const { name: teamName, botToken, botUserId } = workspace;
      return { teamId, teamName, botToken, botUserId };
    },
    async forget(teamId) {
      forgotten.push(teamId);
    },
  };
}

/** A channel as the road knows it. */
export function toKnown({ id: channelId, kind, name, workspace, members: [first] }: Channel): Conversation {
  const address = { teamId: workspace.id, channelId };
  switch (kind) {
    case 'direct':
      return toConversation('personal', name, { ...address, ...(first && { userId: first.id }) });
    case 'group':
      return toConversation('chat', name, address);
    case 'channel':
    case 'private':
      return toConversation('channel', name, address);
  }
}
