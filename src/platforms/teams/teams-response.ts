// What goes back at once to whoever pressed, filled in or searched: an answer in the shape that Teams waits for.
import { randomUUID } from 'node:crypto';
import { findPromptOf, type Message } from '../../message/message.ts';
import { toPlainText } from '../../message/plain-text.ts';
import type { Answer, PromptView } from '../../platform.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { composeCard } from './teams-card.ts';
import { attach } from './teams-compose.ts';
import { composeForm } from './teams-dialog.ts';
import type { Card } from './teams-element.ts';
import { composeView } from './teams-view.ts';

/** The body of an HTTP answer. */
export type Body = Readonly<Record<string, unknown>>;

export interface Execution {
  readonly answer: Answer;
  /** What the card shows to everybody, where it is known. */
  readonly shown: Message | undefined;
}

/**
 * In answer to Action.Execute: a card in the place of the pressed one, for this person alone, or words.
 * @see https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
export function toExecution({ answer, shown }: Execution): Body {
  switch (answer.kind) {
    case 'receipt': {
      const card = answer.card ?? shown;
      const notice = { kind: 'notice', text: answer.text, tone: 'success' } as const;
      return card ? showCard(composeCard(card, { notice, isPersonal: true })) : showWords(answer.text);
    }
    case 'form':
    case 'faults':
      return showCard(composeForm({ shown: answer, nonce: randomUUID(), isDialog: false }));
    case 'card':
      return showCard(composeCard(answer.message));
    case 'views':
      return toViewed(shown, answer.views);
    case 'note':
      return showWords(answer.text);
    case 'cards':
    case 'nothing':
      return showWords('');
  }
}

/** Where we do not know what the card shows, it stays as it is. */
function toViewed(shown: Message | undefined, views: readonly PromptView[]): Body {
  if (!shown) return refuseInvoke();
  return showCard(
    composeView(
      shown,
      views.find(({ promptId }) => promptId === findPromptOf(shown)),
    ),
  );
}

export function refuseInvoke(): Body {
  const value = { code: 'NotFound', message: '' };
  return { statusCode: 404, type: 'application/vnd.microsoft.error', value };
}

function showCard(value: Card): Body {
  return { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value };
}

function showWords(value: string): Body {
  return { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value };
}

/**
 * In a dialog: a form to fill in, or words and an end.
 * @param language the client's, for an end that the road has no words for
 */
export function toDialog(answer: Answer, language: Language): Body {
  switch (answer.kind) {
    case 'form':
    case 'faults': {
      const card = composeForm({ shown: answer, nonce: randomUUID(), isDialog: true });
      return toTask(answer.title, card);
    }
    case 'card':
      return toTask(answer.message.title, composeCard(answer.message));
    case 'receipt':
    case 'note':
      return { task: { type: 'message', value: answer.text } };
    case 'cards':
    case 'views':
    case 'nothing':
      return { task: { type: 'message', value: textsIn(language).teams.compose.done } };
  }
}

function toTask(title: string, card: Card): Body {
  return { task: { type: 'continue', value: { title, height: 'medium', width: 'medium', card: attach(card) } } };
}

const PREVIEW = 'application/vnd.microsoft.card.thumbnail';

/** In the compose box: what was found, to be put into a conversation. There, only links can be pressed. */
export function toFound(answer: Answer): Body {
  switch (answer.kind) {
    case 'card': {
      const { message } = answer;
      const links = { ...message, buttons: message.buttons.filter(({ kind }) => kind === 'link') };
      const { title, text } = { title: message.title, text: toPlainText({ ...links, title: ' ', buttons: [] }).trim() };
      const preview = { contentType: PREVIEW, content: { title, text } };
      const attachments = [{ ...attach(composeCard(links)), preview }];
      return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments } };
    }
    case 'note':
    case 'receipt':
      return tellInCompose(answer.text);
    case 'form':
    case 'faults':
      return tellInCompose(answer.title);
    case 'cards':
    case 'views':
    case 'nothing':
      return { composeExtension: { type: 'result', attachmentLayout: 'list', attachments: [] } };
  }
}

export function tellInCompose(text: string): Body {
  return { composeExtension: { type: 'message', text } };
}
