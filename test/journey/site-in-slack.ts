// A workspace of Slack: everybody has direct messages with Samverk, and the group has a private channel.
import { z } from 'zod';
import { createSlackClient, readPost, type Shown, type SlackClient } from '../fake/slack-client.ts';
import { changedEvent } from '../fake/slack-payloads.ts';
import type { Account } from '../fake/slack-world.ts';
import type { Arrived, Hand, Seen, Site, Someone } from './hand.ts';
import type { AllDoors } from './open-all-doors.ts';
import { readRoom } from './site-in-room.ts';

export function createSlackSite(doors: AllDoors): Site {
  const { workspace, server: slack, postman } = doors.slack;
  const { world } = slack;
  const accounts = new Map<string, Account>();
  const accountOf = ({ name, email }: Someone) => {
    const account = accounts.get(email) ?? world.addAccount({ name, workspace, email });
    accounts.set(email, account);
    return account;
  };
  const clientOf = (someone: Someone, channel = world.openDirect(accountOf(someone), workspace)) =>
    createSlackClient({ slack, postman, account: accountOf(someone), channel });
  return {
    tenants: { teams: [], slack: [workspace.id] },
    enter: (someone) => createHand(clientOf(someone)),
    async bind(group, by, members) {
      const channel = world.addChannel({ kind: 'private', name: group, workspace, members: members.map(accountOf) });
      const client = clientOf(by, channel);
      await client.send({ as: 'event', payload: changedEvent(client.scene, 'joined') });
      return see(client, await client.write(`koppla ${group}`, { isMention: true }));
    },
    async read(everybody) {
      const read = new Map(await readRoom(doors, everybody));
      for (const channel of world.channels.values()) {
        const posts = world.posts.filter((post) => post.channel === channel && !post.isDeleted && !post.onlyTo);
        const where = channel.kind === 'direct' ? {} : { channel: `${channel.name} (Slack)` };
        read.set(
          channel.id,
          posts.map((post): Arrived => ({ ...where, text: readPost(post) })),
        );
      }
      return read;
    },
  };
}

function createHand(client: SlackClient): Hand {
  return {
    write: async (text) => see(client, await client.write(text)),
    // A command opens the modal itself.
    open: async (text) => see(client, await client.command(text)),
    press: async (words) => see(client, await client.press(words)),
  };
}

/** The button that sends stands outside the blocks. */
const Submit = z.looseObject({ submit: z.looseObject({ text: z.string() }) });

/** What is shown is the modal that is open, or else the newest posts. */
function see(client: SlackClient, shown: Shown): Seen {
  const { view } = shown;
  const submit = Submit.safeParse(view?.view).data?.submit.text;
  const text = submit === undefined ? shown.text : `${shown.text}\n${submit}`;
  return {
    text,
    lines: text.split('\n'),
    fill: async (entries) => see(client, await client.fill(shown, entries)),
    press: async (words) => see(client, await (view ? client.pressIn(view, words) : client.press(words))),
  };
}
