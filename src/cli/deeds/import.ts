// Takes in counties from YAML files, or sheets of one county.
import { InvalidInput } from '../../errors.ts';
import type { CountyId } from '../../ids.ts';
import type { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import { describeIgnored, describeImport } from '../describe-import.ts';
import { type Place, perform } from '../perform.ts';
import { type NamedFile, readNamedFiles } from '../read-named-files.ts';
import { importTask } from '../tasks/import-task.ts';
import { importSheetsTask } from '../tasks/sheet-tasks.ts';

export interface ImportOptions {
  readonly county?: CountyId;
  readonly kind?: SheetKind;
  readonly dryRun?: true;
  readonly json?: true;
}

interface SheetOptions extends ImportOptions {
  readonly county: CountyId;
}

export async function importFiles(place: Place, names: readonly string[], options: ImportOptions): Promise<void> {
  const files = await readNamedFiles(names);
  const { county } = options;
  if (county === undefined) await importCounties(place, files, options);
  else await importSheets(place, files, { ...options, county });
}

async function importCounties(place: Place, files: readonly NamedFile[], options: ImportOptions): Promise<void> {
  const sheets = files
    .filter(({ name }) => /\.(xlsx?|csv|tsv|ods)$/i.test(name))
    .map(({ name: path }) => ({ path, message: SAY }));
  if (sheets.length > 0) throw new InvalidInput('Nothing was imported. Say which county these are of:', sheets);
  const isDryRun = options.dryRun ?? false;
  const texts = files.map(({ name, bytes }) => ({ name, text: bytes.toString('utf8') }));
  const counties = await perform(place, importTask, { files: texts, isDryRun });
  console.log(options.json ? JSON.stringify({ isDryRun, counties }) : describeImport(counties, isDryRun));
}

const SAY = 'This is no county file. Import a sheet with --county and the id of its county.';

async function importSheets(place: Place, files: readonly NamedFile[], options: SheetOptions): Promise<void> {
  const { county, kind, dryRun: isDryRun = false } = options;
  // Apart from what is told at the end, so that whoever waits for a long sheet sees that it was found.
  for (const { name, bytes } of files) console.error(`Reading ${name} (${Math.ceil(bytes.length / 1024)} kB) …`);
  const request = { county, kind, isDryRun, files: files.map(toBase64) };
  const { changes, ignored } = await perform(place, importSheetsTask, request);
  if (ignored.length > 0) console.error(describeIgnored(ignored));
  console.log(options.json ? JSON.stringify({ isDryRun, changes, ignored }) : describeImport([changes], isDryRun));
}

function toBase64({ name, bytes }: NamedFile) {
  return { name, base64: bytes.toString('base64') };
}
