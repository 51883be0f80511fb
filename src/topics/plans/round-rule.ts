// When in the year are a plan's activities checked in, where a county says it as a rule?
import { addDays, LocalDate, LocalTime } from '../../calendar/local-date.ts';
import { nextOccurrences } from '../../calendar/recurrence.ts';
import { Rule } from '../../calendar/rule.ts';
import { moveToWorkingDay } from '../../calendar/working-day.ts';
import { toInstant, type ZoneName } from '../../calendar/zone.ts';
import type { RoundRule } from '../../directory/round-rule.ts';
import type { Plan } from './plan.ts';
import { Round } from './round.ts';

/** The rounds of the plan's year, each named by the month that the rule names. */
export function listByRule(rule: RoundRule, { countyId, id: planId, year }: Plan, zone: ZoneName): readonly Round[] {
  const { openDays, ...every } = rule;
  const [start, end] = [LocalDate.parse(`${year}-01-01`), LocalDate.parse(`${year}-12-31`)];
  const yearly = Rule.parse({ ...every, time: MIDNIGHT, zone, start, end, move: 'after' });
  const after = toInstant({ date: addDays(start, -1), time: MIDNIGHT }, zone);
  return nextOccurrences(yearly, { after, count: MOST }).map(({ date: opensOn }) => {
    const label = nameMonth(opensOn);
    const closesOn = moveToWorkingDay(addDays(opensOn, openDays), 'after');
    return Round.parse({ id: `${countyId}/${label}-${year}`, countyId, planId, label, opensOn, closesOn });
  });
}

const MIDNIGHT = LocalTime.parse('00:00');

/** More rounds than months nobody has. */
const MOST = 12;

/** The county's own words are Swedish. */
function nameMonth(day: LocalDate): string {
  return new Intl.DateTimeFormat('sv', { month: 'long', timeZone: 'UTC' }).format(new Date(day));
}
