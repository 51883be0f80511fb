// samverk template KIND --out FILE · samverk export KIND --county <id> --out FILE
import { Argument, type Command } from 'commander';
import { SheetFormat } from '../../import/sheets/sheet-format.ts';
import { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import type { ExportOptions, Out } from '../deeds/write-sheets.ts';
import { readCountyId, refuse } from '../read-option.ts';
import { runVerb } from '../run.ts';

export function addSheets(program: Command): void {
  program
    .command('template')
    .summary('write an empty sheet that explains itself')
    .description('Writes an empty sheet with the columns of one kind, in Swedish, and what to write in each.')
    .addArgument(createKind())
    .requiredOption('--out <file>', 'the file to write, .xlsx or .csv', readOut)
    .addHelpText('after', '\nExample:\n  $ samverk template contacts --out kontakter.xlsx')
    .action((kind: SheetKind, { out }: { readonly out: Out }, verb: Command) => {
      const { name, format } = out;
      if (format === 'yaml') verb.error('error: a template is .xlsx or .csv; docs/counties.md explains the YAML.');
      else return runVerb(async () => (await import('../deeds/write-sheets.ts')).layTemplate(kind, { name, format }));
    });
  program
    .command('export')
    .summary('write what a county has as a sheet')
    .description('Writes what a county has of one kind. Imported again as it is, it changes nothing.')
    .addArgument(createKind())
    .requiredOption('--county <id>', 'the county', readCountyId)
    .requiredOption('--out <file>', 'the file to write, .xlsx, .csv or .yaml', readOut)
    .addHelpText('after', '\nExample:\n  $ samverk export contacts --county norrbotten --out kontakter.xlsx')
    .action((kind: SheetKind, options: ExportOptions) =>
      runVerb(async (place) => (await import('../deeds/write-sheets.ts')).writeSheet(place, kind, options)),
    );
}

function createKind(): Argument {
  return new Argument('<kind>', 'what it holds').choices(SheetKind.options);
}

function readOut(name: string): Out {
  const format = SheetFormat.safeParse(name.split('.').at(-1)?.toLowerCase().replace('yml', 'yaml'));
  if (format.success) return { name, format: format.data };
  return refuse('Its name ends with .xlsx, .csv or .yaml.');
}
