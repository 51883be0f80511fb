// Does a foreign office program open the files without a complaint, and find in them what we wrote?
import { execFile, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { compileReport } from '../../src/followup/compile-report.ts';
import { composeDocument } from '../../src/followup/document/compose-document.ts';
import { listTables } from '../../src/followup/document/document.ts';
import { writeReport } from '../../src/followup/render-report.ts';
import type { Report } from '../../src/followup/report.ts';
import { CountyId } from '../../src/ids.ts';
import { createTopics } from '../../src/main.ts';
import { leaveOut } from '../fake/leave-out.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { importCounty } from '../journey/import-county.ts';

const run = promisify(execFile);
const isHere = spawnSync('soffice', ['--version']).status === 0;

describe('LibreOffice', () => {
  if (!isHere) {
    // year.test reads the same files without it.
    leaveOut('LibreOffice is not here to open the files. Install libreoffice-writer and libreoffice-calc.', {
      isOptionalInCi: true,
    });
    return;
  }

  let folder: string;
  let report: Report;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samverk-office-'));
    const database = await openTestDatabase();
    const now = new Date('2025-01-15T09:00:00Z');
    await importCounty({ database, topics: createTopics(), now }, 'blekinge');
    report = await compileReport(database.db, { countyId: CountyId.parse('blekinge'), year: 2024 }, now);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  async function convert(format: 'docx' | 'xlsx', to: string, made: string): Promise<string> {
    await writeFile(join(folder, `report.${format}`), writeReport({ report, format, language: 'sv' }));
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      to,
      '--outdir',
      folder,
      join(folder, `report.${format}`),
    ]);
    return readFile(join(folder, made), 'utf8');
  }

  test('reads every heading and the sums of the Word document', async () => {
    const text = await convert('docx', 'txt:Text (encoded):UTF8', 'report.txt');

    const document = composeDocument(report, 'sv');
    for (const { title } of [...document.sections, ...listTables(document)]) expect(text).toContain(title);
    expect(text).toContain('Uppföljning 2024, Blekinge län');
  }, 120_000);

  test('adds up the sheets of the workbook to the same totals', async () => {
    // The second sheet, each formula calculated anew.
    const to = 'csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,false,false,false,2';
    const csv = await convert('xlsx', to, 'report-Ljus per område.csv');

    const total = csv.split('\n').find((line) => line.startsWith('Summa'));
    const { green, yellow, red, unrated } = report.lights;
    expect(total).toMatch(new RegExp(`^Summa;;${green};${yellow};${red};${unrated};`));
  }, 120_000);
});
