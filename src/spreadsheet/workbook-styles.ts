// How do the cells of a workbook look: text, numbers, shares, headings, and the colours of the lights?

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';

/** The place of each style among the cell formats below. */
export const STYLE = {
  text: 1,
  header: 2,
  number: 3,
  share: 4,
  boldNumber: 5,
  boldShare: 6,
  green: 7,
  yellow: 8,
  red: 9,
  unrated: 1,
} as const;

/** 49 is text; from 164 on a workbook defines its own. Source: ECMA-376 Part 1, 18.8.30. */
const FORMATS = '<numFmts count="1"><numFmt numFmtId="164" formatCode="0.0%"/></numFmts>';
const FONTS =
  '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>';

/** Behind the lights: pale, so that the words on them keep their contrast. */
export const PALE = { green: 'C6EFCE', yellow: 'FFEB9C', red: 'FFC7CE' } as const;
const FILLS = [PALE.green, PALE.yellow, PALE.red].map(
  (colour) => `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/></patternFill></fill>`,
);
const TOP = '<alignment vertical="top" wrapText="1"/>';

const CELLS = [
  '<xf/>',
  `<xf numFmtId="49" applyNumberFormat="1" applyAlignment="1">${TOP}</xf>`,
  '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/>',
  '<xf numFmtId="0" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="164" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top"/></xf>',
  '<xf numFmtId="0" fontId="1" applyFont="1"/>',
  '<xf numFmtId="164" fontId="1" applyNumberFormat="1" applyFont="1"/>',
  ...[2, 3, 4].map(
    (fill) => `<xf numFmtId="49" fillId="${fill}" applyNumberFormat="1" applyFill="1" applyAlignment="1">${TOP}</xf>`,
  ),
];

export const STYLES = [
  `<styleSheet xmlns="${MAIN}">${FORMATS}${FONTS}`,
  `<fills count="5"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>`,
  `${FILLS.join('')}</fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>`,
  `<cellXfs count="${CELLS.length}">${CELLS.join('')}</cellXfs></styleSheet>`,
].join('');
