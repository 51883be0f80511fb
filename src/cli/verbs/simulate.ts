// samverk simulate --county <id>|all --from D --to D [--json] [--answer-rate 0.8] [--seed 7] [--keep DIR] [FILE…]
import type { Command } from 'commander';
import type { SimulateOptions } from '../deeds/simulate.ts';
import { readDay, refuse } from '../read-option.ts';
import { runVerb } from '../run.ts';

export function addSimulate(program: Command): void {
  program
    .command('simulate')
    .summary('play the days of a county, and tell what everybody gets')
    .description(
      'Plays the days of a county on a clock of its own, and prints every post, nudge, escalation, reply, receipt, update ' +
        'and cancellation. Nothing leaves this computer, and the database in DATA_DIR or DATABASE_URL is not opened.',
    )
    .argument('[file...]', 'county files, instead of the counties that come with Samverk')
    .option('--county <id>', 'one county, or all of them', 'all')
    .requiredOption('--from <day>', 'the first day', readDay)
    .requiredOption('--to <day>', 'the last day', readDay)
    .option('--json', 'print each thing that happens as a line of JSON')
    .option('--answer-rate <share>', 'how large a share of the members answer, from 0 to 1', readShare, 0)
    .option('--seed <number>', 'who answers what and when: the same number, the same year', readSeed, 1)
    .option('--keep <dir>', 'keep the database in this directory, which is new or empty')
    .addHelpText(
      'after',
      `
An example county with nothing in these days is moved by whole years into them.

Examples:
  $ samverk simulate --county vasterbotten --from 2019-01-01 --to 2019-12-31
  $ samverk simulate --from 2026-01-01 --to 2026-12-31 --answer-rate 0.8 --seed 7 --json
  $ samverk simulate --from 2026-01-01 --to 2026-12-31 norrbotten.yaml
  $ samverk simulate --from 2026-01-01 --to 2026-06-30 --keep spring && DATA_DIR=spring samverk status`,
    )
    .action((names: readonly string[], options: SimulateOptions, verb: Command) => {
      const { from, to } = options;
      if (from > to) verb.error(`error: --from (${from}) comes after --to (${to}). Change one of them.`);
      return runVerb(async (place) => (await import('../deeds/simulate.ts')).play(place, names, options));
    });
}

function readShare(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  return refuse('It is a number from 0 to 1, as 0.8.');
}

function readSeed(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  return refuse('It is a whole number, as 7.');
}
