// Tasks: take sheets in, and write what a county has as a sheet.
import { z } from 'zod';
import { CountyId } from '../../ids.ts';
import { exportSheet } from '../../import/sheets/export-sheet.ts';
import { importSheets, refuseSheets, SheetChanges } from '../../import/sheets/import-sheets.ts';
import { readSheetFiles } from '../../import/sheets/read-sheet-files.ts';
import { SheetFormat } from '../../import/sheets/sheet-format.ts';
import { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import { defineTask } from './task.ts';

/** Bytes go through the door as text. */
const NamedBase64 = z.object({ name: z.string(), base64: z.string() }).readonly();
type NamedBase64 = z.infer<typeof NamedBase64>;

export const importSheetsTask = defineTask({
  name: 'import-sheets',
  needsDatabase: true,
  request: z.object({
    county: CountyId,
    kind: SheetKind.optional(),
    files: z.array(NamedBase64).readonly(),
    isDryRun: z.boolean(),
  }),
  reply: SheetChanges,
  /** What cannot be read at all is told before a database is opened; the rest is told with what the county says. */
  check({ files, kind }) {
    const { tables, drafts, faults } = readSheetFiles({ files: files.map(toBytes), kind });
    // In which language the county speaks is not known yet; its sheets have Swedish columns.
    if (tables.length === 0 && drafts.length === 0 && faults.length > 0) throw refuseSheets(faults, 'sv');
  },
  run: ({ database, topics, clock }, { county: countyId, kind, files, isDryRun }) =>
    importSheets({ database, topics, now: clock.now() }, { countyId, kind, files: files.map(toBytes), isDryRun }),
});

export const exportTask = defineTask({
  name: 'export',
  needsDatabase: true,
  request: z.object({ county: CountyId, kind: SheetKind, format: SheetFormat }),
  reply: z.object({ base64: z.string() }),
  async run({ database, clock }, { county: countyId, kind, format }) {
    const bytes = await exportSheet({ database, now: clock.now() }, { countyId, kind, format });
    return { base64: Buffer.from(bytes).toString('base64') };
  },
});

function toBytes({ name, base64 }: NamedBase64) {
  return { name, bytes: Buffer.from(base64, 'base64') };
}
