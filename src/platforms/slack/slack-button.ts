// A button as an element of a row; one whose words are too long for a button stands beside its words.
import { labelButton } from '../../message/label-button.ts';
import type { Button } from '../../message/message.ts';
import type { ButtonData } from '../../outer/button-data.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import { type Block, toPlain, toSection } from './slack-block.ts';
import { writeData } from './slack-data.ts';
import { size } from './slack-limits.ts';

/** All buttons of a message, in order: rows, and lines where a label is too long for a row. */
export function composeButtons(buttons: readonly Button[], language: Language): readonly Block[] {
  const blocks: Block[] = [];
  let row: Block[] = [];
  const endRow = () => {
    if (row.length > 0) blocks.push({ type: 'actions', elements: row });
    row = [];
  };
  for (const [at, button] of buttons.entries()) {
    const label = labelButton(button, language);
    if (label.length > size.buttonText) {
      endRow();
      const short = textsIn(language).slack.buttons[button.kind];
      blocks.push(toSection(label, { accessory: composeButton(button, short, at) }));
      continue;
    }
    if (row.length === size.buttonsInRow) endRow();
    row.push(composeButton(button, label, at));
  }
  endRow();
  return blocks;
}

function composeButton(button: Button, label: string, at: number): Block {
  switch (button.kind) {
    case 'answer': {
      const { promptId, answers, light } = button;
      return composePress({ act: 'answer', promptId, answers }, label, { at, style: toStyle(light) });
    }
    case 'repeat':
      return composePress({ act: 'repeat', promptId: button.promptId }, label, { at });
    case 'delegate':
      return composePress({ act: 'delegate', promptId: button.promptId }, label, { at });
    case 'fill':
      return composePress({ act: 'fill', promptId: button.promptId }, label, { at });
    case 'link':
      return { type: 'button', text: toPlain(label), action_id: `link:${at}`, url: button.url };
    default:
      return refuseUnknown(button);
  }
}

interface Look {
  /** Names within a post are its own. */
  readonly at: number;
  readonly style?: 'primary' | 'danger' | undefined;
}

export function composePress(data: ButtonData, label: string, { at, style }: Look): Block {
  const look = style === undefined ? {} : { style };
  return { type: 'button', text: toPlain(label), action_id: `${data.act}:${at}`, value: writeData(data), ...look };
}

/** A hint of colour beside the shape and the word. */
function toStyle(light: Extract<Button, { kind: 'answer' }>['light']): Look['style'] {
  if (light === 'green') return 'primary';
  return light === 'red' ? 'danger' : undefined;
}

/** Fails to compile when a new kind of button is not drawn above. */
function refuseUnknown(button: never): never {
  throw new TypeError(`No button for ${JSON.stringify(button)}`);
}
