// samverk status [--json]
import type { Command } from 'commander';
import type { StatusOptions } from '../deeds/tell-status.ts';
import { runVerb } from '../run.ts';

export function addStatus(program: Command): void {
  program
    .command('status')
    .summary('tell what is asked, what comes next and what was sent')
    .description(
      'Tells, county by county, how many questions are open, what comes next and what was sent, and whether the service is at it.',
    )
    .option('--json', 'print it as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk status
  $ samverk status --json | jq .oldestDue
  $ DATA_DIR=/var/lib/samverk samverk status`,
    )
    .action((options: StatusOptions) =>
      runVerb(async (place) => (await import('../deeds/tell-status.ts')).tellStatus(place, options)),
    );
}
