// A year as it stands now, for a format: the report, and what it was counted from where the format carries that.
import type { Instant } from '../calendar/zone.ts';
import { readAtOneMoment } from '../database/one-moment.ts';
import type { Database } from '../database/open.ts';
import { readCounty } from '../directory/county-store.ts';
import { compileReport } from './compile-report.ts';
import { readRawYear } from './raw-year-store.ts';
import type { Writing } from './render-report.ts';
import type { YearOfCounty } from './reply-rate-store.ts';
import { carriesRaw, type ReportFormat } from './report-format.ts';

export interface CompilingNow extends YearOfCounty {
  readonly format: ReportFormat;
  readonly now: Instant;
}

/** All of it as it stands at one moment, so that its figures agree with each other and with what they were counted from. */
export function compileNow(
  database: Database,
  { countyId, year, format, now }: CompilingNow,
): Promise<Pick<Writing, 'report' | 'raw'>> {
  return readAtOneMoment(database, async (tx) => {
    const report = await compileReport(tx, { countyId, year }, now);
    if (!carriesRaw(format)) return { report };
    const { timeZone } = await readCounty(tx, countyId);
    return { report, raw: await readRawYear(tx, { countyId, year }, timeZone) };
  });
}
