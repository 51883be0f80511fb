// Who is in a conversation, as far as the platform says so in time?
import { answerWithin } from '../delivery/lease.ts';
import type { Conversation, PlatformUser } from '../platform.ts';
import type { House } from './asking.ts';

/** A person waits for the answer. */
const PATIENCE_MS = 4_000;

export function canListUsers({ platforms }: House, { platform }: Conversation): boolean {
  return platforms.find(({ name }) => name === platform)?.listMembers !== undefined;
}

/** Undefined where the platform does not tell, or not now. */
export async function listUsers(
  { road, platforms }: House,
  at: Conversation,
): Promise<readonly PlatformUser[] | undefined> {
  const platform = platforms.find(({ name }) => name === at.platform);
  if (!platform?.listMembers) return undefined;
  return answerWithin(PATIENCE_MS, platform.listMembers(at)).catch((error: unknown) => {
    road.log.warn('members.unknown', error, { platform: at.platform, conversation: at.id });
    return undefined;
  });
}
