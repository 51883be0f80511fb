// Posts a message once under its key, shows new versions in place, and finds out what became of it.
import { setTimeout as wait } from 'node:timers/promises';
import { z } from 'zod';
import { PlatformError } from '../../errors.ts';
import type { DeliveryKey } from '../../ids.ts';
import { findPromptOf, type Message } from '../../message/message.ts';
import { createConfirm, toMark } from '../../outer/confirm.ts';
import type { Conversation, Sent } from '../../platform.ts';
import type { Api } from './slack-api.ts';
import { type Content, composeContents } from './slack-compose.ts';
import { size } from './slack-limits.ts';
import { createLook, toMetadata } from './slack-look.ts';
import { readAddress } from './slack-place.ts';
import type { SlackSetting } from './slack-setting.ts';

/** Sent.ref: the posts of one message, in order; mostly one. */
const Ref = z.object({ ts: z.array(z.string().min(1)).min(1) });

export interface Poster {
  send(to: Conversation, message: Message, key: DeliveryKey): Promise<Sent>;
  update(to: Conversation, sent: Sent, message: Message): Promise<void>;
  find(to: Conversation, key: DeliveryKey): Promise<Sent | undefined>;
  hasBegun(key: DeliveryKey): Promise<boolean>;
}

/** Within half a lease of the outbox: what is begun is ended before somebody else looks for it. */
const SEND_MS = 13_000;

const Posted = z.object({ ts: z.string().min(1) });

export function createPoster(setting: SlackSetting, api: Api): Poster {
  const { journal, clock } = setting;
  // Slack counts how often somebody looks.
  const confirm = createConfirm({ journal, clock, look: createLook(api), hasThreads: () => true, isRationed: true });

  async function post(to: Conversation, { key, part, parts, shown, content, rootTs, signal }: Posting) {
    const { teamId, channelId } = readAddress(to);
    await journal.begin({ key, part, parts, conversationId: to.id, at: clock.now(), shown });
    const thread = rootTs === undefined ? {} : { thread_ts: rootTs };
    const args = {
      channel: channelId,
      ...content,
      ...thread,
      ...QUIET,
      metadata: toMetadata(toMark(key, part)),
    };
    try {
      const posted = await api({ teamId, method: 'chat.postMessage', args, schema: Posted, postTo: channelId, signal });
      await journal.settle({ key, part, state: 'sent', ref: posted.ts, at: clock.now() });
      return posted.ts;
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      await settleRefused(error, key, part);
      // Those before it have used the turn of the message.
      throw part > 0 && error.isUntried ? new PlatformError(error.message, { ...error, isUntried: false }) : error;
    }
  }

  async function settleRefused({ verdict, isUntried }: PlatformError, key: DeliveryKey, part: number): Promise<void> {
    if (isUntried) return journal.forget(key, part);
    if (verdict !== 'unknown') await journal.settle({ key, part, state: 'absent', at: clock.now() });
  }

  return {
    async send(to, message, key) {
      const signal = AbortSignal.timeout(SEND_MS);
      const contents = composeContents(message, { isShared: true });
      const known = await confirm(to, key);
      const all: string[] = [];
      for (const [part, content] of contents.entries()) {
        const there = known.find((each) => each.part === part && each.state === 'sent')?.ref;
        if (there) {
          all.push(there);
          continue;
        }
        if (part > 0) await waitForNext(signal);
        const isQuestion = part === contents.length - 1 && findPromptOf(message) !== undefined;
        const shown = isQuestion ? message : undefined;
        all.push(await post(to, { key, part, parts: contents.length, shown, content, rootTs: all[0], signal }));
      }
      return { ref: { ts: all } };
    },

    async find(to, key) {
      const posts = await confirm(to, key);
      const all = posts.flatMap(({ state, ref }) => (state === 'sent' && ref ? [ref] : []));
      return all.length > 0 && all.length === posts[0]?.parts ? { ref: { ts: all } } : undefined;
    },

    hasBegun: journal.has,

    async update(to, sent, message) {
      const { ts: all } = Ref.parse(sent.ref);
      const { teamId, channelId } = readAddress(to);
      const contents = composeContents(message, { isShared: true });
      const removeFrom = async (from: number) => {
        for (const ts of all.slice(from).toReversed()) await removeIfThere(api, { teamId, channelId, ts });
      };
      if (contents.length > all.length) {
        await removeFrom(0);
        throw new PlatformError('The new version needs more posts than there are. Post it anew.', {
          verdict: 'permanent',
          code: 'gone',
        });
      }
      for (const [part, content] of contents.entries()) {
        const args = { channel: channelId, ts: all[part], ...content };
        await api({ teamId, method: 'chat.update', args, schema: z.unknown() });
      }
      await removeFrom(contents.length);
      const last = all[contents.length - 1];
      if (last !== undefined) await journal.changeShown({ conversationId: to.id, ref: last }, message, clock.now());
    },
  };
}

/** No previews of what is linked to, and no marks read in the words. */
const QUIET = { unfurl_links: false, unfurl_media: false, mrkdwn: false } as const;

interface Posting {
  readonly key: DeliveryKey;
  readonly part: number;
  readonly parts: number;
  readonly shown: Message | undefined;
  readonly content: Content;
  readonly rootTs: string | undefined;
  readonly signal: AbortSignal;
}

/** Not so fast that the posts of one message break the pace of all. */
async function waitForNext(signal: AbortSignal): Promise<void> {
  await wait(size.betweenPostsMs);
  if (!signal.aborted) return;
  throw new PlatformError('The rest of the message follows in a while.', { verdict: 'later', code: 'more-posts' });
}

interface Place {
  readonly teamId: string;
  readonly channelId: string;
  readonly ts: string;
}

async function removeIfThere(api: Api, { teamId, channelId, ts }: Place): Promise<void> {
  try {
    await api({ teamId, method: 'chat.delete', args: { channel: channelId, ts }, schema: z.unknown() });
  } catch (error) {
    if (!(error instanceof PlatformError) || error.code !== 'gone') throw error;
  }
}
