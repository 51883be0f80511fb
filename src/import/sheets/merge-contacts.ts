// A contact for three municipalities often stands on three rows, one for each.

import type { Draft, SheetFault } from './draft.ts';
import { type Entry, fieldOf, withField } from './known-county.ts';

const LISTS = ['municipalities', 'matters'] as const;
const SAME = ['organisation', 'person', 'phone', 'confirmedOn'] as const;

/** One contact for the municipalities of both rows; what they say of everything else must be the same. */
export function mergeContacts(
  first: Draft,
  second: Draft,
): { readonly draft: Draft } & { readonly faults: readonly SheetFault[] } {
  const differing = SAME.filter((field) => first.entry[field] !== second.entry[field]);
  const faults = differing.map(
    (field): SheetFault => ({
      path: second.locate(field),
      say: ({ sheet }) => sheet.otherContact(first.locate()),
    }),
  );
  const entry = LISTS.reduce<Entry>((merged, field) => {
    const both = [...listOf(first.entry, field), ...listOf(second.entry, field)];
    return both.length === 0 ? merged : withField(merged, field, [...new Set(both)]);
  }, first.entry);
  return { draft: { ...first, entry }, faults };
}

function listOf(entry: Entry, field: string): readonly unknown[] {
  const value = fieldOf(entry, field);
  return Array.isArray(value) ? value : [];
}
