// Takes sheets in: every cell of all of them is right and all of them are saved, or nothing is.

import { z } from 'zod';
import type { Instant } from '../../calendar/zone.ts';
import type { Database, Tx } from '../../database/open.ts';
import type { County } from '../../directory/county.ts';
import { listCounties } from '../../directory/county-store.ts';
import { InvalidInput } from '../../errors.ts';
import type { CountyId } from '../../ids.ts';
import { markStale } from '../../replies/prompt-store.ts';
import type { Language } from '../../text/language.ts';
import { suggest } from '../../text/nearest.ts';
import type { Topics } from '../../topic.ts';
import { CountyChanges } from '../changes.ts';
import { findMoved } from '../find-moved.ts';
import { sayIn } from '../finding.ts';
import { planRows } from '../plan-rows.ts';
import { describeSections } from '../section-changes.ts';
import { listRows, waitForImports } from '../stored-rows-store.ts';
import { checkSheets } from './check-sheets.ts';
import type { SheetFault } from './draft.ts';
import { readKnown } from './read-known.ts';
import { type FilesRead, readSheetFiles, type SheetFiles } from './read-sheet-files.ts';
import { savePart } from './save-part.ts';
import type { SheetPart } from './sheet-part.ts';

export interface SheetImportDeps {
  readonly database: Database;
  readonly topics: Topics;
  readonly now: Instant;
}

export interface SheetImport extends SheetFiles {
  readonly countyId: CountyId;
  /** Only tells what would change. */
  readonly isDryRun: boolean;
}

export const SheetChanges = z
  .object({
    changes: CountyChanges,
    /** Sheets and columns that were not read. */
    ignored: z.array(z.string()).readonly(),
  })
  .readonly();
export type SheetChanges = z.infer<typeof SheetChanges>;

/**
 * In one transaction; a dry run goes the same way and is rolled back. Rows add and change; what they do not name stays.
 * @throws InvalidInput with every finding in every file, as `kontakter.xlsx:Kontakter!C7 Telefon`
 */
export async function importSheets(deps: SheetImportDeps, request: SheetImport): Promise<SheetChanges> {
  const files = readSheetFiles(request);
  const dryRun = new Error('This was a dry run.');
  let changes: CountyChanges | undefined;
  try {
    await deps.database.transaction(async (tx) => {
      changes = await applySheets(tx, { ...deps, countyId: request.countyId, files });
      if (request.isDryRun) throw dryRun;
    });
  } catch (error) {
    if (error !== dryRun) throw error;
  }
  return { changes: CountyChanges.parse(changes), ignored: files.ignored };
}

interface Applying {
  readonly topics: Topics;
  readonly now: Instant;
  readonly countyId: CountyId;
  readonly files: FilesRead;
}

async function applySheets(tx: Tx, { topics, now, countyId, files }: Applying): Promise<CountyChanges> {
  await waitForImports(tx);
  const county = await findTheCounty(tx, countyId);
  const checked = checkSheets(files, await readKnown(tx, county, now));
  if ('faults' in checked) {
    const [language] = county.languages;
    throw refuseSheets(checked.faults, language);
  }
  return save(tx, { county, topics, now, part: checked.part });
}

/** What is wrong is said to whoever fills in the sheets: in their county's first language. */
export function refuseSheets(faults: readonly SheetFault[], language: Language): InvalidInput {
  const findings = faults.map(({ path, say }) => ({ path, message: sayIn(language, say) }));
  return new InvalidInput('Nothing was imported. Mend these and import again:', findings);
}

interface Saving {
  readonly county: County;
  readonly topics: Topics;
  readonly now: Instant;
  readonly part: SheetPart;
}

async function save(tx: Tx, { county, topics, now, part }: Saving): Promise<CountyChanges> {
  const { id: countyId, name } = county;
  const before = await listRows(tx, countyId);
  const moved = await findMoved(tx, { file: part, county, now });
  const sections = await savePart(tx, { part, countyId, now });
  const after = await listRows(tx, countyId);
  if (sections.some(({ saved }) => saved.length > 0)) {
    await planRows(tx, { topics, now }, { countyId, rows: after });
    await markStale(tx, countyId, now);
  }
  const kinds = describeSections(sections, { before, after, ended: new Map() });
  return { county: countyId, name, yearsMoved: 0, kinds, moved };
}

/** @throws InvalidInput with the counties that there are */
export async function findTheCounty(tx: Tx, countyId: CountyId): Promise<County> {
  const counties = await listCounties(tx);
  const county = counties.find(({ id }) => id === countyId);
  if (county) return county;
  const ids = counties.map(({ id }) => id);
  const known = ids.length > 0 ? `There are: ${ids.join(', ')}.` : 'There is none yet: import its file first.';
  throw new InvalidInput(`There is no county "${countyId}".${suggest(countyId, ids)} ${known}`);
}
