// samverk status [--json]
import type { Command } from 'commander';
import { describeStatus } from '../describe-status.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { statusTask } from '../tasks/status-task.ts';

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
    .action((options: { readonly json?: true }) =>
      runVerb(async (place) => {
        const status = await perform(place, statusTask, {});
        console.log(options.json ? JSON.stringify(status) : describeStatus(status));
      }),
    );
}
