// Slack as the contract suite sees it, in a channel, a private one, a group's direct messages and one's own.
import { z } from 'zod';
import type { PlatformUser } from '../../../src/platform.ts';
import { question } from '../../contract/asked-messages.ts';
import type { Deed, Inability, PlatformHarness, PlatformUnderTest } from '../../contract/platform-harness.ts';
import { createSlackClient, readPost, type Shown, type SlackClient } from '../../fake/slack-client.ts';
import { changedEvent } from '../../fake/slack-payloads.ts';
import type { Mail, Postman } from '../../fake/slack-postman.ts';
import type { Account, Channel } from '../../fake/slack-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

const names = {
  channel: 'a channel',
  private: 'a private channel',
  group: "a group's direct messages",
  direct: 'direct messages',
} as const;

/** Slack tells nobody that direct messages begin or end, and they have no name. */
const cannot: Readonly<Record<Channel['kind'], readonly Inability[]>> = {
  channel: [],
  private: [],
  group: ['belong', 'rename'],
  direct: ['belong', 'rename'],
};

export const slackUnderTest = (['channel', 'private', 'group', 'direct'] as const).map(
  (kind): PlatformUnderTest => ({
    name: `Slack, in ${names[kind]},`,
    cannot: cannot[kind],
    tooLarge: {
      language: 'sv',
      title: 'För långt',
      parts: [{ kind: 'text', text: 'å'.repeat(150_000) }],
      buttons: [],
    },
    open: async (handle) => {
      const { db } = await openTestDatabase();
      const opened = await openSlack({ db, handle });
      const harness = openHarness(opened, opened.places[kind]);
      const empty = async () => {
        opened.slack.world.sweep();
        // What one test sends does not hold up the next: each is an hour later, as far as Slack counts.
        opened.slack.forgetCalls();
        opened.skipHour();
        await db.outerPost.deleteMany();
      };
      return { ...harness, empty };
    },
  }),
);

function openHarness(opened: OpenSlack, channel: Channel): Omit<PlatformHarness, 'empty'> {
  const { slack, postman, platform, asa } = opened;
  const { world } = slack;
  const conversation = toKnown(channel);
  const client = opened.enter(channel);
  let turned: Mail | undefined;
  return {
    platform,
    conversation,
    user: toUser(asa, channel),
    members: channel.members.map((account) => toUser(account, channel)),
    hasPlaces: true,
    readPosts: async (of = conversation) => {
      const { channelId } = z.object({ channelId: z.string() }).parse(of.address);
      return world.posts
        .filter((post) => post.channel.id === channelId && !post.isDeleted && post.onlyTo === undefined)
        .map(readPost);
    },
    deletePost: async () => {
      for (const post of world.posts) post.isDeleted = true;
    },
    perform: async (deed) => (await perform(client, deed)).text,
    performAgain: async () => (await client.again()).text,
    forge: async (deed) => {
      const real = await composeOnly(opened, channel, deed);
      await postman.deliver({ ...real, signing: { signature: 'none' } });
      await postman.deliver({ ...real, signing: { secret: 'guessed' } });
      await postman.deliver({ ...real, signing: { sentIn: -600 } });
      await postman.deliver({ ...real, signing: { sentIn: 600 } });
    },
    turn: async (turn) => {
      turned = { as: 'event', payload: changedEvent(client.scene, turn) };
      await client.send(turned);
    },
    // Slack does not say who gave a channel another name.
    nameTurner: (turn) => (turn === 'renamed' ? toWorkspace(channel) : toUser(asa, channel)),
    turnAgain: async () => {
      if (turned) await client.send(turned);
    },
    forgeTurn: async (turn) => {
      const payload = changedEvent(client.scene, turn);
      await postman.deliver({ as: 'event', payload, signing: { secret: 'guessed' } });
    },
    close: async () => {
      await opened.close();
      if (slack.breaches.length > 0) throw new Error(`Against the rules: ${slack.breaches.join('\n')}`);
    },
  };
}

/** Only the workspace's own people's confirmed addresses are its to vouch for. */
function toUser({ id, email, workspace, kind, isConfirmed }: Account, channel: Channel): PlatformUser {
  const tenant = channel.workspace.id;
  const isVouched = workspace === tenant && kind === 'member' && isConfirmed;
  return { platform: 'slack', tenant, user: id, ...(isVouched ? { email } : {}) };
}

function toWorkspace({ workspace: { id } }: Channel): PlatformUser {
  return { platform: 'slack', tenant: id, user: id };
}

async function perform(client: SlackClient, deed: Deed): Promise<Shown> {
  if (deed.kind === 'write') return client.write(deed.text, { isMention: client.scene.at.kind !== 'direct' });
  if (deed.kind !== 'submit') return client.press(labelOf(deed));
  return client.fill(await client.press('Fyll i'), deed.entries);
}

function labelOf({ kind }: Exclude<Deed, { kind: 'submit' | 'write' }>): string {
  return question.buttons.find((button) => button.kind === (kind === 'press' ? 'answer' : kind))?.label ?? '';
}

/** What Slack would send, without its being sent: only the modal that it opens first is asked for. */
async function composeOnly({ slack, postman, asa }: OpenSlack, channel: Channel, deed: Deed): Promise<Mail> {
  const nothing = { status: 200, body: undefined, text: '', ms: 0 };
  const held: Postman = {
    deliver: async (mail) => (JSON.stringify(mail.payload).includes('"fill:') ? postman.deliver(mail) : nothing),
  };
  const client = createSlackClient({ slack, postman: held, account: asa, channel });
  await perform(client, deed);
  return client.last();
}
