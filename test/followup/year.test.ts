// A played year, reported: does every total follow from the raw answers, and does every format say the same?
import { beforeAll, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { reportTask } from '../../src/cli/tasks/report-task.ts';
import type { Desk } from '../../src/cli/tasks/task.ts';
import { createMovableClock } from '../../src/clock.ts';
import { RawYear } from '../../src/followup/raw-year.ts';
import { listActivitiesOf, Report } from '../../src/followup/report.ts';
import { ReportFormat } from '../../src/followup/report-format.ts';
import { createTopics } from '../../src/main.ts';
import { checkAccess, describeInBrowser } from '../fake/browser.ts';
import { COUNTIES, FAMILY_NAME, JANUARY, playYear, YEAR } from './played-year.ts';
import {
  readCsvTables,
  readDocxTables,
  readFormulas,
  readHtmlTables,
  readSheetTables,
  type Tables,
  toNumber,
} from './read-formats.ts';
import { countRawSilent, listCurrent, listRawCheckIns, recountAttendance, recountRates } from './recount.ts';

const Json = z.object({ report: Report, raw: RawYear });

let desk: Desk;
const files = new Map<string, Readonly<Record<ReportFormat, Uint8Array>>>();

beforeAll(async () => {
  const database = await playYear();
  const clock = createMovableClock(JANUARY);
  desk = {
    ...{ database, clock, topics: createTopics(), publicUrl: 'http://127.0.0.1', isService: false },
    findSecret: async () => '',
  };
  for (const county of COUNTIES) {
    const [html, docx, xlsx, csv, json] = await Promise.all(
      (['html', 'docx', 'xlsx', 'csv', 'json'] as const).map((format) => ask(county, format)),
    );
    if (html && docx && xlsx && csv && json) files.set(county, { html, docx, xlsx, csv, json });
  }
}, 240_000);

async function ask(county: string, format: ReportFormat): Promise<Uint8Array> {
  const asked = { county, year: YEAR, format, language: 'sv', isFrozen: false };
  return Buffer.from((await reportTask.answer(desk, asked)).base64, 'base64');
}

function fileOf(county: string, format: ReportFormat): Uint8Array {
  const file = files.get(county)?.[format];
  if (!file) throw new Error(`There is no ${format} of ${county}.`);
  return file;
}

function read(county: string) {
  return Json.parse(JSON.parse(Buffer.from(fileOf(county, 'json')).toString('utf8')));
}

describe.each(COUNTIES)('%s', (county) => {
  test('has a year with answers in it, some of them late and some missing', () => {
    const { report, raw } = read(county);
    const { total } = report.rates;

    expect(raw.replies.length).toBeGreaterThan(40);
    expect(total.onTime).toBeGreaterThan(0);
    expect(total.late).toBeGreaterThan(0);
    expect(total.silent).toBeGreaterThan(0);
    expect(report.rounds.map(({ label }) => label)).toEqual(['mars', 'juni', 'september', 'december']);
  });

  test('has reply rates that follow from who was asked and what was answered first', () => {
    const { report, raw } = read(county);
    const { total, topics, groups, organisations, municipalities } = report.rates;

    const parts = [
      [recountRates(raw, JANUARY), [total]],
      [recountRates(raw, JANUARY, 'topic'), topics],
      [recountRates(raw, JANUARY, 'group'), groups],
      [recountRates(raw, JANUARY, 'organisation'), organisations],
      [recountRates(raw, JANUARY, 'municipality'), municipalities],
    ] as const;
    for (const [recounted, rates] of parts) {
      const told = rates.map(({ id, name: _, ...count }) => [id, count] as const);
      expect(new Map(told)).toEqual(recounted);
    }
  });

  test('has the lights of every round, and of each activity its latest', () => {
    const { report, raw } = read(county);
    const checkIns = listRawCheckIns(raw);

    for (const { id, lights, silent } of report.rounds) {
      const own = checkIns.filter(({ round }) => `${county}/${round}` === id).map(({ light }) => light);
      for (const light of ['green', 'yellow', 'red', 'unrated'] as const)
        expect(lights[light]).toBe(own.filter((one) => one === light).length);
      expect(silent).toBe(countRawSilent(raw, id.slice(county.length + 1)));
    }
    for (const { id, light, checkIns: told } of listActivitiesOf(report)) {
      const own = checkIns.filter(({ activity }) => activity === id);
      expect(light).toBe(own.at(-1)?.light ?? 'unrated');
      expect(told.flatMap(({ receipt }) => receipt ?? [])).toEqual(own.map(({ receipt }) => receipt));
    }
  });

  test('judges an area and a goal by their worst activity', () => {
    const { report } = read(county);
    const worst = (lights: readonly string[]) =>
      ['red', 'yellow', 'green'].find((one) => lights.includes(one)) ?? 'unrated';

    for (const area of report.areas) {
      const counted = area.goals.flatMap(({ activities }) => activities.filter(({ status }) => status !== 'cancelled'));
      expect(area.light.computed).toBe(worst(counted.map(({ light }) => light)));
      for (const { light, activities } of area.goals) {
        const own = activities.filter(({ status }) => status !== 'cancelled').map((one) => one.light);
        expect(light.computed).toBe(worst(own));
        expect(Object.values(light.counts).reduce((all, one) => all + one, 0)).toBe(own.length);
      }
    }
  });

  test('counts an organisation once for each meeting', () => {
    const { report, raw } = read(county);
    const recounted = recountAttendance(raw, report.asOf);

    expect(report.meetings.attendance.length).toBeGreaterThan(3);
    for (const { id, meetings, inRoom, digitally, declined, silent } of report.meetings.attendance) {
      const said = recounted.get(id) ?? [];
      const count = (wanted: string) => said.filter((one) => one === wanted).length;
      expect([meetings, inRoom, digitally, declined, silent]).toEqual([
        ...[said.length, count('yes'), count('digital'), count('no'), count('silent')],
      ]);
    }
    expect(report.meetings.attendance).toHaveLength(recounted.size);
  });

  test('tells of each call who is going to apply, with the receipts', () => {
    const { report, raw } = read(county);

    for (const { id, willApply, willNotApply, applicants } of report.calls) {
      const prompts = raw.prompts.filter(({ topic, subject }) => topic === 'call' && subject === id);
      const replies = prompts.flatMap((prompt) => listCurrent(raw, prompt.id));
      const yes = replies.filter(({ answers }) => answers.interest === 'yes').map(({ receipt }) => receipt);
      expect(willApply).toBe(yes.length);
      expect(willNotApply).toBe(replies.length - yes.length);
      expect(applicants.map(({ receipt }) => receipt).toSorted()).toEqual(yes.toSorted());
    }
  });

  test('tells who answered by title and organisation, and names nobody', async () => {
    const { report, raw } = read(county);
    const answered = listActivitiesOf(report).flatMap(({ checkIns }) => checkIns.flatMap(({ by }) => by ?? []));
    const called = await desk.database.db.person.findMany({ where: { countyId: county }, select: { name: true } });

    expect(called.every(({ name }) => name.endsWith(FAMILY_NAME))).toBe(true);
    expect(answered).not.toHaveLength(0);
    expect(answered.every(({ title, organisation }) => title !== '' && organisation !== '')).toBe(true);
    const named = JSON.stringify({ report, raw }).match(new RegExp(`${FAMILY_NAME}|@example\\.org`, 'g'));
    expect(named).toBeNull();
  });

  test('says the same, cell by cell, as a page, in Word, in Excel and as CSV', () => {
    const page = readHtmlTables(Buffer.from(fileOf(county, 'html')).toString('utf8'));
    const others = {
      docx: readDocxTables(fileOf(county, 'docx')),
      xlsx: readSheetTables(fileOf(county, 'xlsx')),
      csv: readCsvTables(fileOf(county, 'csv')),
    };

    expect(page.size).toBeGreaterThan(12);
    for (const [title, rows] of page) {
      for (const [format, tables] of Object.entries(others)) {
        const same = tables.get(format === 'xlsx' ? title.slice(0, 31).trim() : title);
        expect([format, title, normalise(same ?? [])]).toEqual([format, title, normalise(rows)]);
      }
    }
  });

  test('has totals that are the sums of their rows', () => {
    const page = readHtmlTables(Buffer.from(fileOf(county, 'html')).toString('utf8'));
    const summed = [...page].filter(([, rows]) => rows.at(-1)?.[0] === 'Summa');

    expect(summed.length).toBeGreaterThan(6);
    for (const [title, rows] of summed) {
      const body = rows.slice(1, -1);
      rows.at(-1)?.forEach((cell, column) => {
        if (column === 0 || cell === '' || cell.includes('%')) return;
        const sum = body.reduce((all, row) => all + Number(toNumber(row[column] || '0')), 0);
        expect([title, column, toNumber(cell)]).toEqual([title, column, sum]);
      });
    }
  });

  test('has sums in Excel that are formulas over exactly their rows', () => {
    const formulas = readFormulas(fileOf(county, 'xlsx')).flatMap((sheet) => [...sheet]);

    expect(formulas.length).toBeGreaterThan(20);
    for (const [at, formula] of formulas) {
      const [, letters, row] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
      expect(formula).toBe(`SUM(${letters}2:${letters}${Number(row) - 1})`);
    }
  });

  test('carries every raw answer in Excel', () => {
    const { raw } = read(county);
    const sheet = readSheetTables(fileOf(county, 'xlsx')).get('Alla svar') ?? [];

    expect(sheet.slice(1).map(([receipt]) => receipt)).toEqual(raw.replies.map(({ receipt }) => receipt));
  });

  test('gives the same bytes for the same rows', async () => {
    for (const format of ReportFormat.options)
      expect(Buffer.compare(await ask(county, format), fileOf(county, format))).toBe(0);
  });
});

/** Shares are rounded in words, and not in sheets. */
function normalise(rows: Tables extends ReadonlyMap<string, infer Rows> ? Rows : never) {
  return rows.map((row) =>
    row.map((cell) => {
      const value = toNumber(cell.trim());
      return typeof value === 'number' && !Number.isInteger(value) ? Math.round(value * 1000) / 1000 : value;
    }),
  );
}

test('a county that is not there is refused in plain words', async () => {
  await expect(ask('blekinje', 'html')).rejects.toThrow('There is no county "blekinje". Did you mean "blekinge"?');
});

test('somebody has answered about several activities at once', () => {
  const { raw } = read('kalmar');

  const lights = raw.replies.map(
    ({ answers }) => Object.keys(answers).filter((key) => key.startsWith('lightY')).length,
  );
  expect(Math.max(...lights)).toBeGreaterThan(1);
});

test('nothing of one county stands in the report of another', () => {
  const { report, raw } = read('blekinge');

  expect(JSON.stringify({ report, raw })).not.toMatch(/kalmar\//);
});

describeInBrowser('the page', (open) => {
  test.each(['light', 'dark'] as const)('is accessible by %s, with its plots', async (colorScheme) => {
    const page = await (await open()).newPage({ colorScheme });
    await page.setContent(Buffer.from(fileOf('blekinge', 'html')).toString('utf8'));

    const { faults, checked } = await checkAccess(page);

    expect(faults).toEqual([]);
    expect(checked).toBeGreaterThan(20);
    expect(await page.getByRole('img').count()).toBeGreaterThan(3);
    await page.close();
  });
});
