// A report in one of its formats. All show the same document; JSON is the report itself.
import type { Language } from '../text/language.ts';
import { composeDocument } from './document/compose-document.ts';
import { listRawTables } from './document/raw-tables.ts';
import { writeDocx } from './files/write-docx.ts';
import { writeReportCsv } from './files/write-report-csv.ts';
import { writeReportWorkbook } from './files/write-report-workbook.ts';
import { renderReportPage } from './html/report-page.tsx';
import type { RawYear } from './raw-year.ts';
import type { Report } from './report.ts';
import type { ReportFormat } from './report-format.ts';

/** The report as a page of its own, for whoever may see it. */
export function renderReport(report: Report, language: Language): string {
  return renderReportPage(composeDocument(report, language));
}

export interface Writing {
  readonly report: Report;
  /** For the formats that carry it; a frozen report has none. */
  readonly raw?: RawYear | undefined;
  readonly format: ReportFormat;
  readonly language: Language;
}

export function writeReport({ report, raw, format, language }: Writing): Uint8Array {
  const document = composeDocument(report, language);
  switch (format) {
    case 'html':
      return encode(renderReportPage(document));
    case 'docx':
      return writeDocx(document, report.compiledAt);
    case 'xlsx':
      return writeReportWorkbook(document, raw ? listRawTables(raw, language) : []);
    case 'csv':
      return writeReportCsv(document);
    case 'json':
      return encode(`${JSON.stringify({ report, ...(raw && { raw }) })}\n`);
  }
}

function encode(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
