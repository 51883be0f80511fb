// From bytes to what they say: the only thing that matters about a file is what is in it.

import { findColumn } from './column-names.ts';
import { readCsv } from './csv-sheet.ts';
import type { Draft, SheetFault } from './draft.ts';
import { findTables, type Table } from './find-tables.ts';
import { readPartYaml } from './read-part-yaml.ts';
import { readWorkbook } from './read-workbook.ts';
import { MOST, type NamedBytes, type Sheet } from './sheet.ts';
import type { SheetKind } from './sheet-kinds.ts';
import { SheetKind as Kind } from './sheet-kinds.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';

export interface SheetFiles {
  readonly files: readonly NamedBytes[];
  /** What all of them hold; otherwise names and columns tell. */
  readonly kind?: SheetKind | undefined;
}

/** What can be told of files without knowing the county. */
export interface FilesRead {
  readonly tables: readonly Table[];
  /** The entries of YAML files. */
  readonly drafts: readonly Draft[];
  readonly faults: readonly SheetFault[];
  /** Sheets and columns that are passed over. */
  readonly ignored: readonly string[];
}

export function readSheetFiles({ files, kind }: SheetFiles): FilesRead {
  const read = files.map((file) => readOne(file, kind));
  return {
    tables: read.flatMap(({ tables }) => tables),
    drafts: read.flatMap(({ drafts }) => drafts),
    faults: read.flatMap(({ faults }) => faults),
    ignored: read.flatMap(({ ignored }) => ignored),
  };
}

const NOTHING = { tables: [], drafts: [], faults: [], ignored: [] } as const;

function readOne(file: NamedBytes, kind: SheetKind | undefined): FilesRead {
  try {
    if (file.bytes.length > MOST.bytes)
      throw new UnreadableSheet(({ sheet }) => sheet.tooLarge(MOST.bytes / 1_000_000));
    if (/\.ya?ml$/i.test(file.name)) return { ...NOTHING, ...readPartYaml(file) };
    return { ...NOTHING, ...findTables(readSheets(file), kind) };
  } catch (error) {
    if (!(error instanceof UnreadableSheet)) throw error;
    return { ...NOTHING, faults: [{ path: `${file.name}:row 1`, say: error.say }] };
  }
}

function readSheets(file: NamedBytes): readonly Sheet[] {
  const { bytes } = file;
  if (beginsWith(bytes, ZIP)) return readWorkbook(file);
  if (beginsWith(bytes, OLD_OFFICE)) throw new UnreadableSheet(({ sheet }) => sheet.oldExcel);
  if (beginsWith(bytes, PDF)) throw new UnreadableSheet(({ sheet }) => sheet.pdf);
  return [readCsv({ ...file, countKnown })];
}

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLD_OFFICE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];

function beginsWith(bytes: Uint8Array, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

function countKnown(cells: readonly string[]): number {
  return Math.max(...Kind.options.map((kind) => cells.filter((cell) => findColumn(kind, cell)).length));
}
