// By which ids does the database know what a county file names?

import { Provenance } from '../directory/provenance.ts';
import type { Slug } from './county-fields.ts';
import type { CountyEntry, CountyFile } from './county-file.ts';

/** Whose ids they are. */
export interface OfCounty {
  readonly county: Pick<CountyEntry, 'id'>;
}

/** What is made into nouns: these sections of a county file, or of less than a whole one. */
export type Having<Section extends keyof CountyFile> = OfCounty & Readonly<Pick<CountyFile, Section>>;

/** `kalmar/integrationsradet`: unique among the things of its kind in all counties. */
export function toId({ county }: OfCounty, slug: Slug): string {
  return `${county.id}/${slug}`;
}

export function toIds(file: OfCounty, slugs: readonly Slug[]): readonly string[] {
  return slugs.map((slug) => toId(file, slug));
}

/** For a field that may be left out. */
export function toIdIfAny(file: OfCounty, slug: Slug | undefined): string | undefined {
  return slug && toId(file, slug);
}

/** What an entry says of itself; absent where it says nothing. */
export function toProvenance({ source, note, example }: Provenance): Provenance | undefined {
  const said = Provenance.parse(dropGaps({ source, note, example }));
  return Object.keys(said).length > 0 ? said : undefined;
}

/** Without what the file leaves out: a noun has a field or does not. */
export function dropGaps(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
