// samverk link --county X --person <person> [--days 30]
import type { Command } from 'commander';
import type { LinkOptions } from '../deeds/write-link.ts';
import { readCountyId, refuse } from '../read-option.ts';
import { runVerb } from '../run.ts';

const MOST_DAYS = 365;

export function addLink(program: Command): void {
  program
    .command('link')
    .summary('write a link that lets one person in')
    .description(
      'Writes a signed link that lets one person into the web room, for some days. Whoever has the link is that person: ' +
        'send it to nobody else.',
    )
    .requiredOption('--county <id>', 'the county', readCountyId)
    .requiredOption('--person <person>', 'the person, by id in the county file, e-mail address or name')
    .option('--days <number>', `how long it lasts, at most ${MOST_DAYS}`, readDays, 30)
    .addHelpText(
      'after',
      `
Examples:
  $ samverk link --county norrbotten --person kiruna-kontakt
  $ samverk link --county norrbotten --person kiruna@example.org --days 7`,
    )
    .action((options: LinkOptions) =>
      runVerb(async (place) => (await import('../deeds/write-link.ts')).writeLink(place, options)),
    );
}

function readDays(text: string): number {
  const days = Number(text);
  if (Number.isInteger(days) && days >= 1 && days <= MOST_DAYS) return days;
  return refuse(`It is a whole number from 1 to ${MOST_DAYS}.`);
}
