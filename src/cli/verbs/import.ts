// samverk import FILE… [--dry-run] [--json]
import { readFile } from 'node:fs/promises';
import type { Command } from 'commander';
import { type Finding, findCode, InvalidInput } from '../../errors.ts';
import { describeImport } from '../describe-import.ts';
import { perform } from '../perform.ts';
import { runVerb } from '../run.ts';
import { importTask } from '../tasks/import-task.ts';

interface ImportOptions {
  readonly dryRun?: true;
  readonly json?: true;
}

export function addImport(program: Command): void {
  program
    .command('import')
    .summary('take in counties from YAML files')
    .description(
      'Takes in counties from YAML files: all of them, or nothing where one has a fault. Importing a file again changes ' +
        'nothing. What is no longer in a file is removed if nobody was told of it; otherwise it ends, or stays and is reported.',
    )
    .argument('<file...>', 'a county file; docs/counties.md tells how to write one')
    .option('--dry-run', 'tell what would change, and write nothing')
    .option('--json', 'print what changed as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ samverk import norrbotten.yaml --dry-run
  $ samverk import prisma/counties/*.yaml
  $ samverk import norrbotten.yaml --json | jq '.counties[].moved'`,
    )
    .action((names: readonly string[], options: ImportOptions) =>
      runVerb(async (place) => {
        const isDryRun = options.dryRun ?? false;
        const counties = await perform(place, importTask, { files: await readFiles(names), isDryRun });
        console.log(options.json ? JSON.stringify({ isDryRun, counties }) : describeImport(counties, isDryRun));
      }),
    );
}

async function readFiles(names: readonly string[]) {
  const readings = await Promise.all(names.map(readOne));
  const findings = readings.flatMap((one) => ('finding' in one ? [one.finding] : []));
  if (findings.length > 0) throw new InvalidInput('Nothing was imported. These files could not be read:', findings);
  return readings.flatMap((one) => ('file' in one ? [one.file] : []));
}

type Reading = { readonly file: { readonly name: string; readonly text: string } } | { readonly finding: Finding };

async function readOne(name: string): Promise<Reading> {
  try {
    return { file: { name, text: await readFile(name, 'utf8') } };
  } catch (error) {
    const code = findCode(error);
    if (code === undefined) throw error;
    return { finding: { path: name, message: REASONS.get(code) ?? `Reading it failed (${code}).` } };
  }
}

const REASONS = new Map([
  ['ENOENT', 'There is no such file. Correct the name.'],
  ['EISDIR', 'This is a directory. Name the files in it.'],
  ['EACCES', 'This user may not read it.'],
]);
