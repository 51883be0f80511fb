// Which of a county's own things (a matter, a title, an organisation) is meant by a name?
import { findNearest } from '../text/nearest.ts';
import { foldWords, isOneSlip } from '../text/spelling.ts';
import { type Found, toFound } from './found.ts';

export interface Named<T> {
  readonly value: T;
  /** Everything it is called. */
  readonly names: readonly string[];
  /** The same, as they are compared. */
  readonly folded: readonly string[];
}

export function toNamed<T>(value: T, names: readonly string[]): Named<T> {
  return { value, names, folded: names.map(foldWords) };
}

/** Fewer letters than this are too few to be a part of a name, or a name with a slip in it. */
const FEWEST = 4;

/** A whole name wins, then the beginning of words in it ("ensamkommande"), then one that is a slip away. */
export function findByName<T>(text: string, named: readonly Named<T>[]): Found<T> {
  const wanted = foldWords(text);
  if (wanted === '') return { kind: 'none' };
  const spelled = select(named, (name) => name === wanted);
  if (spelled.length > 0 || wanted.length < FEWEST) return toFound(spelled, true);
  const parts = select(named, (name) => ` ${name}`.includes(` ${wanted}`));
  if (parts.length > 0) return toFound(parts, false);
  return toFound(
    select(named, (name) => name.length >= FEWEST && isOneSlip(name, wanted)),
    false,
  );
}

/** Where none is found: the name that looks most like it. */
export function suggestName(text: string, named: readonly Named<unknown>[]): string | undefined {
  const names = named.flatMap((one) => one.names);
  const folded = named.flatMap((one) => one.folded);
  const nearest = findNearest(foldWords(text), folded);
  return nearest === undefined ? undefined : names[folded.indexOf(nearest)];
}

function select<T>(named: readonly Named<T>[], isMeant: (name: string) => boolean): readonly T[] {
  return named.filter(({ folded }) => folded.some(isMeant)).map(({ value }) => value);
}
