// The same county some whole years later.

import { addYears, LocalDate } from '../calendar/local-date.ts';
import type { CountyFile } from './county-file.ts';

/**
 * Every date in the file, its plans' years among them, `years` later. 29 February becomes 28 February in a common year.
 * Days that come to lie on a weekend stay there.
 */
export function moveYears(file: CountyFile, years: number): CountyFile {
  const move = <Entry extends object>(entry: Entry, ...keys: readonly (keyof Entry)[]) => moveDays(entry, keys, years);
  return {
    ...file,
    groups: file.groups.map((group) => ({
      ...group,
      members: group.members.map((member) => move(member, 'from', 'to')),
    })),
    contacts: file.contacts.map((contact) => move(contact, 'confirmedOn')),
    strategy: move(file.strategy, 'from', 'to', 'adoptedOn'),
    calls: file.calls.map((call) => move(call, 'opensOn', 'closesOn')),
    meetings: file.meetings.map((meeting) => move(meeting, 'date', 'answerBy', 'minutesOn')),
    plans: file.plans.map((plan) => ({
      ...move(plan, 'approvedOn'),
      year: plan.year + years,
      activities: plan.activities.map((activity) => move(activity, 'from', 'to')),
      rounds: plan.rounds.map((round) => move(round, 'opensOn', 'closesOn')),
    })),
  };
}

/** The entry with these of its days moved; one that it leaves out stays left out. */
export function moveDays<Entry extends object>(entry: Entry, keys: readonly (keyof Entry)[], years: number): Entry {
  const moved = keys.flatMap((key) => {
    const { data: day } = LocalDate.safeParse(entry[key]);
    return day === undefined ? [] : [[key, addYears(day, years)]];
  });
  return { ...entry, ...Object.fromEntries(moved) };
}
