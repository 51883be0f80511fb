// A message as what Slack posts: blocks, and the same in words for notifications and screen readers.

import type { Message } from '../../message/message.ts';
import { toPlainText } from '../../message/plain-text.ts';
import { splitMessage } from '../../message/split-message.ts';
import { textsIn } from '../../text/texts.ts';
import type { Block } from './slack-block.ts';
import { composeCard, type Drawing } from './slack-card.ts';
import { escapeText } from './slack-escape.ts';
import { refuseTooLarge, size } from './slack-limits.ts';
import { findExcess } from './slack-measure.ts';

export interface Content {
  readonly text: string;
  readonly blocks: readonly Block[];
}

/** The words of the button that asks for one's own answer are not in the text: there it cannot be pressed. */
export function composeContent(message: Message, drawing: Drawing = {}): Content {
  return { text: escapeText(toPlainText(message)), blocks: composeCard(message, drawing) };
}

/** @throws PlatformError "too-large" */
export function composeContents(message: Message, drawing: Drawing = {}): readonly Content[] {
  const messages = splitMessage(message, {
    fits: (part) => fits(composeContent(part, drawing)),
    mostPosts: size.mostPosts,
    number: textsIn(message.language).slack.continued,
    refuse: (what) => refuseTooLarge(what, size.text),
  });
  return messages.map((part) => composeContent(part, drawing));
}

function fits({ text, blocks }: Content): boolean {
  return text.length <= size.text && findExcess(blocks, size.mostBlocks) === undefined;
}
