// samverk people --county X --group Y [--on 2024-03-01] [--json]
import type { Command } from 'commander';
import type { PeopleOptions } from '../deeds/tell-people.ts';
import { readCountyId, readDay } from '../read-option.ts';
import { runVerb } from '../run.ts';

export function addPeople(program: Command): void {
  program
    .command('people')
    .summary('tell who was in a group on a day')
    .description(
      'Tells who was in a group on any day, past or to come: as what, for which organisation, since when, who was away, and ' +
        'who stood in for whom.',
    )
    .requiredOption('--county <id>', 'the county', readCountyId)
    .requiredOption('--group <id or name>', 'the group, as in the county file')
    .option('--on <date>', 'the day, such as 2024-03-01; today where it is left out', readDay)
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk people --county blekinge --group beredningsgruppen
  $ samverk people --county blekinge --group beredningsgruppen --on 2024-03-01 --json | jq '.people[].name'`,
    )
    .action((options: PeopleOptions) =>
      runVerb(async (place) => (await import('../deeds/tell-people.ts')).tellPeople(place, options)),
    );
}
