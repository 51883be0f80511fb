// Picks the texts of a language.
import { en } from './en.ts';
import type { Language } from './language.ts';
import { sv, type Texts } from './sv.ts';

export type { Texts };

export function textsIn(language: Language): Texts {
  return language === 'sv' ? sv : en;
}
