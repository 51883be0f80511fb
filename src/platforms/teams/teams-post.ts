// Posts a message once under its key, shows new versions in place, and finds out what became of it.
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import type { DeliveryKey } from '../../ids.ts';
import { findPromptOf, type Message } from '../../message/message.ts';
import { createConfirm, type Look, toMark } from '../../outer/confirm.ts';
import type { Conversation, Sent } from '../../platform.ts';
import { composeActivity } from './teams-compose.ts';
import type { Activity, At, Connector } from './teams-connector.ts';
import { isDoubtful } from './teams-errors.ts';
import { measure, size } from './teams-limits.ts';
import { readAddress, toThread } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';
import { splitMessage } from './teams-split.ts';

/** Sent.ref: the posts of one message, in order; mostly one. */
const Ref = z.object({ activityIds: z.array(z.string().min(1)).min(1) });

export interface Poster {
  send(to: Conversation, message: Message, key: DeliveryKey): Promise<Sent>;
  update(to: Conversation, sent: Sent, message: Message): Promise<void>;
  find(to: Conversation, key: DeliveryKey): Promise<Sent | undefined>;
}

/** Within half a lease of the outbox: what is begun is ended before somebody else looks for it. */
const SEND_MS = 13_000;

export interface PosterDeps {
  readonly setting: TeamsSetting;
  readonly connector: Connector;
  readonly look: Look;
}

export function createPoster({ setting, connector, look }: PosterDeps): Poster {
  const { journal, clock } = setting;
  const hasThreads = ({ kind }: Conversation) => kind === 'channel';
  const confirm = createConfirm({ journal, clock, look, hasThreads, isRationed: false });

  async function post(at: At, { key, part, parts, shown, activity, to, signal }: Posting): Promise<string> {
    await journal.begin({ key, part, parts, conversationId: to.id, at: clock.now(), shown });
    try {
      const activityId = await connector.post(at, activity, signal);
      await journal.settle({ key, part, state: 'sent', ref: activityId, at: clock.now() });
      return activityId;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      if (isDoubtful(error)) await journal.settle({ key, part, state: 'doubtful', at: clock.now() });
      else if (error.verdict !== 'unknown') await journal.forget(key, part);
      throw error;
    }
  }

  return {
    async send(to, message, key) {
      const signal = AbortSignal.timeout(SEND_MS);
      const parts = composeParts(message, (part) => toMark(key, part));
      const known = await confirm(to, key);
      const ids: string[] = [];
      for (const [part, { activity }] of parts.entries()) {
        const there = known.find((each) => each.part === part && each.state === 'sent')?.ref;
        if (there) {
          ids.push(there);
          continue;
        }
        const shown = parts.length === 1 && findPromptOf(message) ? message : undefined;
        ids.push(await post(toAt(to, ids[0]), { to, key, part, parts: parts.length, shown, activity, signal }));
      }
      return { ref: { activityIds: ids } };
    },

    async find(to, key) {
      const posts = await confirm(to, key);
      const ids = posts.flatMap(({ state, ref }) => (state === 'sent' && ref ? [ref] : []));
      return ids.length > 0 && ids.length === posts[0]?.parts ? { ref: { activityIds: ids } } : undefined;
    },

    async update(to, sent, message) {
      const { activityIds } = Ref.parse(sent.ref);
      const [first = ''] = activityIds;
      const parts = composeParts(message);
      const removeFrom = async (from: number) => {
        for (const id of activityIds.slice(from)) await removeIfThere(connector, toAt(to, first, id), id);
      };
      if (parts.length > activityIds.length) {
        await removeFrom(0);
        throw new PlatformError('The new version needs more posts than there are. Post it anew.', {
          verdict: 'permanent',
          code: 'gone',
        });
      }
      for (const [part, { activity }] of parts.entries()) {
        const id = activityIds[part] ?? '';
        await connector.change(toAt(to, first, id), id, activity);
      }
      await removeFrom(parts.length);
      await journal.changeShown({ conversationId: to.id, ref: first }, message, clock.now());
    },
  };
}

interface Posting {
  readonly to: Conversation;
  readonly key: DeliveryKey;
  readonly part: number;
  readonly parts: number;
  readonly shown: Message | undefined;
  readonly activity: Activity;
  readonly signal: AbortSignal;
}

function composeParts(message: Message, markOf?: (part: number) => string): readonly { readonly activity: Activity }[] {
  const mark = markOf?.(0) ?? '';
  const fits = (part: Message) => measure(composeActivity(part, { mark, isPersonal: true })) <= size.mostBytes;
  const messages = splitMessage(message, fits);
  return messages.map((part, at) => ({
    activity: composeActivity(part, {
      ...(markOf ? { mark: markOf(at) } : {}),
      isPersonal: messages.length === 1,
    }),
  }));
}

function toAt(to: Conversation, rootId?: string, id?: string): At {
  const { serviceUrl, conversationId, tenantId } = readAddress(to);
  const isAnswer = to.kind === 'channel' && rootId !== undefined && rootId !== id;
  return { serviceUrl, tenantId, conversationId: isAnswer ? toThread(conversationId, rootId) : conversationId };
}

async function removeIfThere(connector: Connector, at: At, id: string): Promise<void> {
  try {
    await connector.remove(at, id);
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'gone') throw error;
  }
}
