// What questions in this county can be about, and by which words they say what kind of answer is wanted.
import { listTitles } from '../directory/contact-store.ts';
import { toNamed } from '../directory/find-by-name.ts';
import { toNamedMatters, type Vocabulary } from '../directory/read-question.ts';
import { Language } from '../text/language.ts';
import { foldWords } from '../text/spelling.ts';
import { textsIn } from '../text/texts.ts';
import type { Inquiry } from './inquiry.ts';

export async function readVocabulary({ db, county }: Pick<Inquiry, 'db' | 'county'>): Promise<Vocabulary> {
  const titles = (await listTitles(db, county.id)).map((title) => toNamed(title, [title]));
  return { ...readMatters({ county }), titles };
}

/** Without titles, where nobody is asked for by one. */
export function readMatters({ county }: Pick<Inquiry, 'county'>): Vocabulary {
  return { matters: toNamedMatters(county.matters), titles: [], fillers: listWords('fillers') };
}

export type Wanted = 'responsible' | 'offers';

/** "ansvarar för SFI": without the word that says what is wanted, and what it says. */
export function readWanted(text: string): { readonly text: string; readonly wanted?: Wanted } {
  const words = text.split(/\s+/);
  const isOne = (kind: 'duty' | 'offer') => (word: string) => listWords(kind).includes(foldWords(word));
  const rest = words.filter((word) => !isOne('duty')(word) && !isOne('offer')(word)).join(' ');
  if (words.some(isOne('duty'))) return { text: rest, wanted: 'responsible' };
  return words.some(isOne('offer')) ? { text: rest, wanted: 'offers' } : { text };
}

/** In any language: who is spoken to in English asks for Swedish matters. */
function listWords(kind: 'fillers' | 'duty' | 'offer'): readonly string[] {
  return Language.options.flatMap((language) => textsIn(language).contacts[kind].split(' ').map(foldWords));
}
