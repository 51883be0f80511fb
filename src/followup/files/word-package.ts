// Packs a Word document (.docx): its parts, its styles, its pages. The same document, the same bytes.
import { strToU8, zipSync } from 'fflate';
import { toXml } from './word-xml.ts';

export interface WordPart {
  /** Paragraphs and tables, as XML. */
  readonly body: string;
  /** Its pages lie across. */
  readonly isWide: boolean;
}

export interface WordFile {
  readonly title: string;
  readonly language: 'sv' | 'en';
  /** ISO 8601: what the document says of its own making. */
  readonly madeAt: string;
  readonly parts: readonly WordPart[];
}

/** The longer and the shorter side of an A4 and the margin around, in twentieths of a point. */
const PAGE = { long: 16838, short: 11906, margin: 900 } as const;

/** What a table may take up. */
export function findTextWidth(isWide: boolean): number {
  return (isWide ? PAGE.long : PAGE.short) - 2 * PAGE.margin;
}

export function packWord({ title, language, madeAt, parts }: WordFile): Uint8Array {
  const files = {
    '[Content_Types].xml': TYPES,
    '_rels/.rels': writeRelations([
      ['officeDocument', 'word/document.xml', OFFICE],
      ['metadata/core-properties', 'docProps/core.xml', PACKAGE_RELATIONS],
    ]),
    'docProps/core.xml': writeCore(title, language, madeAt),
    'word/document.xml': writeDocument(parts),
    'word/styles.xml': writeStyles(language),
    'word/settings.xml': SETTINGS,
    'word/footer1.xml': FOOTER,
    'word/_rels/document.xml.rels': writeRelations([
      ['styles', 'styles.xml', OFFICE],
      ['settings', 'settings.xml', OFFICE],
      ['footer', 'footer1.xml', OFFICE],
    ]),
  };
  const zipped = Object.fromEntries(Object.entries(files).map(([name, xml]) => [name, strToU8(HEAD + xml)]));
  return zipSync(zipped, { mtime: FIXED_DAY });
}

const FIXED_DAY = '1980-02-01T12:00:00';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const PACKAGE_RELATIONS = `${PACKAGE}/relationships`;
const WORD_ML = 'application/vnd.openxmlformats-officedocument.wordprocessingml';

const TYPES = [
  `<Types xmlns="${PACKAGE}/content-types">`,
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  ...['document.main', 'styles', 'settings'].map(
    (kind) => `<Override PartName="/word/${kind.split('.')[0]}.xml" ContentType="${WORD_ML}.${kind}+xml"/>`,
  ),
  `<Override PartName="/word/footer1.xml" ContentType="${WORD_ML}.footer+xml"/>`,
  '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>',
  '</Types>',
].join('');

function writeRelations(relations: readonly (readonly [type: string, target: string, base: string])[]): string {
  const tags = relations.map(
    ([type, target, base], index) => `<Relationship Id="rId${index + 1}" Type="${base}/${type}" Target="${target}"/>`,
  );
  return `<Relationships xmlns="${PACKAGE_RELATIONS}">${tags.join('')}</Relationships>`;
}

function writeCore(title: string, language: string, madeAt: string): string {
  const at = new Date(madeAt).toISOString().replace(/\.\d+Z$/, 'Z');
  const stamp = (name: string) => `<dcterms:${name} xsi:type="dcterms:W3CDTF">${at}</dcterms:${name}>`;
  const spaces = [
    `xmlns:cp="${PACKAGE}/metadata/core-properties"`,
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
  ];
  return `<cp:coreProperties ${spaces.join(' ')}><dc:title>${toXml(title)}</dc:title><dc:creator>Samverk</dc:creator><dc:language>${language}</dc:language>${stamp('created')}${stamp('modified')}</cp:coreProperties>`;
}

function writeDocument(parts: readonly WordPart[]): string {
  const body = parts.map((part, index) => {
    const section = writeSection(part);
    // The last part's pages are the document's own; another part ends with a paragraph that says how its pages lay.
    return `${part.body}${index === parts.length - 1 ? section : `<w:p><w:pPr>${section}</w:pPr></w:p>`}`;
  });
  return `<w:document xmlns:w="${WORD}" xmlns:r="${OFFICE}"><w:body>${body.join('')}</w:body></w:document>`;
}

function writeSection({ isWide }: WordPart): string {
  const { long, short, margin } = PAGE;
  const size = isWide ? `w:w="${long}" w:h="${short}" w:orient="landscape"` : `w:w="${short}" w:h="${long}"`;
  const around = `w:top="${margin}" w:right="${margin}" w:bottom="${margin}" w:left="${margin}" w:header="450" w:footer="450" w:gutter="0"`;
  return `<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz ${size}/><w:pgMar ${around}/></w:sectPr>`;
}

const SETTINGS = `<w:settings xmlns:w="${WORD}"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat></w:settings>`;

const FOOTER = `<w:ftr xmlns:w="${WORD}"><w:p><w:pPr><w:jc w:val="right"/></w:pPr><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>`;

/** Sizes are in half points, spaces in twentieths of a point. */
function writeStyles(language: WordFile['language']): string {
  const locale = language === 'sv' ? 'sv-SE' : 'en-GB';
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:lang w:val="${locale}"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120"/></w:pPr></w:pPrDefault></w:docDefaults>`;
  return [
    `<w:styles xmlns:w="${WORD}">${defaults}`,
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>',
    writeStyle('Title', 'Title', '<w:spacing w:after="60"/>', '<w:b/><w:sz w:val="44"/>'),
    writeStyle('Subtitle', 'Subtitle', '<w:spacing w:after="240"/>', '<w:color w:val="444444"/><w:sz w:val="24"/>'),
    writeStyle(
      'Heading1',
      'heading 1',
      '<w:keepNext/><w:spacing w:before="360" w:after="120"/><w:outlineLvl w:val="0"/>',
      '<w:b/><w:sz w:val="30"/>',
    ),
    writeStyle(
      'Heading2',
      'heading 2',
      '<w:keepNext/><w:spacing w:before="240" w:after="80"/><w:outlineLvl w:val="1"/>',
      '<w:b/><w:sz w:val="24"/>',
    ),
    writeStyle('TOC1', 'toc 1', '<w:spacing w:after="40"/>', ''),
    writeStyle('Cell', 'Table text', '<w:spacing w:after="0"/>', '<w:sz w:val="17"/>'),
    writeStyle('Number', 'Table number', '<w:spacing w:after="0"/><w:jc w:val="right"/>', '<w:sz w:val="17"/>'),
    writeTableStyle(),
    '</w:styles>',
  ].join('');
}

function writeStyle(id: string, name: string, paragraph: string, run: string): string {
  const looks = `<w:pPr>${paragraph}</w:pPr>${run === '' ? '' : `<w:rPr>${run}</w:rPr>`}`;
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/>${looks}</w:style>`;
}

function writeTableStyle(): string {
  const line = (side: string) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="B0B8C0"/>`;
  const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map(line).join('');
  const inside = (side: string, width: number) => `<w:${side} w:w="${width}" w:type="dxa"/>`;
  const margins = [inside('top', 30), inside('left', 70), inside('bottom', 30), inside('right', 70)].join('');
  return `<w:style w:type="table" w:styleId="ReportTable"><w:name w:val="Report table"/><w:tblPr><w:tblBorders>${borders}</w:tblBorders><w:tblCellMar>${margins}</w:tblCellMar></w:tblPr></w:style>`;
}
