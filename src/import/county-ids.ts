// By which ids does the database know what a county file names?

import { Provenance } from '../directory/provenance.ts';
import type { Slug } from './county-fields.ts';
import type { CountyFile } from './county-file.ts';

type OfCounty = Pick<CountyFile, 'county'>;

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
