// Which of the things that somebody may steer is meant by "beredningsgruppen 24 oktober"?
import type { AtDesk } from '../desk/desk.ts';
import type { DeskKind, DeskSubject } from '../desk/desk-subject.ts';
import { listDeskSubjects } from '../desk/subjects.ts';
import { formatDate } from '../text/format.ts';
import { Language } from '../text/language.ts';
import { foldWords } from '../text/spelling.ts';
import { textsIn } from '../text/texts.ts';

export interface Sought {
  /** Those that all the words stand in; all, where there are none. */
  readonly found: readonly DeskSubject[];
  readonly all: readonly DeskSubject[];
}

/** Words say the kind ("möte"), or stand in the name or the day, however they are typed. */
export async function seek(at: AtDesk, text: string): Promise<Sought> {
  const all = await listDeskSubjects(at.road.database.db, at);
  const { kind, words } = readWords(text);
  const ofKind = kind ? all.filter((subject) => subject.kind === kind) : all;
  const found = ofKind.filter((subject) => words.every((word) => nameOf(subject, at).includes(word)));
  return { found, all };
}

function nameOf({ title, day }: DeskSubject, { asker }: AtDesk): string {
  return foldWords(`${title} ${formatDate(day, asker.person.language)} ${day}`);
}

export function readWords(text: string): { readonly kind: DeskKind | undefined; readonly words: readonly string[] } {
  const words = foldWords(text)
    .split(' ')
    .filter((word) => word !== '' && !isFiller(word));
  const [first = '', ...rest] = words;
  const kind = readKind(first);
  return kind ? { kind, words: rest } : { kind: undefined, words };
}

/** The kind that a word names, in any language. */
export function readKind(word: string): DeskKind | undefined {
  for (const language of Language.options) {
    const { kinds } = textsIn(language).deskChat;
    for (const kind of ['meeting', 'call', 'round', 'survey', 'memo'] as const) {
      if (kinds[kind].some((name) => foldWords(name) === foldWords(word))) return kind;
    }
  }
  return undefined;
}

function isFiller(word: string): boolean {
  return Language.options.some((language) => textsIn(language).deskChat.fillers.map(foldWords).includes(word));
}
