// How is a field of an entry written in a cell?

import { findMunicipalityByNameOrCode } from '../../directory/municipality.ts';
import { textsIn } from '../../text/texts.ts';
import { type NameBook, showReferred } from './find-referred.ts';
import { type Entry, fieldOf } from './known-county.ts';
import type { Choice, Column } from './sheet-kinds.ts';

const texts = textsIn('sv').sheets;

/** In Swedish, as people would write it themselves; nothing where the entry says nothing. */
export function showCell(entry: Entry, { field, reads }: Column, book: NameBook): string {
  const value = fieldOf(entry, field);
  const all = (Array.isArray(value) ? value : [value]).filter((one) => one !== undefined).map(String);
  switch (reads.as) {
    case 'yes-no':
      return value === undefined ? '' : value === true ? texts.yes : texts.no;
    case 'number':
      return all.join('').replace('.', ',');
    case 'lines':
      return all.join('\n');
    case 'municipality':
    case 'municipalities':
      return all.map((code) => findMunicipalityByNameOrCode(code)?.name ?? code).join(', ');
    case 'choice':
    case 'choices':
      return all.map((one) => showChoice(one, reads.of)).join(', ');
    case 'reference':
    case 'references':
      return all.map((id) => showReferred(book, reads.to, id)).join('; ');
    default:
      return all.join('; ');
  }
}

/** Does the cell say of the entry what it says already? Then nothing is to be read from it. */
export function saysTheSame(text: string, shown: string): boolean {
  return tidy(text) === tidy(shown);
}

/** As a reader of sheets gives texts back: no two writers agree on line ends and outer spaces. */
function tidy(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n').trim();
}

function showChoice(value: string, choices: readonly Choice[]): string {
  const choice = choices.find((one) => one === value);
  return choice === undefined ? value : texts.choices[choice];
}
