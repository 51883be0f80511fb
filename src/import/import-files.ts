// Takes county files in: all of them are right, and all of them are written, or none is.

import type { Instant } from '../calendar/zone.ts';
import type { Database, Tx } from '../database/open.ts';
import { findCounty } from '../directory/county-store.ts';
import { InvalidInput } from '../errors.ts';
import { CountyId } from '../ids.ts';
import type { Topics } from '../topic.ts';
import { applyCounty } from './apply-county.ts';
import type { CountyChanges } from './changes.ts';
import type { CountyFile } from './county-file.ts';
import { readCountyFile } from './county-yaml.ts';
import { keepAhead, moveExample } from './example-years.ts';
import type { FileFinding } from './finding.ts';
import { listRows } from './stored-rows-store.ts';

export interface ImportDeps {
  readonly database: Database;
  readonly topics: Topics;
  readonly now: Instant;
}

export interface ImportRequest {
  readonly files: readonly NamedText[];
  /** Only tells what would change. */
  readonly isDryRun: boolean;
}

export interface NamedText {
  /** For the findings. */
  readonly name: string;
  readonly text: string;
}

/**
 * In one transaction; a dry run goes the same way and is rolled back.
 * @throws InvalidInput with every finding in every file, as `kalmar.yaml:210:15 calls[0].closesOn`
 */
export async function importFiles(deps: ImportDeps, request: ImportRequest): Promise<readonly CountyChanges[]> {
  const files = readFiles(request.files);
  const dryRun = new Error('This was a dry run.');
  const changes: CountyChanges[] = [];
  try {
    await deps.database.transaction(async (tx) => {
      for (const file of files) changes.push(await applyCounty(tx, { ...deps, ...(await followExample(tx, file)) }));
      if (request.isDryRun) throw dryRun;
    });
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return changes;
}

/** @throws InvalidInput with every finding in every file */
export function checkFiles(files: readonly NamedText[]): void {
  readFiles(files);
}

function readFiles(texts: readonly NamedText[]): readonly CountyFile[] {
  const readings = texts.map(({ name, text }) => ({ name, reading: readCountyFile(text, name) }));
  const files = readings.flatMap(({ name, reading }) => ('file' in reading ? [{ name, file: reading.file }] : []));
  const findings = readings.flatMap(({ reading }) => ('findings' in reading ? reading.findings : []));
  const all = [...findings.map(toFinding), ...files.flatMap((one, index) => findTwin(one, files.slice(0, index)))];
  if (all.length > 0) throw new InvalidInput('Nothing was imported. Mend these and import again:', all);
  return files.map(({ file }) => file);
}

interface NamedFile {
  readonly name: string;
  readonly file: CountyFile;
}

function findTwin({ name, file }: NamedFile, earlier: readonly NamedFile[]) {
  const twin = earlier.find((other) => other.file.county.id === file.county.id);
  if (!twin) return [];
  const message = `"${file.county.id}" is already the county of ${twin.name}. Import one of them.`;
  return [{ path: `${name} county.id`, message }];
}

function toFinding({ file, line, column, path, message }: FileFinding) {
  return { path: `${file}:${line}:${column}${path === '' ? '' : ` ${path}`}`, message };
}

/** An example that was moved when it was loaded is moved as much again; any other file is taken at its word. */
async function followExample(tx: Tx, file: CountyFile) {
  const countyId = CountyId.parse(file.county.id);
  const { isExample = false, yearsMoved = 0 } = (await findCounty(tx, countyId)) ?? {};
  if (!file.county.example || !isExample || yearsMoved === 0) return { file };
  const rows = await listRows(tx, countyId);
  const moved = keepAhead(
    moveExample(file, yearsMoved),
    (kind, slug) => rows.find((row) => row.kind === kind && row.id === `${countyId}/${slug}`)?.endsOn,
  );
  return { file: moved, yearsMoved };
}
