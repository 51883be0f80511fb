// Where did something happen? Slack names a channel by its id; what it is called and what it is must be asked.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { createMemory } from '../../outer/memory.ts';
import type { Conversation } from '../../platform.ts';
import type { Api } from './slack-api.ts';
import { type Members, orNoName } from './slack-members.ts';
import { toConversation } from './slack-place.ts';
import type { SlackSetting } from './slack-setting.ts';

export interface Spot {
  readonly teamId: string;
  readonly channelId: string;
  /** Whoever was there: in direct messages, the one whose they are. */
  readonly userId: string;
}

export interface Whereabouts {
  /** A channel that we may not see is one without a name. */
  find(spot: Spot): Promise<Conversation>;
  /** Whether the bot may write there. */
  isIn(spot: Spot): Promise<boolean>;
  /** It goes by another name by now. */
  forget(teamId: string, channelId: string): void;
}

const Channel = z.object({
  name: z.string().nullish(),
  is_im: z.boolean().nullish(),
  is_mpim: z.boolean().nullish(),
  is_member: z.boolean().nullish(),
  /** In direct messages: the one whose they are. */
  user: z.string().nullish(),
});
type Channel = z.infer<typeof Channel>;

const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 1_000;

export interface WhereDeps {
  readonly setting: SlackSetting;
  readonly api: Api;
  readonly members: Members;
}

export function createWhereabouts({ setting, api, members }: WhereDeps): Whereabouts {
  const known = createMemory<Channel>({ clock: setting.clock, keepMs: KEEP_MS, most: MOST_KEPT });

  function read({ teamId, channelId }: Spot): Promise<Channel | undefined> {
    const ask = async () => {
      const schema = z.object({ channel: Channel });
      return (await api({ teamId, method: 'conversations.info', args: { channel: channelId }, schema })).channel;
    };
    return known.recall(`${teamId} ${channelId}`, ask).catch(ignoreRefusal);
  }

  return {
    async find(spot) {
      const { teamId, channelId, userId } = spot;
      const address = { teamId, channelId };
      if (isDirect(channelId)) {
        return toConversation('personal', await orNoName(members.nameOf(teamId, userId)), { ...address, userId });
      }
      const channel = await read(spot);
      return toConversation(channel?.is_mpim ? 'chat' : 'channel', nameChannel(channel), address);
    },
    async isIn(spot) {
      const channel = await read(spot);
      // Direct messages of two people are not ours, though one of them may write a command there.
      return channel?.is_im ? channel.user === spot.userId : channel?.is_member === true;
    },
    forget(teamId, channelId) {
      known.forget(`${teamId} ${channelId}`);
    },
  };
}

/** Between one person and the bot: their ids begin with D, and there is nothing to ask. */
export function isDirect(channelId: string): boolean {
  return channelId.startsWith('D');
}

/** Slack calls a group's direct messages "mpdm-asa--bo--samverk-1". */
function nameChannel(channel: Channel | undefined): string {
  const name = channel?.name ?? '';
  return channel?.is_mpim ? name.replace(/^mpdm-|-\d+$/g, '').replaceAll('--', ', ') : name;
}

function ignoreRefusal(error: unknown): undefined {
  if (error instanceof PlatformError) return undefined;
  throw error;
}
