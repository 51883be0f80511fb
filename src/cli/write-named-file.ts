// Writes the file that a verb is told to write, or says why it could not.
import { writeFile } from 'node:fs/promises';
import { findCode, InvalidInput } from '../errors.ts';

export async function writeNamedFile(name: string, bytes: Uint8Array): Promise<void> {
  await writeFile(name, bytes).catch((error: unknown) => {
    throw new InvalidInput(`${name} could not be written (${findCode(error)}). Choose another place.`);
  });
  console.error(`${name} is written.`);
}
