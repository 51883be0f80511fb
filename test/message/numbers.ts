// Where do the tests get 10,000 personal numbers, and 10,000 numbers that are nobody's?

export interface Dice {
  /** A whole number from `from` to `to`, both included. */
  roll(from: number, to: number): number;
  pick<T>(from: readonly [T, ...T[]]): T;
}

/** The same throws for the same seed (mulberry32), so that a measured rate stays the measured rate. */
export function createDice(seed: number): Dice {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const roll = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return { roll, pick: (from) => from[roll(0, from.length - 1)] ?? from[0] };
}

export interface PersonalNumber {
  readonly year: string;
  readonly month: string;
  readonly day: string;
  readonly number: string;
}

export function rollPersonalNumber(dice: Dice): PersonalNumber {
  const born = new Date(Date.UTC(1900, 0, 1 + dice.roll(0, 46_000)));
  const [year = '', month = '', birthday = ''] = born.toISOString().slice(0, 10).split('-');
  const day = dice.pick([false, false, true]) ? String(Number(birthday) + 60) : birthday;
  const serial = pad(dice.roll(1, 999), 3);
  return { year, month, day, number: serial + findCheckDigit(`${year.slice(2)}${month}${day}${serial}`) };
}

/** Luhn, told from the other end than in the code under test: try the ten digits. */
export function findCheckDigit(nine: string): string {
  const doubled = '0246813579';
  const sum = [...nine].reduce((total, digit, at) => total + Number(at % 2 === 0 ? doubled[Number(digit)] : digit), 0);
  return [...'0123456789'].find((digit) => (sum + Number(digit)) % 10 === 0) ?? '';
}

/** As people write them, and as programs, phones and other scripts make of it. */
export function writePersonalNumber(dice: Dice, { year, month, day, number }: PersonalNumber): string {
  const isLong = dice.pick([true, false]);
  const short = isLong ? year : year.slice(2);
  const inside = dice.pick([' ', '.', '-', '\u00a0', '/', '\t']);
  const between = dice.pick([
    '-',
    '+',
    ' ',
    '',
    '–',
    ' - ',
    '\u2011',
    '−',
    '\u00a0',
    '\u202f',
    '.',
    '\u00ad',
    '--',
    '-\n',
  ]);
  const written = dice.pick([
    () => `${short}${month}${day}${between}${number}`,
    () => `${short}${month}${day}${between}${number}`,
    () => [short, month, day].join(inside) + between + number,
    () => [short, month + day, number].join(inside),
    () => [short + month, day, number].join(inside),
    () => [short, month, day, number].join(inside),
    () => [...(`${short}${month}${day}${number}`.match(/../g) ?? [])].join(dice.pick([' ', '.'])),
    () => [...`${short}${month}${day}${number}`].join(dice.pick([' ', '-', '.', '\u200b'])),
    () => `${short}${month}${day}${between}${number.slice(0, 3)} ${number.slice(3)}`,
    () => `${isLong ? `${year.slice(0, 2)} ` : ''}${year.slice(2)}${month}${day}-${number}`,
  ])();
  const zero = dice.pick([0x30, 0x30, 0x30, 0x30, 0x0660, 0x06f0, 0x0966, 0xff10, 0x1d7ce]);
  return written.replace(/\d/g, (digit) => String.fromCodePoint(zero + Number(digit)));
}

/** The number in a sentence; what stands beside it is a word, a sign or another number. */
export function writeAround(dice: Dice, written: string): string {
  const before = dice.pick([
    '',
    'pnr',
    'Personen (',
    'Elev nr 3, ',
    'dnr 851-1234-2024 gäller ',
    'Ring 010-225 45 36 om ',
    'Möte 2024-03-20 om ',
    'Den 2024-03-20 09.00 ',
    'född:',
    '"',
    'KA',
    'Två deltagare\n',
    '12 st ',
    '2019 ',
  ]);
  const after = dice.pick([
    '',
    '.',
    ', ring',
    ')',
    'åäö',
    '\n3 platser',
    ' 2024-03-20',
    '"',
    '?',
    ' 12',
    ' kl. 9.00',
    '; 5 st',
  ]);
  return `${before}${written}${after}`;
}

