// samverk link --county X --person <person> [--days 30]
import { type Command, InvalidArgumentError } from 'commander';
import { CountyId } from '../../ids.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { linkTask } from '../tasks/link-task.ts';

interface LinkOptions {
  readonly county: string;
  readonly person: string;
  readonly days: number;
}

const MOST_DAYS = 365;

export function addLink(program: Command): void {
  program
    .command('link')
    .summary('write a link that lets one person in')
    .description(
      'Writes a signed link that lets one person into the web room, for some days. Whoever has the link is that person: ' +
        'send it to nobody else.',
    )
    .requiredOption('--county <id>', 'the county')
    .requiredOption('--person <person>', 'the person, by id in the county file, e-mail address or name')
    .option('--days <number>', `how long it lasts, at most ${MOST_DAYS}`, toDays, 30)
    .addHelpText(
      'after',
      `
Examples:
  $ samverk link --county norrbotten --person kiruna-kontakt
  $ samverk link --county norrbotten --person kiruna@example.org --days 7`,
    )
    .action(({ county, person, days }: LinkOptions) =>
      runVerb(async (place) => {
        const link = await perform(place, linkTask, { county: CountyId.parse(county), person, days });
        console.log(link.url);
        // Apart from the link, so that it can be piped on by itself.
        console.error(`For ${link.person}, until ${link.until.slice(0, 10)}.`);
      }),
    );
}

function toDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  throw new InvalidArgumentError(`It is a whole number from 1 to ${MOST_DAYS}.`);
}
