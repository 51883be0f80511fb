// The pieces of a Word document: paragraphs, headings and tables, as WordprocessingML. Source: ECMA-376 Part 1, 17.
import { escapeSigns } from '../../spreadsheet/escape-signs.ts';

export type Style = 'Title' | 'Subtitle' | 'Heading1' | 'Heading2' | 'Cell' | 'Number' | 'TOC1';

export interface Run {
  readonly text: string;
  readonly isBold?: boolean;
}

/** A line end in the text is one on the paper. */
export function writeParagraph({ text, isBold = false }: Run, style?: Style): string {
  const look = style === undefined ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`;
  return `<w:p>${look}${writeRun({ text, isBold })}</w:p>`;
}

function writeRun({ text, isBold = false }: Run): string {
  const lines = text.split('\n').map((line) => `<w:t xml:space="preserve">${toXml(line)}</w:t>`);
  return `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}${lines.join('<w:br/>')}</w:r>`;
}

export interface Heading {
  readonly text: string;
  readonly level: 1 | 2;
  /** Counted through the document: the table of contents leads here. */
  readonly number: number;
}

export function writeHeading({ text, level, number }: Heading): string {
  const mark = `<w:bookmarkStart w:id="${number}" w:name="${toAnchor(number)}"/>`;
  return `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${mark}${writeRun({ text })}<w:bookmarkEnd w:id="${number}"/></w:p>`;
}

/** A field that Word renews, filled in already so that it can be read before: each entry leads to its heading. */
export function writeContents(title: string, headings: readonly Heading[]): string {
  const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`;
  const begin = `${field('begin')}<w:r><w:instrText xml:space="preserve"> TOC \\o "1-1" \\h \\z \\u </w:instrText></w:r>${field('separate')}`;
  const entries = headings.map(({ text, number }, index) => {
    const link = `<w:hyperlink w:anchor="${toAnchor(number)}" w:history="1">${writeRun({ text })}</w:hyperlink>`;
    return `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr>${index === 0 ? begin : ''}${link}</w:p>`;
  });
  const kind =
    '<w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj></w:sdtPr>';
  const content = `${writeParagraph({ text: title, isBold: true })}${entries.join('')}<w:p>${field('end')}</w:p>`;
  return `<w:sdt>${kind}<w:sdtContent>${content}</w:sdtContent></w:sdt>`;
}

function toAnchor(number: number): string {
  return `_Toc${String(number).padStart(6, '0')}`;
}

export interface WordCell extends Run {
  readonly isNumber?: boolean;
  /** Six hexadecimal digits. */
  readonly fill?: string;
}

export interface WordTable {
  /** Read aloud by screen readers before the table. */
  readonly title: string;
  /** In twentieths of a point. */
  readonly widths: readonly number[];
  /** Comes again on each page. */
  readonly head?: readonly WordCell[];
  readonly rows: readonly (readonly WordCell[])[];
}

export function writeTable({ title, widths, head, rows }: WordTable): string {
  const look = `<w:tblPr><w:tblStyle w:val="ReportTable"/><w:tblW w:w="${add(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblCaption w:val="${toXml(title)}"/></w:tblPr>`;
  const grid = `<w:tblGrid>${widths.map((width) => `<w:gridCol w:w="${width}"/>`).join('')}</w:tblGrid>`;
  const body = rows.map((row) => writeRow(row, widths, '<w:cantSplit/>'));
  return `<w:tbl>${look}${grid}${head ? writeRow(head, widths, '<w:cantSplit/><w:tblHeader/>') : ''}${body.join('')}</w:tbl>`;
}

function writeRow(cells: readonly WordCell[], widths: readonly number[], look: string): string {
  const tags = cells.map(({ isNumber = false, fill, ...run }, index) => {
    const shade = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
    const place = `<w:tcPr><w:tcW w:w="${widths[index] ?? 0}" w:type="dxa"/>${shade}</w:tcPr>`;
    return `<w:tc>${place}${writeParagraph(run, isNumber ? 'Number' : 'Cell')}</w:tc>`;
  });
  return `<w:tr><w:trPr>${look}</w:trPr>${tags.join('')}</w:tr>`;
}

function add(numbers: readonly number[]): number {
  return numbers.reduce((sum, one) => sum + one, 0);
}

/** What Word cannot hold is written as Excel would write it, so that nothing is lost in silence. */
export function toXml(text: string): string {
  return escapeSigns(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
