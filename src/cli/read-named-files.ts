// Reads the files that a verb is given, and says of all that cannot be read why.
import { readFile } from 'node:fs/promises';
import { type Finding, findCode, InvalidInput } from '../errors.ts';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** @throws InvalidInput with a finding for each that cannot be read */
export async function readNamedFiles(names: readonly string[]): Promise<readonly NamedFile[]> {
  const readings = await Promise.all(names.map(readOne));
  const findings = readings.flatMap((one) => ('finding' in one ? [one.finding] : []));
  if (findings.length > 0) throw new InvalidInput('Nothing was imported. These files could not be read:', findings);
  return readings.flatMap((one) => ('file' in one ? [one.file] : []));
}

type Reading = { readonly file: NamedFile } | { readonly finding: Finding };

async function readOne(name: string): Promise<Reading> {
  try {
    return { file: { name, bytes: await readFile(name) } };
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
