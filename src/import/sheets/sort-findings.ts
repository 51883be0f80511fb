// Findings in the order in which somebody goes through a file to mend it.

import type { SheetFault } from './draft.ts';

/** One for each cell: what is said first of it is nearest to the cause. */
export function sortOnce(faults: readonly SheetFault[]): readonly SheetFault[] {
  const first = new Map<string, SheetFault>();
  for (const fault of faults) if (!first.has(fault.path)) first.set(fault.path, fault);
  return [...first.values()]
    .map((fault) => ({ fault, place: readPlace(fault.path) }))
    .sort(({ place: a }, { place: b }) => compare(a.sheet, b.sheet) || a.row - b.row || compare(a.column, b.column))
    .map(({ fault }) => fault);
}

/** As `printPlace` writes it, or as lines and columns of a text. */
function readPlace(path: string) {
  const [, sheet = path, letters = '', row = '0'] = /^(.*?[:!])(?:([A-Z]{1,3})|row )(\d+)(?: |$)/.exec(path) ?? [];
  const [, file, line, column = ''] = /^(.*?):(\d+):(\d+)/.exec(path) ?? [];
  if (file !== undefined) return { sheet: file, row: Number(line), column: column.padStart(6) };
  return { sheet, row: Number(row), column: letters.padStart(6) };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
