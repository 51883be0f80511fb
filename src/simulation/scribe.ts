// Stands between the road and a platform, and writes down what is sent and shown anew.
import type { DeliveryKey } from '../ids.ts';
import type { Message } from '../message/message.ts';
import type { Conversation, Platform, Sent } from '../platform.ts';

export interface Shown {
  readonly kind: 'sent' | 'updated';
  readonly to: Conversation;
  readonly message: Message;
  /** Of the post; an update bears that of what it changes. */
  readonly key: DeliveryKey;
  /** 1 for the post, 2 for its first update … */
  readonly version: number;
}

export interface Scribe {
  /** The platform itself, with somebody who looks over its shoulder. */
  readonly platform: Platform;
  /** What was shown since this was asked last. */
  take(): readonly Shown[];
}

export function createScribe(platform: Platform): Scribe {
  const posts = new Map<string, { readonly key: DeliveryKey; version: number }>();
  let shown: Shown[] = [];
  return {
    platform: {
      ...platform,
      async send(to, message, key) {
        const sent = await platform.send(to, message, key);
        posts.set(name(to, sent), { key, version: 1 });
        shown.push({ kind: 'sent', to, message, key, version: 1 });
        return sent;
      },
      async update(to, sent, message) {
        await platform.update(to, sent, message);
        const post = posts.get(name(to, sent));
        if (!post) throw new Error(`${to.name} was shown something new of what was never sent.`);
        post.version += 1;
        shown.push({ kind: 'updated', to, message, ...post });
      },
    },
    take() {
      const taken = shown;
      shown = [];
      return taken;
    },
  };
}

function name(to: Conversation, { ref }: Sent): string {
  return `${to.id} ${JSON.stringify(ref)}`;
}
