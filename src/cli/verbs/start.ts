// samverk start
import type { Command } from 'commander';
import { runVerb } from '../run.ts';

export function addStart(program: Command): void {
  program
    .command('start')
    .summary('open the service')
    .description(
      'Opens the service and stays until it is stopped. With nothing set, on this computer alone, with an embedded database ' +
        'and example counties to try.',
    )
    .addHelpText(
      'after',
      `
Examples:
  $ samverk start
  $ PORT=8080 DATA_DIR=/var/lib/samverk samverk start
  $ DATABASE_URL=postgresql://samverk@db/samverk PUBLIC_URL=https://samverk.example.org samverk start

Ctrl+C, or SIGTERM, stops it: what is being sent and answered finishes, within ten seconds. A second one ends it at once.`,
    )
    .action(() => runVerb(async (place) => (await import('../deeds/start.ts')).start(place)));
}
