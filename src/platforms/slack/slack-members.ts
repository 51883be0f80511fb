// Who is in a conversation, with the addresses that their workspace vouches for.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { createMemory } from '../../outer/memory.ts';
import type { Conversation, PlatformUser } from '../../platform.ts';
import type { Api } from './slack-api.ts';
import { readAddress, toConversation } from './slack-place.ts';
import type { SlackSetting } from './slack-setting.ts';

export interface Members {
  /** Who did it, and what their workspace vouches for. */
  identify(teamId: string, userId: string): Promise<PlatformUser>;
  /** What Slack calls them; empty where it does not say. */
  nameOf(teamId: string, userId: string): Promise<string>;
  speaksEnglish(teamId: string, userId: string): Promise<boolean>;
  list(of: Conversation): Promise<readonly PlatformUser[]>;
  openPersonal(user: PlatformUser, near: Conversation): Promise<Conversation>;
  /** Something about them has changed. */
  forget(teamId: string, userId: string): void;
}

const absent = <T extends z.ZodType>(schema: T) => schema.nullish().transform((value) => value ?? undefined);

const User = z.object({
  id: z.string(),
  team_id: absent(z.string()),
  real_name: absent(z.string()),
  locale: absent(z.string()),
  deleted: absent(z.boolean()),
  is_bot: absent(z.boolean()),
  is_restricted: absent(z.boolean()),
  is_ultra_restricted: absent(z.boolean()),
  is_stranger: absent(z.boolean()),
  is_email_confirmed: absent(z.boolean()),
  profile: absent(z.object({ email: absent(z.string()), real_name: absent(z.string()) })),
  /** In an organisation of several workspaces. */
  enterprise_user: absent(z.object({ teams: absent(z.array(z.string())) })),
});
type User = z.infer<typeof User>;

const Page = z.object({
  members: z.array(z.string()),
  response_metadata: absent(z.object({ next_cursor: absent(z.string()) })),
});

const KEEP_MS = 5 * 60_000;
const MOST_KEPT = 5_000;
const MOST_PAGES = 50;

export function createMembers({ clock }: SlackSetting, api: Api): Members {
  const known = createMemory<User>({ clock, keepMs: KEEP_MS, most: MOST_KEPT });

  function read(teamId: string, userId: string): Promise<User> {
    return known.recall(`${teamId} ${userId}`, async () => {
      const args = { user: userId, include_locale: true };
      const { user } = await api({ teamId, method: 'users.info', args, schema: z.object({ user: User }) });
      return user;
    });
  }

  async function identify(teamId: string, userId: string): Promise<PlatformUser> {
    return toUser(await read(teamId, userId), teamId);
  }

  async function nameOf(teamId: string, userId: string): Promise<string> {
    const { real_name: name, profile } = await read(teamId, userId);
    return name ?? profile?.real_name ?? '';
  }

  async function listIds(of: Conversation): Promise<readonly string[]> {
    const { teamId, channelId } = readAddress(of);
    const ids: string[] = [];
    let cursor = '';
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const args = { channel: channelId, limit: 200, ...(cursor === '' ? {} : { cursor }) };
      const { members, response_metadata } = await api({ teamId, method: 'conversations.members', args, schema: Page });
      ids.push(...members);
      cursor = response_metadata?.next_cursor ?? '';
      if (cursor === '') break;
    }
    return ids;
  }

  return {
    identify,
    nameOf,
    async speaksEnglish(teamId, userId) {
      return (await read(teamId, userId)).locale?.toLowerCase().startsWith('en') ?? false;
    },
    async list(of) {
      const { teamId } = readAddress(of);
      const users = await Promise.all((await listIds(of)).map((id) => readIfThere(read(teamId, id))));
      return users.flatMap((user) => (user && user.is_bot !== true ? [toUser(user, teamId)] : []));
    },
    async openPersonal({ tenant: teamId, user: userId }) {
      const schema = z.object({ channel: z.object({ id: z.string().min(1) }) });
      const { channel } = await api({ teamId, method: 'conversations.open', args: { users: userId }, schema });
      const address = { teamId, channelId: channel.id, userId };
      return toConversation('personal', await orNoName(nameOf(teamId, userId)), address);
    },
    forget(teamId, userId) {
      known.forget(`${teamId} ${userId}`);
    },
  };
}

const Email = z.email();

/**
 * The workspace vouches for its own people's confirmed addresses. Not for those of a guest, or of somebody who is here
 * from another workspace in a shared channel: their addresses are somebody else's to vouch for.
 */
function toUser(user: User, teamId: string): PlatformUser {
  const email = isVouchedFor(user, teamId) ? Email.safeParse(user.profile?.email).data?.toLowerCase() : undefined;
  return { platform: 'slack', tenant: teamId, user: user.id, ...(email === undefined ? {} : { email }) };
}

function isVouchedFor(user: User, teamId: string): boolean {
  const isOwn = user.team_id === teamId || user.enterprise_user?.teams?.includes(teamId) === true;
  const isGuest = user.is_restricted === true || user.is_ultra_restricted === true || user.is_stranger === true;
  const isClosed = user.deleted === true || user.is_bot === true;
  return isOwn && !isGuest && !isClosed && user.is_email_confirmed !== false;
}

/** Somebody whose account is gone is not among them. */
async function readIfThere(reading: Promise<User>): Promise<User | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlatformError && error.verdict === 'permanent' && !error.isForAll) return undefined;
    throw error;
  }
}

/** Names are a courtesy. */
export async function orNoName(reading: Promise<string>): Promise<string> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof PlatformError) return '';
    throw error;
  }
}
