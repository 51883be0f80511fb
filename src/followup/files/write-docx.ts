// The report as a Word document in which an authority can go on writing: headings, tables and a table of contents.
import type { Light } from '../../message/form.ts';
import { PALE } from '../../spreadsheet/workbook-styles.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Block, Cell, Column, ReportDocument, Section, Table } from '../document/document.ts';
import { showCell } from '../document/show-cell.ts';
import { findTextWidth, packWord, type WordPart } from './word-package.ts';
import { type Heading, type WordCell, writeContents, writeHeading, writeParagraph, writeTable } from './word-xml.ts';

/** A table with more columns lies across. */
const NARROW = 7;
const HEAD = 'E8EDF2';
const FILLS = { ...PALE, unrated: 'FFFFFF' } as const satisfies Record<Light, string>;

/** @param madeAt ISO 8601: when the report was compiled */
export function writeDocx(document: ReportDocument, madeAt: string): Uint8Array {
  const { title, subtitle, language, sections } = document;
  const placed = placeSections(sections);
  const headings = placed.map(({ heading }) => heading);
  const front = [
    writeParagraph({ text: title }, 'Title'),
    writeParagraph({ text: subtitle }, 'Subtitle'),
    writeContents(textsIn(language).reports.contents, headings),
  ];
  const parts = joinAlike(placed, language);
  return packWord({
    ...{ title, language, madeAt },
    parts: parts.map(({ body, isWide }, index) => ({ isWide, body: index === 0 ? front.join('') + body : body })),
  });
}

interface Placed {
  readonly section: Section;
  readonly heading: Heading;
  readonly isWide: boolean;
}

function placeSections(sections: readonly Section[]): readonly Placed[] {
  return sections.map((section, index) => ({
    section,
    heading: { text: section.title, level: 1, number: index + 1 },
    isWide: section.blocks.some((block) => block.kind === 'table' && block.table.columns.length > NARROW),
  }));
}

/** Sections that lie the same way follow each other on the same pages. */
function joinAlike(placed: readonly Placed[], language: Language): readonly WordPart[] {
  const parts: WordPart[] = [];
  for (const one of placed) {
    const body = writeSection(one, language);
    const last = parts.at(-1);
    if (last?.isWide === one.isWide) parts[parts.length - 1] = { isWide: one.isWide, body: last.body + body };
    else parts.push({ isWide: one.isWide, body });
  }
  return parts;
}

function writeSection({ section, heading, isWide }: Placed, language: Language): string {
  const width = findTextWidth(isWide);
  // Numbers of bookmarks are the document's: those of tables go on after a thousand for each section.
  const blocks = section.blocks.map((block, index) =>
    writeBlock(block, { width, language, number: heading.number * 1000 + index }),
  );
  return writeHeading(heading) + blocks.join('');
}

interface Place {
  readonly width: number;
  readonly language: Language;
  readonly number: number;
}

function writeBlock(block: Block, place: Place): string {
  switch (block.kind) {
    case 'text':
      return writeParagraph({ text: block.text });
    case 'facts':
      return writeFacts(block.facts, place);
    case 'table': {
      const { title } = block.table;
      const heading = writeHeading({ text: title, level: 2, number: place.number });
      return `${heading}${writeRows(block.table, place)}${writeParagraph({ text: '' })}`;
    }
  }
}

function writeFacts(facts: readonly (readonly [string, string])[], { width }: Place): string {
  const widths = [Math.round(width * 0.3), Math.round(width * 0.7)];
  const rows = facts.map(([name, text]) => [{ text: name, isBold: true, fill: HEAD }, { text }]);
  return writeTable({ title: '', widths, rows });
}

function writeRows({ title, columns, rows, total }: Table, { width, language }: Place): string {
  const write = (row: readonly Cell[], isBold = false) =>
    row.map((cell, index) => ({ ...toCell(cell, columns[index], language), isBold }));
  return writeTable({
    ...{ title, widths: spread(columns, width) },
    head: columns.map((column) => ({ text: column.title, isBold: true, fill: HEAD })),
    rows: [...rows.map((row) => write(row)), ...(total ? [write(total, true)] : [])],
  });
}

function toCell(cell: Cell, column: Column | undefined, language: Language): WordCell {
  const text = showCell(cell, column ?? { kind: 'text' }, language);
  if (typeof cell === 'number') return { text, isNumber: true };
  return typeof cell === 'object' && cell !== null ? { text, fill: FILLS[cell.light] } : { text };
}

const WEIGHTS = { long: 4, text: 2.2, day: 1.8, light: 1.7, number: 1.4, share: 1.4 } as const satisfies Record<
  Column['kind'],
  number
>;

/** Long texts take more room than numbers. */
function spread(columns: readonly Column[], width: number): readonly number[] {
  const sum = columns.reduce((all, { kind }) => all + WEIGHTS[kind], 0);
  return columns.map(({ kind }) => Math.floor((WEIGHTS[kind] / sum) * width));
}
