// Says an answer in a conversation, once: to whoever asked alone, or to everybody where it is meant for all.
import { z } from 'zod';
import { DeliveryKey } from '../../ids.ts';
import { inviteToFill } from '../../outer/invite.ts';
import { ANSWER } from '../../outer/journal-store.ts';
import type { Answer, Conversation } from '../../platform.ts';
import type { Api } from './slack-api.ts';
import { toSection } from './slack-block.ts';
import { type Content, composeContents } from './slack-compose.ts';
import { escapeText } from './slack-escape.ts';
import { readAddress } from './slack-place.ts';
import type { Respond } from './slack-respond.ts';
import type { SlackSetting } from './slack-setting.ts';

export interface Saying {
  readonly to: Conversation;
  readonly answer: Answer;
  /** Of the act that is answered. */
  readonly key: string;
  /** Where it was asked for in a thread. */
  readonly threadTs?: string | undefined;
  /** The only one to see it; without it, everybody does. */
  readonly onlyTo?: string | undefined;
}

export type Say = (saying: Saying) => Promise<void>;

export interface SayDeps {
  readonly setting: SlackSetting;
  readonly api: Api;
  readonly respond: Respond;
}

const Posted = z.object({ ts: z.string() });

/** An answer that does not get through is not tried again: whoever asked, asks again. */
export function createSay({ setting, api, respond }: SayDeps): Say {
  const { journal, clock, log } = setting;

  async function post({ to, threadTs }: Saying, content: Content): Promise<string> {
    const { teamId, channelId } = readAddress(to);
    const args = { channel: channelId, ...content, ...(threadTs === undefined ? {} : { thread_ts: threadTs }) };
    return (await api({ teamId, method: 'chat.postMessage', args, schema: Posted, postTo: channelId })).ts;
  }

  return async (saying) => {
    const { to, answer, key: asked, onlyTo, threadTs } = saying;
    const { teamId, channelId } = readAddress(to);
    const key = DeliveryKey.parse(`${ANSWER}${asked}`);
    const contents = composeAnswer(answer);
    for (const [part, content] of contents.entries()) {
      const begun = { key, part, parts: contents.length, conversationId: to.id, at: clock.now() };
      // The same act again was answered already.
      if (!(await journal.claim(begun))) continue;
      try {
        if (onlyTo !== undefined) await respond({ teamId, userId: onlyTo, channelId, threadTs }, content);
        const ref = onlyTo === undefined ? { ref: await post(saying, content) } : {};
        await journal.settle({ key, part, state: 'sent', ...ref, at: clock.now() });
      } catch (error) {
        log.warn('slack.answer-not-posted', error, { kind: answer.kind });
        return;
      }
    }
  };
}

function composeAnswer(answer: Answer): readonly Content[] {
  switch (answer.kind) {
    case 'receipt':
    case 'note':
      return [{ text: escapeText(answer.text), blocks: [toSection(answer.text)] }];
    case 'card':
      return composeContents(answer.message);
    case 'cards':
      return answer.messages.flatMap((message) => composeContents(message));
    case 'form':
    case 'faults':
      return composeContents(inviteToFill(answer));
    case 'views':
    case 'nothing':
      return [];
  }
}
