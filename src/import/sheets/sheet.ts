// A sheet as it was read: which text stands in which cell, before anybody knows what it means.

/** A row with its number as a spreadsheet counts it, from 1, and its cells by column, from 0. Empty cells are left out. */
export interface SheetRow {
  readonly number: number;
  readonly cells: ReadonlyMap<number, string>;
}

export interface Sheet {
  /** The file it is from, for the findings. */
  readonly file: string;
  /** A workbook's sheets have names. */
  readonly name?: string;
  readonly rows: readonly SheetRow[];
}

/** A file as it was given: the command line, a chat or a page may have it from anywhere. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** More than any county keeps. What is larger is told as such, before it takes the machine's memory. */
export const MOST = { bytes: 20_000_000, unpacked: 150_000_000, rows: 50_000, columns: 256 } as const;
