// A button as an action of a card: pressed at once, filled in in a dialog, or followed.
import { labelButton } from '../../message/label-button.ts';
import type { Button } from '../../message/message.ts';
import type { ButtonData } from '../../outer/button-data.ts';
import type { Language } from '../../text/language.ts';
import type { Element } from './teams-element.ts';

export function composeAction(button: Button, language: Language): Element {
  const title = labelButton(button, language);
  switch (button.kind) {
    case 'answer': {
      const { promptId, answers, light } = button;
      return composePress({ act: 'answer', promptId, answers }, title, toStyle(light));
    }
    case 'repeat':
      return composePress({ act: 'repeat', promptId: button.promptId }, title);
    case 'delegate':
      return composePress({ act: 'delegate', promptId: button.promptId }, title);
    case 'fill':
      return composeFill({ act: 'fill', promptId: button.promptId }, title);
    case 'link':
      return { type: 'Action.OpenUrl', title, url: button.url };
    default:
      return refuseUnknown(button);
  }
}

/** A client that does not know Action.Execute sends the same as a message instead. */
function composePress(data: ButtonData, title: string, style?: string): Element {
  const look = style === undefined ? { title } : { title, style };
  return { type: 'Action.Execute', ...look, verb: data.act, data, fallback: { type: 'Action.Submit', ...look, data } };
}

/** Only Action.Submit can open a dialog. */
export function composeFill(data: ButtonData, title: string): Element {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, ...data } };
}

/** A hint of colour beside the shape and the word. */
function toStyle(light: Extract<Button, { kind: 'answer' }>['light']): string | undefined {
  if (light === 'green') return 'positive';
  return light === 'red' ? 'destructive' : undefined;
}

/** Fails to compile when a new kind of button is not drawn above. */
function refuseUnknown(button: never): never {
  throw new TypeError(`No action for ${JSON.stringify(button)}`);
}
