// samverk import FILE… [--county <id>] [--kind <kind>] [--dry-run] [--json]
import { type Command, Option } from 'commander';
import { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import type { ImportOptions } from '../deeds/import.ts';
import { readCountyId } from '../read-option.ts';
import { runVerb } from '../run.ts';

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
    .option('--county <id>', 'the county that the sheets are of', readCountyId)
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
      runVerb(async (place) => (await import('../deeds/import.ts')).importFiles(place, names, options)),
    );
}
