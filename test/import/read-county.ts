// Reads one of our county files for a test, or says what is wrong with it.

import { readFileSync } from 'node:fs';
import type { CountyFile } from '../../src/import/county-file.ts';
import { readCountyFile } from '../../src/import/county-yaml.ts';
import { type FileFinding, printFinding } from '../../src/import/finding.ts';

export function readText(name: string): string {
  return readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
}

export function readCounty(id: string): CountyFile {
  const reading = readCountyFile(readText(`prisma/counties/${id}.yaml`), `${id}.yaml`);
  if ('file' in reading) return reading.file;
  throw new Error(reading.findings.map(printFinding).join('\n'));
}

export function findFaults(text: string): readonly FileFinding[] {
  const reading = readCountyFile(text, 'test.yaml');
  return 'findings' in reading ? reading.findings : [];
}

/** The whole example county of docs/counties.md: its only block of YAML. */
export function readExample(): string {
  const [, ...blocks] = readText('docs/counties.md').split('```yaml\n');
  const [block, ...others] = blocks;
  if (block === undefined || others.length > 0) throw new Error('docs/counties.md should hold one block of YAML.');
  return block.slice(0, block.indexOf('```'));
}

/** The text with each of these changes made once; a change that finds its place not once would test nothing. */
export function change(text: string, ...changes: readonly (readonly [from: string, to: string])[]): string {
  return changes.reduce((changed, [from, to]) => {
    if (changed.split(from).length !== 2) throw new Error(`"${from}" should stand in the text once.`);
    return changed.replace(from, () => to);
  }, text);
}
