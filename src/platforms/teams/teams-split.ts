// A message too large for one card is shown in several, in order; nothing of it is left out.
import type { Message } from '../../message/message.ts';
import { splitMessage as split } from '../../message/split-message.ts';
import { textsIn } from '../../text/texts.ts';
import { refuseTooLarge, size } from './teams-limits.ts';

/** @throws PlatformError "too-large" where a part cannot be divided, or too many posts would be needed */
export function splitMessage(message: Message, fits: (message: Message) => boolean): readonly Message[] {
  return split(message, {
    fits,
    mostPosts: size.mostPosts,
    number: textsIn(message.language).teams.continued,
    refuse: (what) => refuseTooLarge(what, size.mostBytes),
  });
}
