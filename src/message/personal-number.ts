// Does a text carry a personnummer or samordningsnummer, however it is written?

/** Where in the text the number stands: from `start` up to, not including, `end`. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * The first number in the text that could be somebody's: six or eight digits that are a date, or a date with 60 added to
 * the day, then three digits that are not 000 and a right check digit.
 * Source: folkbokföringslagen (1991:481) 18 §; Skatteverket, "Personnummer" and "Samordningsnummer". A samordningsnummer
 * whose month or day nobody knows (00, 60) counts too.
 *
 * The trade: what reads as a personal number is stopped even where it is something else, for a word too much asked is
 * mended in seconds and a stored number is not. It may stand between any words, in any digits, dashes and spaces, and be
 * broken as people break it: between year, month, day and number, or at every digit; over a line only after a dash. So
 * ten digits that stand as one are stopped where they happen to be a date with a right check digit: of any such 8 in
 * 1,000, but of the county boards' phone numbers (010-223, -224, -225: dates all) one in ten, written without breaks.
 * Phone numbers, references, dates and amounts broken as such things are pass. Organisation numbers pass too (their
 * third digit is at least 2, and no month's is); that of a sole trader, an enskild firma, is the person's own.
 */
export function findPersonalNumber(text: string): Span | undefined {
  const read = readPlainly(text);
  const plain = hideInnocents(read.plain);
  for (const { index } of plain.matchAll(/(?<!\d)\d/g)) {
    const written = readNumberAt(plain, index);
    if (written === undefined) continue;
    return { start: read.starts[index] ?? 0, end: read.ends[index + written.length - 1] ?? text.length };
  }
  return undefined;
}

/** The key of the first field in which a personal number stands. Asked before anything that people wrote is stored. */
export function findPersonalNumberIn(
  entries: Readonly<Record<string, string | number | readonly string[]>>,
): string | undefined {
  return Object.keys(entries).find((key) => [entries[key]].flat().some((entry) => hasPersonalNumber(String(entry))));
}

export function hasPersonalNumber(text: string): boolean {
  return findPersonalNumber(text) !== undefined;
}

// What may stand between two digits: spaces, one dot, slash or underscore, or a dash or plus (after which a line may end).
const gap = String.raw`(?: {1,3}|[./_·]| {0,2}[-–+]{1,2}[ \n]{0,3})`;
const date = String.raw`\d\d${gap}?\d\d${gap}?\d\d`;
const number = String.raw`\d${gap}?\d${gap}?\d${gap}?\d`;
const spelled = (more: number) => String.raw`\d(?:${gap}\d){${more}}`;
// The date in one block, a break between date and number, breaks in the date alone, or every digit by itself.
const ten = String.raw`(?:\d{6}${number}|${date}${gap}${number}|\d\d${gap}\d\d${gap}\d{6}|${spelled(9)})(?!\d)`;
const twelve = String.raw`(?:(?:18|19|20)(?:${gap}?${ten}|\d\d${gap}\d{8}(?!\d))|${spelled(11)}(?!\d))`;
const shapes = [new RegExp(twelve, 'y'), new RegExp(ten, 'y')];

const month = '(?:0[1-9]|1[0-2])';
const day = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const hour = String.raw`(?:[01]\d|2[0-3])\.[0-5]\d`;
const year = String.raw`(?:19|20)\d\d`;
const notMore = String.raw`(?![-–+./ ]{0,3}\d)`;

