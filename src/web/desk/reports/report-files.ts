// The report as a page of its own or a file: as it stands now, or one that was frozen.
import { z } from 'zod';
import { compileNow } from '../../../followup/compile-now.ts';
import { openFrozen } from '../../../followup/freeze-report.ts';
import { type Writing, writeReport } from '../../../followup/render-report.ts';
import { ReportFormat } from '../../../followup/report-format.ts';
import { listSnapshots } from '../../../followup/snapshot-store.ts';
import type { DeskFile, MadeFile } from '../desk-file.ts';
import { DESK } from '../desk-setting.ts';
import type { Visit } from '../visit.ts';
import { findYear } from './report-years.ts';

const types = {
  html: 'text/html; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
} as const satisfies Record<ReportFormat, string>;

export const reportFiles: readonly DeskFile[] = ReportFormat.options.map((format) => ({
  path: `/reports/:slug/report.${format}`,
  deed: 'see-report',
  make: (visit) => makeReport(visit, format),
}));

export function toFileUrl(year: number, format: ReportFormat, number?: number): string {
  const url = `${DESK}/reports/${year}/report.${format}`;
  return number === undefined ? url : `${url}?number=${number}`;
}

/** Undefined where there is no such year, no such number, or where what was frozen is not what it was. */
async function makeReport(visit: Visit, format: ReportFormat): Promise<MadeFile | undefined> {
  const { county, language } = visit.visitor;
  const { database, clock } = visit.setting.road;
  const year = await findYear(visit);
  if (year === undefined) return undefined;
  const { number } = Asked.parse(visit.query);
  const found =
    number === undefined
      ? await compileNow(database, { countyId: county.id, year, format, now: clock.now() })
      : await findFrozen(visit, year, number);
  if (!found) return undefined;
  const ending = number === undefined ? '' : `-${number}`;
  return {
    bytes: writeReport({ ...found, format, language }),
    type: types[format],
    // A page is read in the browser; its styles stand in it.
    ...(format === 'html' ? { hasOwnStyle: true } : { name: `samverk-${county.id}-${year}${ending}.${format}` }),
  };
}

const Asked = z.object({ number: z.coerce.number().int().positive().optional().catch(undefined) });

async function findFrozen(
  { setting, visitor }: Visit,
  year: number,
  number: number,
): Promise<Pick<Writing, 'report' | 'raw'> | undefined> {
  const { db } = setting.road.database;
  const snapshots = await listSnapshots(db, { countyId: visitor.county.id, year });
  const snapshot = snapshots.find((one) => one.number === number);
  if (!snapshot) return undefined;
  const opened = await openFrozen(db, snapshot);
  return 'report' in opened ? opened : undefined;
}
