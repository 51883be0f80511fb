// A situation figure: what is known of a municipality in a year, said by whom and of which day.
import { z } from 'zod';
import { LocalDate } from '../calendar/local-date.ts';
import { CountyId } from '../ids.ts';
import { MunicipalityCode } from './municipality.ts';

/**
 * - enrolled: inskrivna at Migrationsverket or Arbetsförmedlingen
 * - assigned: anvisningstal, how many the municipality is to receive
 * - share: andelstal, its share of those who come with temporary protection
 * - own: something that the county counts itself, under a name of its own
 */
export const Measure = z.enum(['enrolled', 'assigned', 'share', 'own']);
export type Measure = z.infer<typeof Measure>;

export const Figure = z
  .object({
    id: z.string().min(1),
    countyId: CountyId,
    municipalityCode: MunicipalityCode,
    year: z.int(),
    measure: Measure,
    /** What a measure of the county's own is called. */
    name: z.string().min(1).exactOptional(),
    value: z.number(),
    source: z.string().min(1),
    /** The day that the source says it of. */
    observedOn: LocalDate,
  })
  .readonly();
export type Figure = z.infer<typeof Figure>;
