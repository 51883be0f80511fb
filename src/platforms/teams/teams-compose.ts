// A message as an activity that Teams posts: a card, and the same in plain text for the notification.
import type { Message } from '../../message/message.ts';
import { toPlainText } from '../../message/plain-text.ts';
import { composeCard, type Drawing } from './teams-card.ts';
import type { Activity } from './teams-connector.ts';
import type { Card } from './teams-element.ts';

const CARD = 'application/vnd.microsoft.card.adaptive';

export interface CardAttachment {
  readonly contentType: typeof CARD;
  readonly content: Card;
}

/**
 * The plain text stands in `summary`, which notifications and simple clients show. Not in `text`: Teams would split text
 * and card into two posts and tell the id of neither.
 * @see https://learn.microsoft.com/microsoftteams/platform/bots/how-to/conversations/conversation-messages
 */
export function composeActivity(message: Message, drawing: Drawing): Activity {
  return { type: 'message', summary: toPlainText(message), attachments: [attach(composeCard(message, drawing))] };
}

export function composeNote(text: string): Activity {
  return { type: 'message', textFormat: 'plain', text };
}

export function attach(content: Card): CardAttachment {
  return { contentType: CARD, content };
}
