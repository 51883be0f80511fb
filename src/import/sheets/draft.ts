// An entry as a file would have it, with where each of its fields stands; and what is wrong there.

import type { Say } from '../finding.ts';
import type { Entry } from './known-county.ts';
import type { SheetKind } from './sheet-kinds.ts';

/** Something wrong, and the cell or the line where it stands. */
export interface SheetFault {
  readonly path: string;
  readonly say: Say;
}

export interface Draft {
  readonly kind: SheetKind;
  readonly entry: Entry;
  /** Where to mend a field, `eligible.kinds`; or the entry as a whole. */
  locate(field?: string): string;
}

/** What a file says: entries that are still to be checked, and what could not be read. */
export interface DraftsRead {
  readonly drafts: readonly Draft[];
  readonly faults: readonly SheetFault[];
}
