// Plays the days of a county, and tells what everybody gets.
import { readdir } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { LocalDate } from '../../calendar/local-date.ts';
import { findCode, InvalidInput } from '../../errors.ts';
import type { Line } from '../../simulation/journal.ts';
import { simulate } from '../../simulation/simulate.ts';
import { type Fitted, fitCounty } from '../../simulation/window.ts';
import { describeSimulation } from '../describe-simulation.ts';
import type { Place } from '../perform.ts';
import { chooseCounties } from '../simulated-counties.ts';

export interface SimulateOptions {
  readonly county: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly json?: true;
  readonly answerRate: number;
  readonly seed: number;
  readonly keep?: string;
}

export async function play({ log }: Place, names: readonly string[], options: SimulateOptions): Promise<void> {
  const { county, answerRate: rate, seed, keep: keepIn } = options;
  if (keepIn !== undefined) await refuseFull(keepIn);
  const counties = (await chooseCounties(names, county)).map((file) => fitCounty(file, options));
  for (const one of counties) tellFit(one, options);
  const lines = showDay(simulate({ counties, window: options, rate, seed, keepIn, log }));
  await print(options.json ? toJson(lines) : describeSimulation(lines, counties.length > 1));
  if (keepIn !== undefined) console.error(`The database is kept in ${keepIn}: DATA_DIR=${keepIn} samverk status`);
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
