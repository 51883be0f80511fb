// What does the text in a cell say, in the terms of an entry?

import { findMunicipalityByNameOrCode } from '../../directory/municipality.ts';
import { Language } from '../../text/language.ts';
import { findNearest } from '../../text/nearest.ts';
import { textsIn } from '../../text/texts.ts';
import type { Say } from '../finding.ts';
import { foldName } from './column-names.ts';
import { type Found, findReferred, type NameBook } from './find-referred.ts';
import type { Choice, Reads, Referred } from './sheet-kinds.ts';

/** A value that the schema of the entry still has to check, or what is wrong. */
export type CellReading = { readonly value: unknown } | { readonly say: Say };

export function readCell(text: string, reads: Reads, book: NameBook): CellReading {
  if (isSheetError(text)) return { say: ({ sheet }) => sheet.error(text) };
  switch (reads.as) {
    case 'text':
    case 'day':
      return { value: text };
    case 'time':
      return { value: readTime(text) };
    case 'phone':
      return { value: readPhone(text) };
    case 'number':
      return readNumber(text);
    case 'yes-no':
      return readYesNo(text);
    case 'lines':
      return { value: split(text, text.includes('\n') ? '\n' : ';') };
    case 'municipality':
      return { value: readMunicipality(text) };
    case 'municipalities':
      return { value: split(text, /[,;\n]/).map(readMunicipality) };
    case 'choice':
      return readChoice(text, reads.of);
    case 'choices':
      return readAll(split(text, /[,;\n]/), (one) => readChoice(one, reads.of));
    case 'reference':
      return toReading(findReferred(book, reads.to, text));
    case 'references':
      return readReferences(text, reads.to, book);
  }
}

function isSheetError(text: string): boolean {
  return /^#(N\/A|REF!|VALUE!|DIV\/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|SAKNAS!|REFERENS!|VÄRDEFEL!|NAMN\?)$/.test(text);
}

/** `9:00`, `09.00`, `kl. 9.00` and `09:00:00` are `09:00`. */
function readTime(text: string): string {
  const [, hour, minute] = /^(?:kl\.?\s*)?(\d{1,2})[:.](\d{2})(?:[:.]00)?$/i.exec(text) ?? [];
  return hour === undefined || minute === undefined ? text : `${hour.padStart(2, '0')}:${minute}`;
}

/** A number that lost its zero because the sheet took it for an amount gets it back: no Swedish number begins otherwise. */
function readPhone(text: string): string {
  const plain = text
    .replaceAll(/\p{Pd}/gu, '-')
    .replaceAll(/\s+/gu, ' ')
    .replace('(0)', '');
  return /^[1-9]\d{7,8}$/.test(plain) ? `0${plain}` : plain;
}

/** `1 234,5` and `1234.5` are the same; a mark of thousands that could be one of decimals is not guessed. */
function readNumber(text: string): CellReading {
  const plain = text
    .replaceAll(/[\s\u00A0\u202F]/g, '')
    .replace(',', '.')
    .replace(/^[−–]/, '-');
  return /^-?\d+(\.\d+)?$/.test(plain) ? { value: Number(plain) } : { say: ({ sheet }) => sheet.notANumber(text) };
}

const texts = Language.options.map((language) => textsIn(language).sheets);
const { yes: yesIn, no: noIn } = textsIn('sv').sheets;
const YES = [yesIn, ...texts.map(({ yes }) => yes), 'true', 'sant', 'x', '1'] as const;
const NO = [noIn, ...texts.map(({ no }) => no), 'false', 'falskt', '0'] as const;

function readYesNo(text: string): CellReading {
  const word = text.toLowerCase();
  if (YES.includes(word)) return { value: true };
  if (NO.includes(word)) return { value: false };
  return { say: ({ sheet }) => sheet.notYesNo(text, YES[0], NO[0]) };
}

/** `880` is `0880`: a sheet takes the code for an amount. `Umeå kommun` and `UMEÅ` are `Umeå`. */
function readMunicipality(text: string): string {
  const written = /^\d{3}$/.test(text) ? `0${text}` : text;
  const [, name = written] = /^(.+?) (?:kommun|stad)$/i.exec(written) ?? [];
  const capital = name.toLowerCase().replaceAll(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
  const found = [written, name, capital, name.replace(/s$/, ''), capital.replace(/s$/, '')]
    .map(findMunicipalityByNameOrCode)
    .find((municipality) => municipality !== undefined);
  return found?.code ?? written;
}

function readChoice(text: string, choices: readonly Choice[]): CellReading {
  const wanted = foldName(text);
  const value = choices.find((choice) => [choice, ...listLabels(choice)].some((label) => foldName(label) === wanted));
  if (value !== undefined) return { value };
  const labels = choices.map((choice) => textsIn('sv').sheets.choices[choice]);
  const nearest = findNearest(text, labels);
  return { say: (words) => words.notAmong(`"${text}"`, nearest, labels) };
}

function listLabels(choice: Choice): readonly string[] {
  return texts.map(({ choices }) => choices[choice]);
}

/** Names may have commas in them: the whole is tried first, then what semicolons part, then what commas part. */
function readReferences(text: string, to: Referred, book: NameBook): CellReading {
  const find = (one: string) => toReading(findReferred(book, to, one));
  const pieces = split(text, /[;\n]/).flatMap((piece) => ('value' in find(piece) ? [piece] : split(piece, ',')));
  return readAll('value' in find(text) ? [text] : pieces, find);
}

function toReading(found: Found): CellReading {
  return 'id' in found ? { value: found.id } : found;
}

/** All of them, or everything that is wrong with any. */
function readAll(pieces: readonly string[], read: (piece: string) => CellReading): CellReading {
  const readings = pieces.map(read);
  const wrong = readings.flatMap((reading) => ('say' in reading ? [reading.say] : []));
  if (wrong.length > 0) return { say: (words) => wrong.map((say) => say(words)).join(' ') };
  return { value: [...new Set(readings.flatMap((reading) => ('value' in reading ? [reading.value] : [])))] };
}

function split(text: string, by: string | RegExp): readonly string[] {
  return text
    .split(by)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}
