// One check-in of a whole plan: from when to when its activities are asked about.
import { z } from 'zod';
import { LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { type Instant, toInstant, type ZoneName } from '../../calendar/zone.ts';
import { CountyId, dropCounty } from '../../ids.ts';
import type { Plan } from './plan.ts';

export const Round = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    planId: z.string().min(1),
    /** "mars" */
    label: z.string().min(1),
    /** Both included. */
    opensOn: LocalDate,
    closesOn: LocalDate,
    /** Nothing is asked in it any more. Its answers are kept. */
    cancelledOn: LocalDate.exactOptional(),
    /** Closed before its time: nobody new is asked in it until it is opened again or gets other days. */
    endedOn: LocalDate.exactOptional(),
  })
  .readonly();
export type Round = z.infer<typeof Round>;

export function isOff({ cancelledOn }: Round): boolean {
  return cancelledOn !== undefined;
}

/** Is somebody asked in it who has not been so far? */
export function asksAnew(round: Round): boolean {
  return !isOff(round) && round.endedOn === undefined;
}

/** The name of its question: "mars-2019" of "vasterbotten/mars-2019". */
export function toSlug({ id }: Round): string {
  return dropCounty(id);
}

/** What its answers are about in time: "2019-mars". */
export function toPeriod({ label }: Round, { year }: Plan): string {
  return `${year}-${label.toLowerCase().replaceAll(/\s+/g, '-')}`;
}

/** The end of its last day. */
export function findAnswerBy({ closesOn }: Round, zone: ZoneName): Instant {
  return toInstant({ date: closesOn, time: LAST_MINUTE }, zone);
}

/** Late answers are taken until the plan's next round opens; after the last round until the plan's year is over. */
export function findClosing(round: Round, { plan, rounds, zone }: RoundsOfPlan): Instant {
  const next = rounds.filter((one) => !isOff(one) && one.opensOn > round.closesOn);
  const [nextOpensOn] = next.map(({ opensOn }) => opensOn).toSorted();
  const end = nextOpensOn
    ? toInstant({ date: nextOpensOn, time: MIDNIGHT }, zone)
    : toInstant({ date: LocalDate.parse(`${plan.year}-12-31`), time: LAST_MINUTE }, zone);
  const answerBy = findAnswerBy(round, zone);
  return end.getTime() > answerBy.getTime() ? end : answerBy;
}

export interface RoundsOfPlan {
  readonly plan: Plan;
  readonly rounds: readonly Round[];
  readonly zone: ZoneName;
}

const MIDNIGHT = LocalTime.parse('00:00');
const LAST_MINUTE = LocalTime.parse('23:59');
