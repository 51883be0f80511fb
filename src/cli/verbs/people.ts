// samverk people --county X --group Y [--on 2024-03-01] [--json]
import { type Command, InvalidArgumentError } from 'commander';
import { LocalDate } from '../../calendar/local-date.ts';
import { CountyId } from '../../ids.ts';
import { describePeople } from '../describe-people.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { peopleTask } from '../tasks/people-task.ts';

interface PeopleOptions {
  readonly county: string;
  readonly group: string;
  readonly on?: LocalDate;
  readonly json?: true;
}

export function addPeople(program: Command): void {
  program
    .command('people')
    .summary('tell who was in a group on a day')
    .description(
      'Tells who was in a group on any day, past or to come: as what, for which organisation, since when, who was away, and ' +
        'who stood in for whom.',
    )
    .requiredOption('--county <id>', 'the county')
    .requiredOption('--group <id or name>', 'the group, as in the county file')
    .option('--on <date>', 'the day, such as 2024-03-01; today where it is left out', toDate)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk people --county blekinge --group beredningsgruppen
  $ samverk people --county blekinge --group beredningsgruppen --on 2024-03-01 --json | jq '.people[].name'`,
    )
    .action(({ county, group, on, json }: PeopleOptions) =>
      runVerb(async (place) => {
        const people = await perform(place, peopleTask, { county: CountyId.parse(county), group, on });
        console.log(json ? JSON.stringify(people) : describePeople(people));
      }),
    );
}

function toDate(text: string): LocalDate {
  const date = LocalDate.safeParse(text);
  if (date.success) return date.data;
  throw new InvalidArgumentError('It is a day that exists, written as 2024-03-01.');
}
