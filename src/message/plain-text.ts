// How does a message read where nothing can be pressed: in a notification, a terminal, a plain mail?
import { labelButton } from './label-button.ts';
import type { Button, Message, Part } from './message.ts';

/**
 * All that any platform shows, in the same order: title, parts, what can be answered in brackets, links with their
 * address. The questions of a form are not here, as no platform shows them before the form is opened.
 */
export function toPlainText(message: Message): string {
  const write = (piece: Part | Button) => writePiece(piece, message);
  const answers = message.buttons.filter(({ kind }) => kind !== 'link').map(write);
  const links = message.buttons.filter(({ kind }) => kind === 'link').map(write);
  const blocks = [message.title, ...message.parts.map(write), answers.join(' '), links.join('\n')];
  return blocks.filter((block) => block !== '').join('\n\n');
}

function writePiece(piece: Part | Button, message: Message): string {
  switch (piece.kind) {
    case 'text':
    case 'progress':
    case 'notice':
    case 'note':
      return piece.text;
    case 'facts':
      return piece.facts.map(({ label, value }) => `${label}: ${value}`).join('\n');
    case 'list':
      return [...(piece.title === undefined ? [] : [piece.title]), ...piece.items.map((item) => `- ${item}`)].join(
        '\n',
      );
    case 'answer':
    case 'fill':
    case 'repeat':
    case 'delegate':
      return `[${labelButton(piece, message.language)}]`;
    case 'link':
      return `${piece.label}: ${piece.url}`;
    default:
      return refuseUnknown(piece);
  }
}

/** Fails to compile when a new kind of part or button is not written above. */
function refuseUnknown(piece: never): never {
  throw new TypeError(`No plain text for ${JSON.stringify(piece)}`);
}
