// A message too large for one card is shown in several, in order; nothing of it is left out.
import type { Message, Part } from '../../message/message.ts';
import { textsIn } from '../../text/texts.ts';
import { refuseTooLarge, size } from './teams-limits.ts';

type Fits = (message: Message) => boolean;

/**
 * @returns the message itself where it fits; else several, the question and the buttons with the last
 * @throws PlatformError "too-large" where a part cannot be divided, or too many posts would be needed
 */
export function splitMessage(message: Message, fits: Fits): readonly Message[] {
  if (fits(message)) return [message];
  const { question, ...rest } = message;
  const bare: Message = { ...rest, buttons: [] };
  const pieces = message.parts.flatMap(divide);
  const posts: Message[] = [];
  let parts: readonly Part[] = [];
  for (const piece of pieces) {
    const longer = join(parts, piece);
    if (fits(number({ ...bare, parts: longer }, size.mostPosts, size.mostPosts))) {
      parts = longer;
      continue;
    }
    if (parts.length > 0) posts.push({ ...bare, parts });
    parts = [begin(piece)];
    if (!fits(number({ ...bare, parts }, size.mostPosts, size.mostPosts))) refuseTooLarge('A part', size.mostBytes);
  }
  const asking: Message = { ...message, parts };
  if (fits(number(asking, size.mostPosts, size.mostPosts))) posts.push(asking);
  else posts.push({ ...bare, parts }, { ...message, parts: [] });
  if (posts.length > size.mostPosts) refuseTooLarge(`A message of ${posts.length} posts`, size.mostPosts);
  const numbered = posts.map((post, at) => number(post, at + 1, posts.length));
  if (!numbered.every(fits)) refuseTooLarge('A message with so many buttons', size.mostBytes);
  return numbered;
}

/** "Avstämning mars (2 av 3)". */
function number(message: Message, at: number, of: number): Message {
  return { ...message, title: textsIn(message.language).teams.continued(message.title, at, of) };
}

interface Piece {
  readonly part: Part;
  /** The same list or table goes on: it is put together again with what stands before it in the same post. */
  readonly isMore: boolean;
}

function divide(part: Part): readonly Piece[] {
  switch (part.kind) {
    case 'list':
      return part.items.map((item, at) => ({ part: { ...part, items: [item] }, isMore: at > 0 }));
    case 'facts':
      return part.facts.map((fact, at) => ({ part: { ...part, facts: [fact] }, isMore: at > 0 }));
    case 'text':
    case 'progress':
    case 'notice':
    case 'note':
      return [{ part, isMore: false }];
  }
}

function join(parts: readonly Part[], { part, isMore }: Piece): readonly Part[] {
  const last = parts.at(-1);
  if (!isMore || last === undefined) return [...parts, begin({ part, isMore })];
  if (last.kind === 'list' && part.kind === 'list') {
    return [...parts.slice(0, -1), { ...last, items: [...last.items, ...part.items] }];
  }
  if (last.kind === 'facts' && part.kind === 'facts') {
    return [...parts.slice(0, -1), { ...last, facts: [...last.facts, ...part.facts] }];
  }
  return [...parts, part];
}

/** A list that goes on in the next post has its title once. */
function begin({ part, isMore }: Piece): Part {
  return part.kind === 'list' && isMore ? { kind: 'list', items: part.items } : part;
}
