// What of a section was new or changed, by name?

import type { KindChanges, RowKind } from './changes.ts';
import type { Ended } from './end-absent.ts';
import type { SavedSection } from './save-sections.ts';
import type { StoredRow } from './stored-rows-store.ts';

export interface Comparison {
  readonly before: readonly StoredRow[];
  readonly after: readonly StoredRow[];
  readonly ended: ReadonlyMap<RowKind, Ended>;
}

export function describeSections(
  sections: readonly SavedSection[],
  { before, after, ended }: Comparison,
): readonly KindChanges[] {
  const names = new Map([...before, ...after].map((row) => [toKey(row), row.name]));
  const known = new Set(before.map(toKey));
  return sections.map(({ kind, ids, saved }) => {
    const toName = (id: string) => names.get(toKey({ kind, id })) ?? id;
    const isKnown = (id: string) => known.has(toKey({ kind, id }));
    return {
      kind,
      added: saved.filter((id) => !isKnown(id)).map(toName),
      changed: saved.filter(isKnown).map(toName),
      unchanged: ids.length - saved.length,
      ...(ended.get(kind) ?? { ended: [], kept: [] }),
    };
  });
}

export function toKey({ kind, id }: Pick<StoredRow, 'kind' | 'id'>): string {
  return `${kind} ${id}`;
}