/** What is written so that nobody means a person by it, although its digits might. */
const innocents: readonly RegExp[] = [
  // "2019-03-20 – 2019-05-10", "2019-03-20/2019-05-10": the first date and the second year are no birth and number.
  String.raw`(?<!\d)${year}-${month}-${day} {0,2}[-–/ ]{1,2} {0,2}${year}-${month}-${day}${notMore}`,
  // "2019-03-20--05-10", "19-03-20 – 19-05-10": a dash in the middle that differs from those within the dates.
  String.raw`(?<!\d)(?:${year}|\d\d)-${month}-${day}(?: ?– ?| - |--)(?:\d\d-)?${month}-${day}${notMore}`,
  // "2019-03-20 09.00", "2019-03-20 09.00–11.30".
  String.raw`(?<!\d)(?:${year}|\d\d)-${month}-${day} ${hour}(?: ?[-–] ?${hour})?${notMore}`,
  // Phone numbers with an area code, then pairs: "0910-12 34 56", "08-12 34 56 78".
  String.raw`(?<!\d)(?:0\d{3}[- ]\d\d(?: \d\d){2}|0\d-\d\d(?: \d\d){3})(?!\d)`,
  // Phone numbers with a country code, then pairs: "+45 12 12 34 56".
  String.raw`(?<!\d ?)\+\d\d(?: \d\d){4}(?!\d)`,
].map((pattern) => new RegExp(pattern, 'g'));

/** What is written here in the shape of a personal number and could be one. */
function readNumberAt(plain: string, index: number): string | undefined {
  const written = shapes.map((shape) => {
    shape.lastIndex = index;
    return shape.exec(plain)?.[0];
  });
  return written.find((found) => found !== undefined && isPersonal(found.replace(/\D/g, '')));
}

function hideInnocents(plain: string): string {
  return innocents.reduce((text, innocent) => text.replace(innocent, (found) => 'x'.repeat(found.length)), plain);
}

/** The text in plain digits, dashes and spaces, and where in the original each character begins and ends. */
function readPlainly(text: string) {
  const starts: number[] = [];
  const ends: number[] = [];
  let plain = '';
  let at = 0;
  for (const character of text) {
    const simple = simplify(character);
    for (let n = 0; n < simple.length; n += 1) {
      starts.push(at);
      ends.push(at + character.length);
    }
    plain += simple;
    at += character.length;
  }
  return { plain, starts, ends };
}

function simplify(character: string): string {
  if (/^[ -~\n]$/.test(character)) return character;
  // Soft hyphens, joiners, marks, control characters: nobody sees them, so they part nothing.
  if (/^(?:[\p{Cf}\p{M}\r]|[^\P{Cc}\s])$/u.test(character)) return '';
  if (/^\s$/u.test(character)) return character === '\u2028' || character === '\u2029' ? '\n' : ' ';
  if (/^[–—―]$/u.test(character)) return '–';
  if (/^[\p{Pd}−⁃]$/u.test(character)) return '-';
  if (/^[·‧•∙⋅・]$/u.test(character)) return '·';
  const compatible = character.normalize('NFKC');
  if (/^[\d.+/_]+$/.test(compatible)) return compatible;
  return /^\p{Nd}$/u.test(character) ? readDigit(character) : 'x';
}

/** Every script keeps its ten digits together, zero first, so a digit's value is how many digits stand before it. */
function readDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return String(value);
}

/** Ten or twelve digits: is this a date of birth with a number and its check digit? */
function isPersonal(digits: string): boolean {
  if (digits.length === 12 && !/^(?:18|19|20)/.test(digits)) return false;
  const short = digits.slice(-10);
  return isBirthDate(short.slice(0, 6)) && short.slice(6, 9) !== '000' && hasRightCheckDigit(short);
}

function isBirthDate(digits: string): boolean {
  const [years, months, days] = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4, 6)].map(Number);
  if (years === undefined || months === undefined || days === undefined || months > 12) return false;
  // In short form the century is unknown: every fourth year may be a leap year, also 00.
  const daysInMonth = months === 2 ? (years % 4 === 0 ? 29 : 28) : [4, 6, 9, 11].includes(months) ? 30 : 31;
  const isPersonnummer = months > 0 && days > 0 && days <= daysInMonth;
  const isSamordningsnummer = days >= 60 && days <= 60 + daysInMonth;
  return isPersonnummer || isSamordningsnummer;
}

/** Luhn's check: every second digit doubled, the digits of all products added up, and the sum ends in 0. */
function hasRightCheckDigit(digits: string): boolean {
  const products = [...digits].map((digit, position) => Number(digit) * (position % 2 === 0 ? 2 : 1));
  const sum = products.reduce((total, product) => total + (product > 9 ? product - 9 : product), 0);
  return sum % 10 === 0;
}
