// The example counties of a service that nobody has configured, moved to the present.

import { readdir, readFile } from 'node:fs/promises';
import { type Instant, toLocal } from '../calendar/zone.ts';
import type { Clock } from '../clock.ts';
import type { Database } from '../database/open.ts';
import { listCounties } from '../directory/county-store.ts';
import type { Log } from '../log.ts';
import type { Topics } from '../topic.ts';
import { applyCounty } from './apply-county.ts';
import type { CountyFile } from './county-file.ts';
import { readCountyFile } from './county-yaml.ts';
import { bringAhead, countYears, moveExample } from './example-years.ts';
import { printFinding } from './finding.ts';
import { addStartEntries } from './start-entries.ts';

export interface Loading {
  readonly database: Database;
  readonly topics: Topics;
  readonly clock: Clock;
  readonly log: Log;
}

/** Into a database without counties: all of them or none. */
export async function loadExamples({ database, topics, clock, log }: Loading): Promise<void> {
  if ((await listCounties(database.db)).length > 0) return;
  const now = clock.now();
  const examples = (await readExamples()).map((file) => bringToPresent(file, now));
  await database.transaction(async (tx) => {
    for (const { file, yearsMoved } of examples) await applyCounty(tx, { file, topics, now, yearsMoved });
  });
  log.info('examples.loaded', { counties: examples.length });
}

export interface PresentExample {
  readonly file: CountyFile;
  readonly yearsMoved: number;
}

/**
 * Moved by whole years, so that the county's year is this one; calls and meetings that are over by now come a year
 * later. Where something of a kind does not ask anything right now, an entry is added that does.
 */
export function bringToPresent(file: CountyFile, now: Instant): PresentExample {
  const { date: today } = toLocal(now, file.county.timeZone);
  const yearsMoved = countYears(file, today);
  return { file: addStartEntries(bringAhead(moveExample(file, yearsMoved), today), now), yearsMoved };
}

// Both src/import and dist/import lie two levels below the package root.
const FOLDER = new URL('../../prisma/counties/', import.meta.url);

/** The files that call themselves examples, by name. */
export async function readExamples(): Promise<readonly CountyFile[]> {
  const names = (await readdir(FOLDER)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(names.map(readOne));
  return files.filter(({ county }) => county.example);
}

async function readOne(name: string): Promise<CountyFile> {
  const reading = readCountyFile(await readFile(new URL(name, FOLDER), 'utf8'), name);
  if ('file' in reading) return reading.file;
  throw new Error(`An example county is not right:\n${reading.findings.map(printFinding).join('\n')}`);
}
