// A situation figure as a sheet or a YAML list has it, and the noun that it becomes.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { Figure, Measure } from '../directory/figure.ts';
import { CountyId } from '../ids.ts';
import { MunicipalityField, Words } from './county-fields.ts';

/** Only an own measure has a name, and it must have one: the others are called the same everywhere. */
export const FigureEntry = z
  .strictObject({
    municipality: MunicipalityField,
    year: z.int().min(1900, { error: 'not-a-year' }).max(2999, { error: 'not-a-year' }),
    measure: Measure,
    name: Words.exactOptional(),
    value: z.number(),
    source: Words,
    observedOn: LocalDate,
  })
  .refine(({ measure, name }) => measure !== 'own' || name !== undefined, {
    error: 'own-measure-without-name',
    path: ['name'],
  })
  .refine(({ measure, name }) => measure === 'own' || name === undefined, {
    error: 'known-measure-with-name',
    path: ['name'],
  });
export type FigureEntry = z.infer<typeof FigureEntry>;

export interface HavingFigures {
  readonly county: { readonly id: string };
  readonly figures: readonly FigureEntry[];
}

export function toFigures({ county, figures }: HavingFigures): readonly Figure[] {
  return figures.map(({ municipality: municipalityCode, ...entry }) => {
    const words = [municipalityCode, entry.year, entry.measure, ...(entry.name === undefined ? [] : [entry.name])];
    return Figure.parse({
      ...{ ...entry, municipalityCode },
      id: `${county.id}/${words.join('-').toLowerCase().replaceAll(/\s+/g, '-')}`,
      countyId: CountyId.parse(county.id),
    });
  });
}
