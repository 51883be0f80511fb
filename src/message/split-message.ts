// A message too large for one post is shown in several, in order; nothing of it is left out.
import type { Message, Part } from './message.ts';

export interface Splitting {
  /** Whether a post is small enough for its platform. */
  readonly fits: (message: Message) => boolean;
  readonly mostPosts: number;
  /** "Avstämning mars (2 av 3)". */
  readonly number: (title: string, at: number, of: number) => string;
  /** Says that it cannot be shown, and at most how much can. */
  readonly refuse: (what: string) => never;
}

/** @returns the message itself where it fits; else several, the question and the buttons with the last */
export function splitMessage(message: Message, { fits, mostPosts, number, refuse }: Splitting): readonly Message[] {
  if (fits(message)) return [message];
  const toNumbered = (post: Message, at: number, of: number) => ({ ...post, title: number(post.title, at, of) });
  // Measured with the longest number that its title may get.
  const fitsNumbered = (post: Message) => fits(toNumbered(post, mostPosts, mostPosts));
  const { question, ...rest } = message;
  const bare: Message = { ...rest, buttons: [] };
  const posts: Message[] = [];
  let parts: readonly Part[] = [];
  for (const piece of message.parts.flatMap(divide)) {
    const longer = join(parts, piece);
    if (fitsNumbered({ ...bare, parts: longer })) {
      parts = longer;
      continue;
    }
    if (parts.length > 0) posts.push({ ...bare, parts });
    parts = [begin(piece)];
    if (!fitsNumbered({ ...bare, parts })) refuse('A part');
  }
  const asking: Message = { ...message, parts };
  if (fitsNumbered(asking)) posts.push(asking);
  else posts.push({ ...bare, parts }, { ...message, parts: [] });
  if (posts.length > mostPosts) refuse(`A message of ${posts.length} posts`);
  const numbered = posts.map((post, at) => toNumbered(post, at + 1, posts.length));
  if (!numbered.every(fits)) refuse('A message with so many buttons');
  return numbered;
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
