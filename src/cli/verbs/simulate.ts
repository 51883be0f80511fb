// samverk simulate --county <id>|all --from D --to D [--json] [--answer-rate 0.8] [--seed 7] [--keep DIR] [FILE…]
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Command, InvalidArgumentError } from 'commander';
import { LocalDate } from '../../calendar/local-date.ts';
import { findCode, InvalidInput } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Line } from '../../simulation/journal.ts';
import { simulate } from '../../simulation/simulate.ts';
import { type Fitted, fitCounty } from '../../simulation/window.ts';
import { describeSimulation } from '../describe-simulation.ts';
import { runVerb } from '../run.ts';
import { chooseCounties } from '../simulated-counties.ts';

interface SimulateOptions {
  readonly county: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly json?: true;
  readonly answerRate: number;
  readonly seed: number;
  readonly keep?: string;
}

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
    .requiredOption('--from <day>', 'the first day', toDay)
    .requiredOption('--to <day>', 'the last day', toDay)
    .option('--json', 'print each thing that happens as a line of JSON')
    .option('--answer-rate <share>', 'how large a share of the members answer, from 0 to 1', toShare, 0)
    .option('--seed <number>', 'who answers what and when: the same number, the same year', toSeed, 1)
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
      return runVerb(({ log }) => play(names, options, log));
    });
}

async function play(names: readonly string[], options: SimulateOptions, log: Log): Promise<void> {
  const { county, answerRate: rate, seed, keep: keepIn } = options;
  if (keepIn !== undefined) await refuseFull(keepIn);
  const counties = (await chooseCounties(names, county)).map((file) => fitCounty(file, options));
  for (const one of counties) tellFit(one, options);
  const lines = showDay(simulate({ counties, window: options, rate, seed, keepIn, log }));
  await print(options.json ? toJson(lines) : describeSimulation(lines, counties.length > 1));
  if (keepIn !== undefined) console.error(`The database is kept in ${keepIn}: DATA_DIR=${keepIn} samverk status`);
}

function toDay(text: string): LocalDate {
  const day = LocalDate.safeParse(text);
  if (day.success) return day.data;
  throw new InvalidArgumentError('It is a day that exists, as 2026-01-31.');
}

function toShare(text: string): number {
  const share = Number(text);
  if (text.trim() !== '' && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError('It is a number from 0 to 1, as 0.8.');
}

function toSeed(text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It is a whole number, as 7.');
}

async function refuseFull(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error: unknown) => {
    if (findCode(error) === 'ENOENT') return [];
    throw new InvalidInput(`${dir} cannot be read as a directory (${findCode(error)}). Name a new or an empty one.`);
  });
  if (entries.length > 0) throw new InvalidInput(`${dir} is not empty. Name a new or an empty directory to keep.`);
}

function tellFit({ file: { county }, yearsMoved, isInside }: Fitted, { from, to }: SimulateOptions): void {
  const years = Math.abs(yearsMoved);
  const way = `${years} ${years === 1 ? 'year' : 'years'} ${yearsMoved > 0 ? 'ahead' : 'back'}`;
  if (years > 0) console.error(`${county.id} is an example: its dates are moved ${way} into these days.`);
  if (!isInside) console.error(`${county.id} has no call, meeting or check-in from ${from} to ${to}.`);
}

async function* toJson(lines: AsyncIterable<Line>): AsyncGenerator<string> {
  for await (const line of lines) yield `${JSON.stringify(line)}\n`;
}

/** Where the lines go elsewhere, whoever waits sees which day it is. */
async function* showDay(lines: AsyncIterable<Line>): AsyncGenerator<Line> {
  const isWatched = process.stderr.isTTY && !process.stdout.isTTY;
  let day = '';
  for await (const line of lines) {
    const today = line.at.slice(0, 10);
    if (isWatched && today !== day) process.stderr.write(`\r${today}`);
    day = today;
    yield line;
  }
  if (isWatched) process.stderr.write('\r          \r');
}

/** As fast as the reader takes it. A reader that has had enough, as head, ends it. */
async function print(text: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(text), process.stdout, { end: false });
  } catch (error) {
    if (findCode(error) !== 'EPIPE') throw error;
  }
}
