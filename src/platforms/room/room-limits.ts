// How fast and how much: the room has no pace to keep, but a page must stay a page.
import { PlatformError } from '../../errors.ts';
import type { Message } from '../../message/message.ts';
import type { Pace } from '../../platform.ts';

export const pace: Pace = [];

/** Ours: what a browser and a reader can take. No message that Teams and Slack accept comes near them. */
export const size = { mostBytes: 200_000, mostButtons: 50, mostFields: 100 } as const;

/** Refused, never cut: a cut deadline is a wrong deadline. */
export function checkSize(message: Message): void {
  const bytes = Buffer.byteLength(JSON.stringify(message));
  const fields = message.question?.form.fields.length ?? 0;
  if (bytes > size.mostBytes) refuse(`${bytes} bytes`, `${size.mostBytes} bytes`);
  if (message.buttons.length > size.mostButtons) refuse(`${message.buttons.length} buttons`, `${size.mostButtons}`);
  if (fields > size.mostFields) refuse(`${fields} fields`, `${size.mostFields}`);
}

function refuse(found: string, most: string): never {
  throw new PlatformError(`A message with ${found} was not posted in the room: at most ${most} fit. Split it.`, {
    verdict: 'permanent',
    code: 'too-large',
  });
}
