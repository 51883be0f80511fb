// Who is in a conversation, with the addresses that their tenant vouches for.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import { createMemory } from '../../outer/memory.ts';
import type { Conversation, PlatformUser } from '../../platform.ts';
import type { TeamsActivity } from './teams-activity.ts';
import type { At, Connector, Member } from './teams-connector.ts';
import { readAddress, toConversation } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';

export interface Members {
  /** Who did it: by the directory's own id, and the address from the roster, never by a name. */
  identify(activity: TeamsActivity, tenantId: string): Promise<PlatformUser>;
  list(of: Conversation): Promise<readonly PlatformUser[]>;
  openPersonal(user: PlatformUser, near: Conversation): Promise<Conversation>;
}

const KEEP_MS = 5 * 60_000;
const MOST_KEPT = 5_000;

export function createMembers({ clock }: TeamsSetting, connector: Connector): Members {
  const known = createMemory<Member | undefined>({ clock, keepMs: KEEP_MS, most: MOST_KEPT });

  /** Where the bot is not in the conversation, as in a search from the compose box: by the person's own chat. */
  async function find({ serviceUrl, conversation, from }: TeamsActivity, tenantId: string) {
    const at: At = { serviceUrl, conversationId: conversation.id, tenantId };
    const here = await readIfThere(() => connector.readMember(at, from.id));
    if (here || conversation.conversationType === 'personal') return here;
    return readIfThere(async () => {
      const opened = await connector.openPersonal(serviceUrl, tenantId, from.id);
      const own = { serviceUrl: opened.serviceUrl ?? serviceUrl, conversationId: opened.id, tenantId };
      return connector.readMember(own, from.id);
    });
  }

  return {
    async identify(activity, tenantId) {
      const { from } = activity;
      const user = from.aadObjectId ?? from.id;
      const member = await known.recall(`${tenantId} ${from.id}`, () => find(activity, tenantId));
      // A member of the same name and another id is somebody else.
      const isSame = member !== undefined && [member.aadObjectId, member.objectId, member.id].includes(user);
      return { platform: 'teams', tenant: tenantId, user, ...(isSame ? toEmail(member, tenantId) : {}) };
    },

    async list(of) {
      const address = readAddress(of);
      const members = await connector.readMembers(address);
      return members.map((member) => toUser(member, address.tenantId));
    },

    async openPersonal({ user, tenant }, near) {
      const { serviceUrl } = readAddress(near);
      const opened = await connector.openPersonal(serviceUrl, tenant, user);
      const at = { serviceUrl: opened.serviceUrl ?? serviceUrl, conversationId: opened.id, tenantId: tenant };
      const member = await readIfThere(() => connector.readMember(at, user));
      return toConversation('personal', member?.name ?? '', { ...at, userId: user });
    },
  };
}

function toUser(member: Member, tenantId: string): PlatformUser {
  const user = member.aadObjectId ?? member.objectId ?? member.id;
  return { platform: 'teams', tenant: tenantId, user, ...toEmail(member, tenantId) };
}

const Email = z.email();

/** A guest's address is vouched for by somebody else; so is that of a participant from another tenant. */
function toEmail({ userRole, tenantId, email, userPrincipalName }: Member, ours: string): { readonly email?: string } {
  const isGuest = userRole === 'guest' || userRole === 'anonymous' || userPrincipalName?.includes('#EXT#') === true;
  if (isGuest || (tenantId !== undefined && tenantId !== ours)) return {};
  const read = [email, userPrincipalName].map((address) => Email.safeParse(address).data?.toLowerCase());
  const vouched = read.find((address) => address !== undefined);
  return vouched === undefined ? {} : { email: vouched };
}

/** Undefined where Teams says that they are not there, or that we may not know. */
async function readIfThere(read: () => Promise<Member>): Promise<Member | undefined> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof PlatformError && error.verdict === 'permanent') return undefined;
    throw error;
  }
}
