// A message as Block Kit: every part and every button, in the order of the message.
import { findPromptOf, type Message, type Part } from '../../message/message.ts';
import { textsIn } from '../../text/texts.ts';
import { type Block, toContext, toLine, toList, toPlain, toRich, toSection } from './slack-block.ts';
import { composeButtons, composePress } from './slack-button.ts';
import { size } from './slack-limits.ts';

export interface Drawing {
  /** Above the message: what became of what the person did. */
  readonly notice?: Part | undefined;
  /** Everybody sees the same: each asks for their own answer by a button. */
  readonly isShared?: boolean | undefined;
}

export function composeCard(message: Message, { notice, isShared = false }: Drawing = {}): readonly Block[] {
  const { title, parts, buttons, language } = message;
  const promptId = isShared ? findPromptOf(message) : undefined;
  return [
    composeTitle(title),
    ...(notice ? composePart(notice) : []),
    ...parts.flatMap(composePart),
    ...composeButtons(buttons, language),
    ...(promptId ? [composeOwn(promptId, language)] : []),
  ];
}

/** A heading, for those who jump from one to the next; one that is too long for it stands in bold. */
export function composeTitle(title: string): Block {
  if (title.length <= size.header) return { type: 'header', text: toPlain(title) };
  return toRich(toLine({ text: title, isBold: true }));
}

export function composePart(part: Part): readonly Block[] {
  switch (part.kind) {
    case 'text':
    case 'progress':
      return [toSection(part.text)];
    case 'facts': {
      const lines = part.facts.flatMap(({ label, value }, at) => [
        { text: `${at > 0 ? '\n' : ''}${label}: `, isBold: true },
        { text: value },
      ]);
      return [toRich(toLine(...lines))];
    }
    case 'list': {
      const title = part.title === undefined ? [] : [toLine({ text: part.title, isBold: true })];
      return [toRich(...title, toList(part.items))];
    }
    case 'notice':
      return [toRich(toLine({ text: part.text, isBold: true }))];
    case 'note':
      return [toContext(part.text)];
    default:
      return refuseUnknown(part);
  }
}

/** Slack shows one post to all of a channel alike: whoever wants to see where they stand asks. */
function composeOwn(promptId: NonNullable<Message['question']>['promptId'], language: Message['language']): Block {
  const label = textsIn(language).slack.buttons.own;
  return { type: 'actions', elements: [composePress({ act: 'view', promptIds: [promptId] }, label, { at: 0 })] };
}

/** Fails to compile when a new kind of part is not drawn above. */
function refuseUnknown(part: never): never {
  throw new TypeError(`No block for ${JSON.stringify(part)}`);
}