/** What people do write in comments, and what is nobody's number, by its kind. */
export const innocents: Readonly<Record<string, (dice: Dice) => string>> = {
  'dnr with a year last': (dice) => `dnr ${dice.roll(100, 999)}-${dice.roll(1, 99_999)}-${dice.roll(1995, 2030)}`,
  'dnr with a year and a part': (dice) => `${dice.roll(100, 9999)}-${dice.roll(1995, 2030)}-${dice.roll(1, 40)}`,
  'dnr of a municipality': (dice) => `KS ${dice.roll(1995, 2030)}/${pad(dice.roll(1, 9999), 5)}`,
  'phone, county board': (dice) => `010-22${dice.roll(3, 5)} ${pairs(dice, 2)}`,
  'phone, mobile': (dice) => `07${dice.pick(['0', '2', '3', '6', '9'])}-${dice.roll(100, 999)} ${pairs(dice, 2)}`,
  'phone, mobile in the old way': (dice) => `070${dice.roll(1, 9)}-${pairs(dice, 3)}`,
  'phone, mobile with +46': (dice) => `+46 7${dice.roll(0, 9)} ${dice.roll(100, 999)} ${pairs(dice, 2)}`,
  'phone, mobile with +46 unbroken': (dice) => `+467${dice.roll(0, 9)}${pad(dice.roll(0, 9_999_999), 7)}`,
  'phone, area code of four': (dice) =>
    `0${dice.pick(['910', '911', '410', '470', '480', '455', '501'])}-${pairs(dice, 3)}`,
  'phone, area code of four, block': (dice) => `0${dice.pick(['910', '911', '410'])}-${pad(dice.roll(0, 999_999), 6)}`,
  'phone, Stockholm': (dice) => `08-${dice.roll(100, 999)} ${dice.roll(100, 999)} ${pairs(dice, 1)}`,
  'phone, Danish': (dice) => `+45 ${pairs(dice, 4)}`,
  date: (dice) => rollDate(dice),
  'date and time': (dice) => `${rollDate(dice)} ${pad(dice.roll(0, 23), 2)}.${pad(dice.roll(0, 59), 2)}`,
  'dates from–to': (dice) => `${rollDate(dice)}${dice.pick([' – ', '–', ' - ', '--', '/', ' '])}${rollDate(dice)}`,
  'dates from–to, unbroken': (dice) => `${rollDate(dice, '')}${dice.pick(['–', '-', ' - '])}${rollDate(dice, '')}`,
  'dates from–to, short': (dice) => `${rollDate(dice).slice(2)} – ${rollDate(dice).slice(2)}`,
  'dates from–to, one year': (dice) => `${rollDate(dice)}--${rollDate(dice).slice(5)}`,
  'organisation number': (dice) => {
    const nine = `${dice.pick(['2', '5', '7', '8', '9'])}${dice.roll(0, 9)}${dice.roll(2, 9)}${pad(dice.roll(0, 999_999), 6)}`;
    return `${nine.slice(0, 6)}${dice.pick(['-', ''])}${nine.slice(6)}${findCheckDigit(nine)}`;
  },
  amount: (dice) => `${String(dice.roll(1, 2_000_000_000)).replace(/\B(?=(?:\d{3})+$)/g, ' ')} kr`,
  'amount, unbroken': (dice) => `${dice.roll(1, 99_999_999)} kr`,
  'postal code': (dice) => `${dice.roll(100, 984)} ${pairs(dice, 1)} Växjö`,
  'years in a row': (dice) => [0, 1, 2, 3].map((more) => dice.roll(1990, 2030) + more).join(' '),
  'row of figures': (dice) => Array.from({ length: 8 }, () => dice.roll(0, 999)).join(' '),
};

/** What the screen is known to stop one time in ten: ten or twelve digits in one piece that are a date by chance. */
export const doubtful: Readonly<Record<string, (dice: Dice) => string>> = {
  'phone, county board, unbroken': (dice) => `01022${dice.roll(3, 5)}${pad(dice.roll(0, 9999), 4)}`,
  'phone, mobile 070, unbroken': (dice) => `070${pad(dice.roll(0, 9_999_999), 7)}`,
  'ten digits, any': (dice) => pad(dice.roll(0, 9_999_999_999), 10),
  'twelve digits, any': (dice) => pad(dice.roll(0, 999_999_999_999), 12),
  'date and a count of four digits': (dice) => `${rollDate(dice)} ${dice.roll(1000, 9999)} personer`,
  'row of figures with two digits each': (dice) => pairs(dice, 8),
};

function rollDate(dice: Dice, mark = '-'): string {
  return [dice.roll(2000, 2030), pad(dice.roll(1, 12), 2), pad(dice.roll(1, 28), 2)].join(mark);
}

function pairs(dice: Dice, count: number): string {
  return Array.from({ length: count }, () => pad(dice.roll(0, 99), 2)).join(' ');
}

function pad(number: number, length: number): string {
  return String(number).padStart(length, '0');
}
