// Reads a file of what is the same in all of Sweden: places, and what recurs each year.
import { readFileSync } from 'node:fs';
import type { z } from 'zod';

// Both src/directory and dist/directory lie two levels below the package root.
const REFERENCE = new URL('../../prisma/reference/', import.meta.url);

/** The files are ours: a header, then rows parted by semicolons, with no quoting. */
export function readReference<Rows>(fileName: string, schema: z.ZodType<Rows>): Rows {
  const [header = '', ...lines] = readFileSync(new URL(fileName, REFERENCE), 'utf8').trim().split(/\r?\n/);
  const columns = header.split(';');
  const rows = lines.map((line) => {
    const cells = line.split(';');
    return Object.fromEntries(columns.map((column, index) => [column, cells[index]]));
  });
  return schema.parse(rows);
}
