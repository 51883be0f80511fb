// What does a number in a workbook's cell show: a number, a day, a time, or digits with zeros before them?

export interface CellFormats {
  /** By the number of the cell's style. */
  readonly codes: readonly (string | undefined)[];
  /** Days are counted from 1904, as Excel on the Mac once did. */
  readonly isFrom1904: boolean;
}

/** As text: `880`, `0880` where four digits are shown, `2026-03-01`, `09:00`, `2026-03-01 09:00`. */
export function showNumber(written: string, style: number, { codes, isFrom1904 }: CellFormats): string {
  const value = Number(written);
  const code = codes[style];
  if (!Number.isFinite(value) || code === undefined) return Number.isFinite(value) ? String(value) : written;
  if (/^0+$/.test(code) && Number.isInteger(value) && value >= 0) return String(value).padStart(code.length, '0');
  return isDateCode(code) ? showDay(value, isFrom1904) : String(value);
}

/**
 * What stands for a format without a code of its own: 14–22 and 45–47 are days and times everywhere, 27–36 and 50–58 in
 * some languages. Source: ECMA-376 Part 1, 18.8.30.
 */
export function findBuiltInCode(id: number): string | undefined {
  const isDate = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return isDate ? 'yyyy-mm-dd' : undefined;
}

/** Words in quotes, colours in brackets and escaped signs say nothing of days. */
function isDateCode(code: string): boolean {
  return /[dmyhs]/i.test(code.replaceAll(/"[^"]*"|\[(?!h|m|s)[^\]]*]|\\.|_.|\*./gi, ''));
}

const DAY_MS = 24 * 60 * 60 * 1000;
const MINUTE_MS = 60_000;
/** Day 0, set so that it is right from March 1900 on: Excel thinks that 1900 was a leap year. */
const START = Date.UTC(1899, 11, 30);
const DAYS_TO_1904 = 1462;

function showDay(days: number, isFrom1904: boolean): string {
  const minutes = Math.round((days * DAY_MS) / MINUTE_MS);
  const shift = isFrom1904 && days >= 1 ? DAYS_TO_1904 * DAY_MS : 0;
  const moment = new Date(START + shift + minutes * MINUTE_MS);
  if (Number.isNaN(moment.getTime()) || moment.getUTCFullYear() > 9999) return String(days);
  const [day = '', time = ''] = moment.toISOString().slice(0, 16).split('T');
  if (days >= 0 && days < 1) return time;
  return time === '00:00' ? day : `${day} ${time}`;
}
