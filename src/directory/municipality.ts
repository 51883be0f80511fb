// Which municipality is meant by this name or code, and in which county does it lie?

import { z } from 'zod';
import { readReference } from './reference.ts';

/** The four digits by which SCB knows a municipality, `0880`. A string: the leading zero counts. */
export const MunicipalityCode = z
  .string()
  .regex(/^\d{4}$/, { error: 'not-a-municipality-code' })
  .brand<'MunicipalityCode'>();
export type MunicipalityCode = z.infer<typeof MunicipalityCode>;

/** The two digits by which SCB knows a county, `08`; a municipality's code begins with its county's. */
export const CountyCode = z
  .string()
  .regex(/^\d{2}$/, { error: 'not-a-county-code' })
  .brand<'CountyCode'>();
export type CountyCode = z.infer<typeof CountyCode>;

/** One of the 290 municipalities, by its short name: `Umeå`, not `Umeå kommun`. */
export const Municipality = z
  .strictObject({ code: MunicipalityCode, name: z.string().min(1), county: CountyCode })
  .readonly();
export type Municipality = z.infer<typeof Municipality>;

/** One of Sweden's 21 counties, whether or not it uses Samverk: `Kalmar län`, and its county board's legal name. */
export const SwedishCounty = z
  .strictObject({ code: CountyCode, name: z.string().min(1), board: z.string().min(1) })
  .readonly();
export type SwedishCounty = z.infer<typeof SwedishCounty>;

/** All 290 municipalities in order of code, as SCB lists them since 2007. Read from disk once. */
export function loadMunicipalities(): readonly Municipality[] {
  municipalities ??= readReference('municipalities.csv', z.array(Municipality));
  return municipalities;
}

/** All 21 counties in order of code. Read from disk once. */
export function loadSwedishCounties(): readonly SwedishCounty[] {
  counties ??= readReference('counties.csv', z.array(SwedishCounty));
  return counties;
}

/** The municipality with exactly this short name or code, spaces around it aside: `Umeå` or `2480`. */
export function findMunicipalityByNameOrCode(text: string): Municipality | undefined {
  // A file written on a Mac may hold å as a and a ring.
  const wanted = text.trim().normalize('NFC');
  return loadMunicipalities().find(({ name, code }) => name === wanted || code === wanted);
}

let municipalities: readonly Municipality[] | undefined;
let counties: readonly SwedishCounty[] | undefined;
