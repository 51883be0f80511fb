// Reads the tables of a report back out of each of its files, without what wrote them.

import { parse } from 'csv-parse/sync';
import { unzipSync } from 'fflate';
import { readWorkbook } from '../../src/import/sheets/read-workbook.ts';
import { walkXml } from '../../src/import/sheets/walk-xml.ts';

/** Each table under its title: its head, its rows and its total, as the texts that somebody sees. */
export type Tables = ReadonlyMap<string, readonly (readonly string[])[]>;

export function readHtmlTables(html: string): Tables {
  const tables = [...html.matchAll(/<table[^>]*>(.*?)<\/table>/gs)].map(([, table = '']) => {
    const [, title = ''] = /<caption>(.*?)<\/caption>/s.exec(table) ?? [];
    const rows = [...table.matchAll(/<tr>(.*?)<\/tr>/gs)].map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell = '']) => toText(cell)),
    );
    return [toText(title), rows] as const;
  });
  return new Map(tables);
}

const SHAPES = { green: '●', yellow: '▲', red: '■', unrated: '○' };

function toText(html: string): string {
  const lit = Object.entries(SHAPES).reduce(
    (text, [light, shape]) => text.replace(new RegExp(`<svg class="light light-${light}".*?</svg>`, 'gs'), shape),
    html,
  );
  return lit
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
    .trim();
}

export function readDocxTables(bytes: Uint8Array): Tables {
  const part = unzipSync(bytes)['word/document.xml'];
  if (!part) throw new Error('There is no document in it.');
  const tables = new Map<string, string[][]>();
  let [heading, text] = ['', ''];
  let rows: string[][] | undefined;
  let isSaid = false;
  walkXml(part, {
    open(tag) {
      if (tag === 'tbl') rows = [];
      if (tag === 'tr') rows?.push([]);
      if (tag === 'tc' || (tag === 'p' && !rows)) text = '';
      if (tag === 'p' && rows && text !== '') text += '\n';
      isSaid = tag === 't';
    },
    text(more) {
      if (isSaid) text += more;
    },
    close(tag) {
      isSaid = false;
      if (tag === 'tc') rows?.at(-1)?.push(text);
      if (tag === 'p' && !rows && text !== '') heading = text;
      if (tag === 'tbl') {
        tables.set(heading, rows ?? []);
        rows = undefined;
      }
    },
  });
  return tables;
}

export function readCsvTables(bytes: Uint8Array): Tables {
  const records: string[][] = parse(Buffer.from(bytes), { bom: true, delimiter: ';', relax_column_count: true });
  const tables = new Map<string, string[][]>();
  let rows: string[][] = [];
  for (const record of records) {
    const [first = ''] = record;
    if (first.startsWith('## ')) {
      rows = [];
      tables.set(first.slice(3), rows);
    } else if (record.some((cell) => cell !== '')) rows.push(record);
  }
  return tables;
}

/** By the names of the sheets, which are at most 31 signs of a title. */
export function readSheetTables(bytes: Uint8Array): Tables {
  return new Map(
    readWorkbook({ name: 'report.xlsx', bytes }).map(({ name = '', rows }) => {
      const width = Math.max(0, ...rows.map(({ cells }) => Math.max(0, ...cells.keys()) + 1));
      return [name, rows.map(({ cells }) => Array.from({ length: width }, (_, n) => cells.get(n) ?? ''))] as const;
    }),
  );
}

/** The formulas of each sheet, by cell. */
export function readFormulas(bytes: Uint8Array): readonly ReadonlyMap<string, string>[] {
  return Object.entries(unzipSync(bytes))
    .filter(([name]) => name.startsWith('xl/worksheets/'))
    .map(([, part]) => {
      const xml = Buffer.from(part).toString('utf8');
      return new Map(
        [...xml.matchAll(/<c r="([A-Z]+\d+)"[^>]*><f>(.*?)<\/f>/g)].map(([, at = '', formula = '']) => [at, formula]),
      );
    });
}

/** "12 500" and "12,5 %" as numbers; texts stay. A share is one of a hundred. */
export function toNumber(cell: string): number | string {
  const plain = cell.replaceAll(/[\s\u00A0]/g, '').replace(',', '.');
  if (/^-?\d+(\.\d+)?%$/.test(plain)) return Math.round(Number(plain.slice(0, -1)) * 10) / 1000;
  return /^-?\d+(\.\d+)?(e-?\d+)?$/.test(plain) ? Number(plain) : cell;
}
