// samverk import FILE… [--county <id>] [--kind <kind>] [--dry-run] [--json]
import { type Command, Option } from 'commander';
import { InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import { describeIgnored, describeImport } from '../describe-import.ts';
import { type Place, perform } from '../perform.ts';
import { type NamedFile, readNamedFiles } from '../read-named-files.ts';
import { runVerb } from '../run.ts';
import { importTask } from '../tasks/import-task.ts';
import { importSheetsTask } from '../tasks/sheet-tasks.ts';

interface ImportOptions {
  readonly county?: string;
  readonly kind?: SheetKind;
  readonly dryRun?: true;
  readonly json?: true;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('take in counties from YAML files, or sheets of one county')
    .description(
      'Takes in counties from YAML files: all of them, or nothing where one has a fault. Importing a file again changes ' +
        'nothing. What is no longer in a file is removed if nobody was told of it; otherwise it ends, or stays and is reported. ' +
        'With --county it takes in sheets (.xlsx, .csv) or parts (.yaml) of that county, which add and change, and end nothing.',
    )
    .argument('<file...>', 'a county file (docs/counties.md), or a sheet (docs/sheets.md)')
    .option('--county <id>', 'the county that the sheets are of')
    .addOption(
      new Option('--kind <kind>', 'what the sheets hold, where their names and columns do not tell').choices(
        SheetKind.options,
      ),
    )
    .option('--dry-run', 'tell what would change, and write nothing')
    .option('--json', 'print what changed as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk import norrbotten.yaml --dry-run
  $ samverk import prisma/counties/*.yaml
  $ samverk import norrbotten.yaml --json | jq '.counties[].moved'
  $ samverk import --county norrbotten kontakter.xlsx --dry-run`,
    )
    .action((names: readonly string[], options: ImportOptions) =>
      runVerb(async (place) => {
        const files = await readNamedFiles(names);
        await (options.county === undefined ? importCounties : importSheets)(place, files, options);
      }),
    );
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

async function importSheets(place: Place, files: readonly NamedFile[], options: ImportOptions): Promise<void> {
  const { county = '', kind, dryRun: isDryRun = false } = options;
  // Apart from what is told at the end, so that whoever waits for a long sheet sees that it was found.
  for (const { name, bytes } of files) console.error(`Reading ${name} (${Math.ceil(bytes.length / 1024)} kB) …`);
  const request = { county: CountyId.parse(county), kind, isDryRun, files: files.map(toBase64) };
  const { changes, ignored } = await perform(place, importSheetsTask, request);
  if (ignored.length > 0) console.error(describeIgnored(ignored));
  console.log(options.json ? JSON.stringify({ isDryRun, changes, ignored }) : describeImport([changes], isDryRun));
}

function toBase64({ name, bytes }: NamedFile) {
  return { name, base64: bytes.toString('base64') };
}
