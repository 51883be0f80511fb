// A contact for three municipalities often stands on three rows, one for each.

import type { Finding } from '../../errors.ts';
import type { Draft } from './draft.ts';
import { type Entry, fieldOf, withField } from './known-county.ts';

const LISTS = ['municipalities', 'matters'] as const;
const SAME = ['organisation', 'person', 'phone', 'confirmedOn'] as const;

/** One contact for the municipalities of both rows; what they say of everything else must be the same. */
export function mergeContacts(
  first: Draft,
  second: Draft,
): { readonly draft: Draft } & { readonly findings: readonly Finding[] } {
  const differing = SAME.filter((field) => first.entry[field] !== second.entry[field]);
  const findings = differing.map((field) => ({
    path: second.locate(field),
    message: `This is the same contact as in ${first.locate()}, but says something else. Write the same in both.`,
  }));
  const entry = LISTS.reduce<Entry>((merged, field) => {
    const both = [...listOf(first.entry, field), ...listOf(second.entry, field)];
    return both.length === 0 ? merged : withField(merged, field, [...new Set(both)]);
  }, first.entry);
  return { draft: { ...first, entry }, findings };
}

function listOf(entry: Entry, field: string): readonly unknown[] {
  const value = fieldOf(entry, field);
  return Array.isArray(value) ? value : [];
}
