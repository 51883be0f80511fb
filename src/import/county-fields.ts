// What do the small fields of a county file look like?

import { z } from 'zod';
import { findMunicipalityByNameOrCode } from '../directory/municipality.ts';

/** The name by which one entry refers to another: `arbetsgrupp-sprak`. Unique among its kind in the file. */
export const Slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'not-a-slug' })
  .brand<'Slug'>();
export type Slug = z.infer<typeof Slug>;

/** Words for people to read; never empty. */
export const Words = z.string().trim().min(1, { error: 'empty' });

/** A municipality by short name or code (`Umeå` or `"2480"`); comes out as its code. */
export const MunicipalityField = z.string().transform((text, context) => {
  const municipality = findMunicipalityByNameOrCode(text);
  if (municipality) return municipality.code;
  context.issues.push({ code: 'custom', message: 'unknown-municipality', input: text });
  return z.NEVER;
});

/** The seventeen goals of Agenda 2030 by number. */
export const Agenda2030 = z.array(z.int().min(1, { error: 'not-a-goal' }).max(17, { error: 'not-a-goal' }));

/** A page on the web, with its scheme. */
export const Link = z.url({ protocol: /^https?$/, error: 'not-a-link' });

/** The kinds of organisation: who may apply for a grant is said in these. */
export const OrganisationKind = z.enum([
  'municipality',
  'agency',
  'region',
  'county-board',
  'university',
  'business',
  'civil-society',
  'coordination',
  'other',
]);
export type OrganisationKind = z.infer<typeof OrganisationKind>;

/**
 * Where an entry comes from. Every entry may carry these three:
 * - `source`: where in the county's own documents it is said
 * - `note`: what a reader should know about it
 * - `example`: `true` when the whole entry is made up, or the names of the fields that are: `[phone, email]`
 */
export const provenance = {
  source: Words.exactOptional(),
  note: Words.exactOptional(),
  example: z.union([z.literal(true), z.array(z.string()).min(1)], { error: 'not-an-example-mark' }).exactOptional(),
};
