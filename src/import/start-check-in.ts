// A check-in that can be answered on the day of the start.

import { addDays, type LocalDate } from '../calendar/local-date.ts';
import { moveToWorkingDay } from '../calendar/working-day.ts';
import { type Instant, toLocal } from '../calendar/zone.ts';
import { isInRound } from '../topics/plans/activity.ts';
import { isChecked } from '../topics/plans/plan.ts';
import { planShare } from '../topics/plans/plan-dates.ts';
import type { CountyFile } from './county-file.ts';
import type { ActivityEntry, PlanEntry } from './county-strategy.ts';
import { toCounty } from './directory-nouns.ts';
import { isAnswerable, listDaysBack, MARK, toStartId } from './start-day.ts';
import { toActivities, toPlan, toRounds } from './strategy-nouns.ts';

/** Adds a round to the latest plan that is checked; where none of its activities runs these days, some that do as well. */
export function addStartCheckIn(file: CountyFile, now: Instant): CountyFile {
  const county = toCounty(file, 0);
  const isOpen = (plan: PlanEntry) => {
    const rounds = toRounds(file, plan);
    const activities = toActivities(file, plan);
    const dates = planShare({ activities, plan: toPlan(file, plan), rounds, county });
    return isAnswerable(dates, now);
  };
  const [model] = file.plans.filter((plan) => isChecked(toPlan(file, plan))).toSorted((a, b) => b.year - a.year);
  if (!model || file.plans.some(isOpen)) return file;
  const added = listDaysBack(toLocal(now, county.timeZone).date)
    .map((opensOn) => addRound(file, model, opensOn))
    .find(isOpen);
  return added ? { ...file, plans: file.plans.map((plan) => (plan === model ? added : plan)) } : file;
}

/** A week and a half, as the counties' own rounds: from a Monday to the Friday of the next week. */
const DAYS_OPEN = 11;

function addRound(file: CountyFile, plan: PlanEntry, opensOn: LocalDate): PlanEntry {
  const round = {
    id: toStartId('avstamning'),
    label: `${nameMonth(opensOn)} (exempel)`,
    opensOn,
    closesOn: moveToWorkingDay(addDays(opensOn, DAYS_OPEN), 'before'),
  };
  const withRound = { ...plan, rounds: [...plan.rounds, round] };
  const [asked] = toRounds(file, withRound).slice(-1);
  const isRunning = asked && toActivities(file, plan).some((activity) => isInRound(activity, asked));
  return isRunning
    ? withRound
    : { ...withRound, activities: [...plan.activities, ...repeatOneOfEachGroup(plan, round)] };
}

function repeatOneOfEachGroup({ activities }: PlanEntry, round: PlanEntry['rounds'][number]): readonly ActivityEntry[] {
  return activities
    .filter(({ group }, index) => activities.findIndex((other) => other.group === group) === index)
    .map((activity) => ({
      ...activity,
      ...MARK,
      id: toStartId(activity.id),
      title: `${activity.title} (exempel)`,
      from: round.opensOn,
      to: round.closesOn,
    }));
}

function nameMonth(day: LocalDate): string {
  return new Intl.DateTimeFormat('sv', { month: 'long', timeZone: 'UTC' }).format(new Date(day));
}
