// "Varje månad, samma veckodag": the few ways to come back that people choose from, as rules.
import { z } from 'zod';
import { type LocalDate, type LocalTime, weekday } from '../calendar/local-date.ts';
import type { MonthDay } from '../calendar/month-day.ts';
import { Rule } from '../calendar/rule.ts';
import type { ZoneName } from '../calendar/zone.ts';
import type { Answers, Field } from '../message/form.ts';
import type { Texts } from '../text/texts.ts';

const Repeats = z.enum(['once', 'weekly', 'fortnightly', 'monthly', 'quarterly', 'yearly']);
type Repeats = z.infer<typeof Repeats>;

/** How often, and until when. A day that nobody works gives way to the next that is worked. */
export function createRepetitionFields({ desk }: Texts, isEndRequired: boolean): readonly Field[] {
  const often = Repeats.options.filter((one) => one !== 'once');
  const whenOften = { field: 'repeats', isOneOf: [...often] };
  return [
    {
      kind: 'choice',
      key: 'repeats',
      label: desk.fields.repeats,
      help: desk.fields.repeatsHelp,
      required: true,
      options: Repeats.options.map((value) => ({ value, label: desk.repeats[value] })),
    },
    {
      kind: 'date',
      key: 'until',
      label: desk.fields.until,
      ...(isEndRequired ? {} : { help: desk.fields.untilHelp }),
      required: isEndRequired ? whenOften : false,
      shownWhen: whenOften,
    },
  ];
}

export interface Beginning {
  readonly start: LocalDate;
  readonly time: LocalTime;
  readonly zone: ZoneName;
}

/** Undefined for what comes once. */
export function readRule({ repeats, until }: Answers, { start, time, zone }: Beginning): Rule | undefined {
  const kind = Repeats.catch('once').parse(repeats);
  if (kind === 'once') return undefined;
  return Rule.parse({
    ...toTurns(kind, start),
    start,
    time,
    zone,
    move: 'after',
    ...(until !== undefined && { end: until }),
  });
}

function toTurns(repeats: Exclude<Repeats, 'once'>, start: LocalDate) {
  const month = Number(start.slice(5, 7));
  const on = toSameWeekday(start);
  switch (repeats) {
    case 'weekly':
      return { kind: 'weekly', weekdays: [weekday(start)] } as const;
    case 'fortnightly':
      return { kind: 'weekly', every: 2, weekdays: [weekday(start)] } as const;
    case 'monthly':
      return { kind: 'monthly', on } as const;
    case 'quarterly':
      return { kind: 'quarterly', month: ((month - 1) % 3) + 1, on } as const;
    case 'yearly':
      return { kind: 'yearly', month, on } as const;
  }
}

/** "Den andra tisdagen"; the fifth of a month is its last. */
function toSameWeekday(date: LocalDate): MonthDay {
  const nth = z.literal([1, 2, 3, 4]).safeParse(Math.ceil(Number(date.slice(8)) / 7));
  return { nth: nth.success ? nth.data : 'last', weekday: weekday(date) };
}
