// How many municipalities answer the county boards' national survey: the measure that a county's own rates stand beside.
import { readFileSync } from 'node:fs';
import { z } from 'zod';

export const NationalRate = z
  .object({ year: z.coerce.number(), answered: z.coerce.number(), asked: z.coerce.number(), source: z.string().min(1) })
  .readonly();
export type NationalRate = z.infer<typeof NationalRate>;

// Both src/followup and dist/followup lie two levels below the package root.
const FILE = new URL('../../prisma/reference/response-rates.csv', import.meta.url);

let rates: readonly NationalRate[] | undefined;

/** Every year that is known, in order. Read from disk once. */
export function loadNationalRates(): readonly NationalRate[] {
  rates ??= read();
  return rates;
}

function read(): readonly NationalRate[] {
  const [, ...lines] = readFileSync(FILE, 'utf8').trim().split(/\r?\n/);
  return lines.map((line) => {
    const [year, answered, asked, source] = line.split(';');
    return NationalRate.parse({ year, answered, asked, source });
  });
}
