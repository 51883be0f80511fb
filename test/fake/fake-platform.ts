// A platform that remembers what it was sent, and refuses when told to.
import type { DeliveryKey } from '../../src/ids.ts';
import type { Message } from '../../src/message/message.ts';
import {
  Conversation,
  type Pace,
  type Platform,
  type PlatformName,
  type PlatformUser,
  type Sent,
} from '../../src/platform.ts';

export interface Posted {
  readonly to: Conversation;
  readonly key: DeliveryKey;
  readonly message: Message;
  readonly at: number;
}

export interface FakePlatform extends Platform {
  /** Every post that arrived, in order; a key that arrived twice is here twice. */
  readonly posts: Posted[];
  readonly updates: { readonly sent: Sent; readonly message: Message }[];
  /** Thrown before the post arrives. */
  refuse?: ((post: Posted) => unknown) | undefined;
  /** Thrown after the post has arrived: the answer was lost. */
  loseAnswer?: ((post: Posted) => unknown) | undefined;
  refuseUpdate?: (() => unknown) | undefined;
  /** Awaited in every send. */
  whileSending?: (() => Promise<void>) | undefined;
  finds: number;
  /** Who is in every conversation. */
  members: readonly PlatformUser[];
  /** Whom a chat was opened with, in order. */
  readonly opened: string[];
  /** Thrown when a chat is to be opened. */
  refuseOpening?: ((user: PlatformUser) => unknown) | undefined;
}

export function createFakePlatform(
  options: { readonly name?: PlatformName; readonly pace?: Pace; readonly now?: () => number } = {},
): FakePlatform {
  const { name = 'teams', pace = [], now = () => 0 } = options;
  const platform: FakePlatform = {
    name,
    pace,
    posts: [],
    updates: [],
    finds: 0,
    members: [],
    opened: [],
    tenantOf: () => 'tenant',
    async send(to, message, key) {
      const post = { to, key, message, at: now() };
      throwIfAny(platform.refuse?.(post));
      await platform.whileSending?.();
      platform.posts.push({ ...post, at: now() });
      throwIfAny(platform.loseAnswer?.(post));
      return { ref: key };
    },
    async update(_to, sent, message) {
      throwIfAny(platform.refuseUpdate?.());
      platform.updates.push({ sent, message });
    },
    async find(_to, key) {
      platform.finds += 1;
      return platform.posts.some((post) => post.key === key) ? { ref: key } : undefined;
    },
    listMembers: async () => platform.members,
    async openPersonal(user) {
      throwIfAny(platform.refuseOpening?.(user));
      platform.opened.push(user.user);
      const id = `${name}/chat-${user.user}`;
      return Conversation.parse({
        id,
        platform: name,
        kind: 'personal',
        name: user.user,
        address: { user: user.user },
      });
    },
    listen: () => (_request, response) => {
      response.sendStatus(404);
    },
  };
  return platform;
}

function throwIfAny(error: unknown): void {
  if (error !== undefined) throw error;
}
