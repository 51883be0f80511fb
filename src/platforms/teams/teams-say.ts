// Says an answer in a conversation, once, in the thread where it was asked for.
import { DeliveryKey } from '../../ids.ts';
import type { Message } from '../../message/message.ts';
import { inviteToFill } from '../../outer/invite.ts';
import { ANSWER } from '../../outer/journal-store.ts';
import type { Answer, Conversation } from '../../platform.ts';
import { composeActivity, composeNote } from './teams-compose.ts';
import type { Activity, Connector } from './teams-connector.ts';
import { measure, size } from './teams-limits.ts';
import { readAddress } from './teams-place.ts';
import type { TeamsSetting } from './teams-setting.ts';
import { splitMessage } from './teams-split.ts';

export interface Saying {
  readonly to: Conversation;
  /** In a channel, the thread; elsewhere the same as the conversation. */
  readonly threadId: string;
  readonly answer: Answer;
  /** Of the act that is answered. */
  readonly key: string;
}

/** @returns whether it got through, now or when the same act was answered before */
export type Say = (saying: Saying) => Promise<boolean>;

/** An answer that does not get through is not tried again: whoever asked, asks again. */
export function createSay({ journal, clock, log }: TeamsSetting, connector: Connector): Say {
  return async ({ to, threadId, answer, key: asked }) => {
    const { serviceUrl, tenantId } = readAddress(to);
    const activities = composeAnswer(answer);
    for (const [part, activity] of activities.entries()) {
      const key = DeliveryKey.parse(`${ANSWER}${asked}`);
      const post = { key, part, parts: activities.length, conversationId: to.id, at: clock.now() };
      // The same act again was answered already.
      if (!(await journal.claim(post))) continue;
      try {
        const at = { serviceUrl, conversationId: threadId, tenantId };
        const activityId = await connector.post(at, activity, AbortSignal.timeout(size.answerMs));
        await journal.settle({ key, part, state: 'sent', ref: activityId, at: clock.now() });
      } catch (error) {
        log.warn('teams.answer-not-posted', error, { kind: answer.kind });
        return false;
      }
    }
    return true;
  };
}

function composeAnswer(answer: Answer): readonly Activity[] {
  switch (answer.kind) {
    case 'receipt':
    case 'note':
      return [composeNote(answer.text)];
    case 'card':
      return composeCards(answer.message);
    case 'cards':
      return answer.messages.flatMap(composeCards);
    case 'form':
    case 'faults':
      // A post cannot open a dialog; its button can.
      return composeCards(inviteToFill(answer));
    case 'views':
    case 'nothing':
      return [];
  }
}

function composeCards(message: Message): readonly Activity[] {
  const fits = (part: Message) => measure(composeActivity(part, {})) <= size.mostBytes;
  return splitMessage(message, fits).map((part) => composeActivity(part, {}));
}
