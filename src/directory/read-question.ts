// What does somebody ask for: which municipalities, which matters, which titles?
import { foldWords } from '../text/spelling.ts';
import { findByName, type Named, toNamed } from './find-by-name.ts';
import { findMunicipality } from './find-municipality.ts';
import type { Found } from './found.ts';
import type { Matter } from './matter.ts';
import type { Municipality } from './municipality.ts';

/** What a county's question can be about, beside the municipalities of Sweden. */
export interface Vocabulary {
  readonly matters: readonly Named<Matter>[];
  readonly titles: readonly Named<string>[];
  /** Words that carry nothing, "och", "för", unless they stand in a name. */
  readonly fillers: readonly string[];
}

export interface Question {
  readonly municipalities: readonly Municipality[];
  readonly matters: readonly Matter[];
  readonly titles: readonly string[];
  /** May be any of these. */
  readonly unclear: readonly Unclear[];
  /** Nobody's name, in the order written. */
  readonly unknown: readonly string[];
}

export type Unclear =
  | { readonly kind: 'municipality'; readonly text: string; readonly among: readonly Municipality[] }
  | { readonly kind: 'matter'; readonly text: string; readonly among: readonly Matter[] };

export function toNamedMatters(matters: readonly Matter[]): readonly Named<Matter>[] {
  return matters.map((matter) => toNamed(matter, [matter.name, matter.id, ...matter.alsoCalled]));
}

/** The longest name that begins at a word wins over a shorter one; what is spelled out, over what is one slip away. */
export function readQuestion(text: string, vocabulary: Vocabulary): Question {
  const words = text.split(/[\s,;&+/?!]+/).filter((word) => word !== '');
  const terms: Term[] = [];
  for (let at = 0; at < words.length; ) {
    const found = readTerm(words.slice(at, at + LONGEST), vocabulary);
    if (found) terms.push(found.term);
    at += found?.length ?? 1;
  }
  return sortTerms(terms);
}

/** As many words as the longest name of a matter that people would write out. */
const LONGEST = 8;

type Term =
  | { readonly kind: 'municipality'; readonly value: Municipality }
  | { readonly kind: 'matter'; readonly value: Matter }
  | { readonly kind: 'title'; readonly values: readonly string[] }
  | { readonly kind: 'unclear'; readonly value: Unclear }
  | { readonly kind: 'unknown'; readonly text: string };

interface Reading {
  readonly term: Term;
  /** How many words it took. */
  readonly length: number;
}

/** Undefined for a word that carries nothing. */
function readTerm(words: readonly string[], vocabulary: Vocabulary): Reading | undefined {
  const windows = words.map((_, at) => words.slice(0, words.length - at));
  const looks = windows.map((window) => look(window.join(' '), vocabulary));
  for (const isSpelled of [true, false]) {
    if (!isSpelled && isFiller(words[0], vocabulary)) return undefined;
    for (const [at, term] of looks.entries()) {
      const found = isSpelled ? term.spelled : term.near;
      if (found) return { term: found, length: words.length - at };
    }
  }
  return { term: { kind: 'unknown', text: words[0] ?? '' }, length: 1 };
}

function isFiller(word: string | undefined, { fillers }: Vocabulary): boolean {
  return word === undefined || fillers.some((filler) => foldWords(filler) === foldWords(word));
}

interface Looked {
  readonly spelled?: Term | undefined;
  readonly near?: Term | undefined;
}

function look(text: string, { matters, titles }: Vocabulary): Looked {
  const municipality = findMunicipality(text);
  const matter = findByName(text, matters);
  const title = findByName(text, titles);
  const terms = [
    { found: matter, term: toMatterTerm(text, matter) },
    { found: title, term: toTitleTerm(title) },
    { found: municipality, term: toMunicipalityTerm(text, municipality) },
  ];
  const pick = (isSpelled: boolean) =>
    terms.find(({ found }) => found.kind !== 'none' && found.isSpelled === isSpelled)?.term;
  return { spelled: pick(true), near: pick(false) };
}

function toMunicipalityTerm(text: string, found: Found<Municipality>): Term | undefined {
  if (found.kind === 'one') return { kind: 'municipality', value: found.value };
  return found.kind === 'choice'
    ? { kind: 'unclear', value: { kind: 'municipality', text, among: found.among } }
    : undefined;
}

function toMatterTerm(text: string, found: Found<Matter>): Term | undefined {
  if (found.kind === 'one') return { kind: 'matter', value: found.value };
  return found.kind === 'choice' ? { kind: 'unclear', value: { kind: 'matter', text, among: found.among } } : undefined;
}

/** Several officers with titles alike may all be meant. */
function toTitleTerm(found: Found<string>): Term | undefined {
  if (found.kind === 'none') return undefined;
  return { kind: 'title', values: found.kind === 'one' ? [found.value] : found.among };
}

function sortTerms(terms: readonly Term[]): Question {
  return {
    municipalities: unique(terms.flatMap((term) => (term.kind === 'municipality' ? [term.value] : []))),
    matters: unique(terms.flatMap((term) => (term.kind === 'matter' ? [term.value] : []))),
    titles: unique(terms.flatMap((term) => (term.kind === 'title' ? term.values : []))),
    unclear: terms.flatMap((term) => (term.kind === 'unclear' ? [term.value] : [])),
    unknown: terms.flatMap((term) => (term.kind === 'unknown' ? [term.text] : [])),
  };
}

function unique<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}
