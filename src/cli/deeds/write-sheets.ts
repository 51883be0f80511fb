// Writes an empty sheet that explains itself, or what a county has as a sheet.
import type { CountyId } from '../../ids.ts';
import type { SheetFormat } from '../../import/sheets/sheet-format.ts';
import type { SheetKind } from '../../import/sheets/sheet-kinds.ts';
import { writeTemplate } from '../../import/sheets/sheet-template.ts';
import { type Place, perform } from '../perform.ts';
import { exportTask } from '../tasks/sheet-tasks.ts';
import { writeNamedFile } from '../write-named-file.ts';

export interface Out<Format = SheetFormat> {
  readonly name: string;
  readonly format: Format;
}

export interface ExportOptions {
  readonly county: CountyId;
  readonly out: Out;
}

export function layTemplate(kind: SheetKind, { name, format }: Out<'xlsx' | 'csv'>): Promise<void> {
  return writeNamedFile(name, writeTemplate(kind, format));
}

export async function writeSheet(place: Place, kind: SheetKind, { county, out }: ExportOptions): Promise<void> {
  const { name, format } = out;
  const { base64 } = await perform(place, exportTask, { county, kind, format });
  await writeNamedFile(name, Buffer.from(base64, 'base64'));
}
