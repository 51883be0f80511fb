// What "koppla" answers: which groups one may choose, and what the chosen one means for the conversation.
import type { Group } from '../directory/group.ts';
import type { Message, Part } from '../message/message.ts';
import type { Language } from '../text/language.ts';
import { textsIn } from '../text/texts.ts';

export interface Choice {
  readonly group?: Group;
  readonly bindable: readonly Group[];
}

export function composeChoice({ group, bindable }: Choice, language: Language): Message {
  const { choose } = textsIn(language).chat.bind;
  return {
    language,
    title: choose.title,
    parts: [
      { kind: 'text', text: group ? choose.now(group.name) : choose.none },
      { kind: 'list', title: choose.list, items: bindable.map(({ name }) => name) },
      { kind: 'note', text: choose.how },
    ],
    buttons: [],
  };
}

export interface Bound {
  readonly group: Group;
  readonly language: Language;
  /** Whose conversation it was. */
  readonly before?: Group;
  readonly members: number;
  /** How many of them the platform tells us of; not there where it does not tell. */
  readonly known?: number;
}

export function composeBound({ group, language, before, members, known }: Bound): Message {
  const { bound } = textsIn(language).chat.bind;
  const moved: readonly Part[] =
    before && before.id !== group.id ? [{ kind: 'text', text: bound.moved(before.name, group.name) }] : [];
  return {
    language,
    title: bound.title(group.name),
    parts: [
      ...moved,
      { kind: 'list', title: bound.list, items: bound.posts },
      { kind: 'text', text: known === undefined ? bound.looking : bound.recognised(known, members) },
    ],
    buttons: [],
  };
}
