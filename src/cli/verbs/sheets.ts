// samverk template KIND --out FILE · samverk export KIND --county <id> --out FILE
import { writeFile } from 'node:fs/promises';
import { Argument, type Command, InvalidArgumentError } from 'commander';
import { findCode, InvalidInput } from '../../errors.ts';
import { CountyId } from '../../ids.ts';
import { SheetFormat } from '../../import/sheets/export-sheet.ts';
import { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import { writeTemplate } from '../../import/sheets/sheet-template.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { exportTask } from '../tasks/sheet-tasks.ts';

interface Out {
  readonly name: string;
  readonly format: SheetFormat;
}

export function addSheets(program: Command): void {
  program
    .command('template')
    .summary('write an empty sheet that explains itself')
    .description('Writes an empty sheet with the columns of one kind, in Swedish, and what to write in each.')
    .addArgument(createKind())
    .requiredOption('--out <file>', 'the file to write, .xlsx or .csv', toOut)
    .addHelpText('after', '\nExample:\n  $ samverk template contacts --out kontakter.xlsx')
    .action((kind: SheetKind, { out }: { readonly out: Out }, verb: Command) => {
      const { format } = out;
      if (format === 'yaml') verb.error('error: a template is .xlsx or .csv; docs/counties.md explains the YAML.');
      else return runVerb(() => write(out, writeTemplate(kind, format)));
    });
  program
    .command('export')
    .summary('write what a county has as a sheet')
    .description('Writes what a county has of one kind. Imported again as it is, it changes nothing.')
    .addArgument(createKind())
    .requiredOption('--county <id>', 'the county')
    .requiredOption('--out <file>', 'the file to write, .xlsx, .csv or .yaml', toOut)
    .addHelpText('after', '\nExample:\n  $ samverk export contacts --county norrbotten --out kontakter.xlsx')
    .action((kind: SheetKind, { county, out }: { readonly county: string; readonly out: Out }) =>
      runVerb(async (place) => {
        const { format } = out;
        const { base64 } = await perform(place, exportTask, { county: CountyId.parse(county), kind, format });
        await write(out, Buffer.from(base64, 'base64'));
      }),
    );
}

function createKind(): Argument {
  return new Argument('<kind>', 'what it holds').choices(SheetKind.options);
}

function toOut(name: string): Out {
  const format = SheetFormat.safeParse(name.split('.').at(-1)?.toLowerCase().replace('yml', 'yaml'));
  if (format.success) return { name, format: format.data };
  throw new InvalidArgumentError('Its name ends with .xlsx, .csv or .yaml.');
}

async function write({ name }: Out, bytes: Uint8Array): Promise<void> {
  await writeFile(name, bytes).catch((error: unknown) => {
    throw new InvalidInput(`${name} could not be written (${findCode(error)}). Choose another place.`);
  });
  console.error(`${name} is written.`);
}
