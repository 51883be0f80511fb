// What do these files say of this county, and is it right? Bytes in, entries or faults out; nothing is read or written.

import { checkDrafts, type SheetsChecked } from './check-drafts.ts';
import type { KnownCounty } from './known-county.ts';
import { readRows } from './read-rows.ts';
import type { FilesRead } from './read-sheet-files.ts';

export function checkSheets(files: FilesRead, known: KnownCounty): SheetsChecked {
  const rows = readRows(files.tables, known);
  return checkDrafts({ drafts: [...rows.drafts, ...files.drafts], faults: [...files.faults, ...rows.faults] }, known);
}
