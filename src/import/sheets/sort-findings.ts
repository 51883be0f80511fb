// Findings in the order in which somebody goes through a file to mend it.

import type { Finding } from '../../errors.ts';

/** One for each cell: what is said first of it is nearest to the cause. */
export function sortOnce(findings: readonly Finding[]): readonly Finding[] {
  const first = new Map<string, Finding>();
  for (const finding of findings) if (!first.has(finding.path)) first.set(finding.path, finding);
  return [...first.values()]
    .map((finding) => ({ finding, place: readPlace(finding.path) }))
    .sort(({ place: a }, { place: b }) => compare(a.sheet, b.sheet) || a.row - b.row || compare(a.column, b.column))
    .map(({ finding }) => finding);
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
