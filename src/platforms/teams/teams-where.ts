// Where did something happen? A channel is told by its team's name and its own.
import { PlatformError } from '../../errors.ts';
import { createMemory } from '../../outer/memory.ts';
import type { Conversation } from '../../platform.ts';
import type { TeamsActivity } from './teams-activity.ts';
import type { Connector } from './teams-connector.ts';
import { type Address, toConversation, withoutThread } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';

export interface Whereabouts {
  find(activity: TeamsActivity, tenantId: string): Promise<Conversation>;
  /** All channels of the activity's team that can be found; the activity's own at least. */
  findAll(activity: TeamsActivity, tenantId: string): Promise<readonly Conversation[]>;
}

interface Team {
  readonly name: string | undefined;
  readonly groupId: string | undefined;
  readonly channels: readonly { readonly id: string; readonly name?: string | undefined }[];
}

const KEEP_MS = 10 * 60_000;
const MOST_KEPT = 500;

export function createWhereabouts({ clock }: TeamsSetting, connector: Connector): Whereabouts {
  const teams = createMemory<Team>({ clock, keepMs: KEEP_MS, most: MOST_KEPT });

  /** What Teams does not tell is left out: names are a courtesy. */
  async function readTeam({ serviceUrl }: TeamsActivity, teamId: string, tenantId: string): Promise<Team> {
    const [details, channels] = await Promise.all([
      orNothing(connector.readTeam({ serviceUrl, teamId, tenantId })),
      orNothing(connector.readChannels({ serviceUrl, teamId, tenantId })),
    ]);
    return { name: details?.name, groupId: details?.aadGroupId, channels: channels ?? [] };
  }

  async function findTeam(activity: TeamsActivity, tenantId: string): Promise<Team> {
    const { team, channel } = activity.channelData ?? {};
    const told = { name: team?.name, groupId: team?.aadGroupId, channels: channel?.name ? [channel] : [] };
    if (!team || (told.name && told.groupId && channel?.name)) return told;
    const read = await teams.recall(team.id, () => readTeam(activity, team.id, tenantId));
    return {
      name: told.name ?? read.name,
      groupId: told.groupId ?? read.groupId,
      channels: [...told.channels, ...read.channels],
    };
  }

  async function find(activity: TeamsActivity, tenantId: string): Promise<Conversation> {
    const { conversation, from, serviceUrl } = activity;
    const base = { serviceUrl, conversationId: withoutThread(conversation.id), tenantId };
    if (isChannel(activity)) return toChannel(await findTeam(activity, tenantId), activity, tenantId);
    if (conversation.conversationType !== 'personal') return toConversation('chat', conversation.name ?? '', base);
    const userId = from.aadObjectId === undefined ? {} : { userId: from.aadObjectId };
    return toConversation('personal', from.name ?? '', { ...base, ...userId });
  }

  return {
    find,
    async findAll(activity, tenantId) {
      const team = activity.channelData?.team;
      if (!team) return [await find(activity, tenantId)];
      const known = await findTeam(activity, tenantId);
      const read = await teams.recall(team.id, () => readTeam(activity, team.id, tenantId));
      const ids = new Set([findChannelId(activity), ...read.channels.map(({ id }) => id)]);
      const all = { ...known, channels: [...known.channels, ...read.channels] };
      return [...ids].map((id) => toChannel(all, activity, tenantId, id));
    },
  };
}

function toChannel(team: Team, activity: TeamsActivity, tenantId: string, id = findChannelId(activity)): Conversation {
  const teamId = activity.channelData?.team?.id;
  const channel = team.channels.find((each) => each.id === id && each.name)?.name;
  // The first channel of a team has the team's id, and often no name of its own.
  const name = [...new Set([team.name, channel])].filter((each) => each !== undefined).join(' – ');
  const address: Address = {
    serviceUrl: activity.serviceUrl,
    conversationId: id,
    tenantId,
    ...(teamId === undefined ? {} : { teamId }),
    ...(team.groupId === undefined ? {} : { groupId: team.groupId }),
  };
  return toConversation('channel', name, address);
}

function isChannel({ conversation, channelData }: TeamsActivity): boolean {
  return conversation.conversationType === 'channel' || channelData?.team !== undefined;
}

/** Events about a channel come in its team's first one, and name it beside. */
function findChannelId({ conversation, channelData }: TeamsActivity): string {
  return channelData?.channel?.id ?? channelData?.settings?.selectedChannel?.id ?? withoutThread(conversation.id);
}

async function orNothing<T>(read: Promise<T>): Promise<T | undefined> {
  try {
    return await read;
  } catch (error) {
    if (error instanceof PlatformError) return undefined;
    throw error;
  }
}
