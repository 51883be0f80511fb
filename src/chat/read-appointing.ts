// "Karin Ek för Bo Berg 1–15 juli": who steps in, for whom, and when?
import type { Days } from '../calendar/local-date.ts';
import { Language } from '../text/language.ts';
import { type Reading, readDays } from '../text/read-days.ts';
import { textsIn } from '../text/texts.ts';

export interface Appointing {
  /** As it was typed: a name, an address. */
  readonly standIn: string;
  /** Of whoever writes, where it is not there. */
  readonly person?: string;
  readonly days?: Days;
}

/** The days come last; of what could be a name or a day, as much as can is taken for days. */
export function readAppointing(rest: string, reading: Reading): Appointing {
  const words = rest.split(/\s+/).filter((word) => word !== '');
  const ends = words.map((_, place) => place).slice(1);
  const found = ends.flatMap((place) => {
    const days = readDays(words.slice(place).join(' '), reading);
    return days ? [{ place, days }] : [];
  })[0];
  const names = words.slice(0, found?.place);
  const split = names.findIndex((word, place) => place > 0 && listWords('whom').includes(word.toLowerCase()));
  const person = split < 0 ? '' : names.slice(split + 1).join(' ');
  return {
    standIn: names.slice(0, split < 0 ? undefined : split).join(' '),
    ...(person !== '' && { person }),
    ...(found && { days: found.days }),
  };
}

/** Is nobody to step in any more? */
export function isNobody({ standIn, days }: Appointing): boolean {
  return days === undefined && listWords('nobody').includes(standIn.toLowerCase());
}

function listWords(kind: 'whom' | 'nobody'): readonly string[] {
  return Language.options.flatMap((language) => textsIn(language).appointments[kind]);
}
