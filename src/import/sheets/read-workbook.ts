// Reads the sheets of an Excel workbook (.xlsx).

import { unzipSync } from 'fflate';
import { type CellFormats, findBuiltInCode } from './cell-format.ts';
import { readWorksheet } from './read-worksheet.ts';
import type { NamedBytes, Sheet } from './sheet.ts';
import { MOST } from './sheet.ts';
import { UnreadableSheet } from './unreadable-sheet.ts';
import { walkXml } from './walk-xml.ts';

type Parts = Readonly<Record<string, Uint8Array>>;

/** @throws UnreadableSheet where it is no workbook, or too large a one */
export function readWorkbook({ name, bytes }: NamedBytes): readonly Sheet[] {
  try {
    const parts = unpack(bytes);
    const { sheets, isFrom1904 } = readContents(parts);
    const formats = { codes: readFormats(parts['xl/styles.xml']), isFrom1904 };
    const shared = readSharedTexts(parts['xl/sharedStrings.xml']);
    return sheets.flatMap((sheet) => {
      const part = parts[sheet.part];
      return part ? [{ file: name, name: sheet.name, rows: readWorksheet(part, { formats, shared }) }] : [];
    });
  } catch (error) {
    if (error instanceof UnreadableSheet) throw error;
    throw new UnreadableSheet(({ sheet }) => sheet.notReadable, { cause: error });
  }
}

/** The sizes that the archive claims are what is reserved for its parts; one that lies is cut there, and cannot be read. */
function unpack(bytes: Uint8Array): Parts {
  let size = 0;
  const parts = unzipSync(bytes, {
    filter({ name, originalSize }) {
      if (!/^xl\/.*\.(xml|rels)$/.test(name)) return false;
      size += originalSize;
      if (size > MOST.unpacked) throw new UnreadableSheet(({ sheet }) => sheet.tooLargeUnpacked);
      return true;
    },
  });
  if (!parts['xl/workbook.xml']) throw new UnreadableSheet(({ sheet }) => sheet.noWorkbook);
  return parts;
}

interface Contents {
  readonly sheets: readonly { readonly name: string; readonly part: string }[];
  readonly isFrom1904: boolean;
}

function readContents(parts: Parts): Contents {
  const targets = new Map<string, string>();
  walkXml(parts['xl/_rels/workbook.xml.rels'] ?? NOTHING, {
    open(tag, { Id = '', Target = '' }) {
      if (tag === 'Relationship') targets.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
    },
  });
  const sheets: { name: string; part: string }[] = [];
  let isFrom1904 = false;
  walkXml(parts['xl/workbook.xml'] ?? NOTHING, {
    open(tag, attributes) {
      if (tag === 'workbookPr') isFrom1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
      if (tag !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      sheets.push({ name: attributes.name ?? '', part: targets.get(id) ?? '' });
    },
  });
  return { sheets, isFrom1904 };
}

const NOTHING = new TextEncoder().encode('<none/>');

/** The format codes by style. */
function readFormats(part: Uint8Array | undefined): CellFormats['codes'] {
  const own = new Map<number, string>();
  const codes: (string | undefined)[] = [];
  let isInStyles = false;
  walkXml(part ?? NOTHING, {
    open(tag, { numFmtId = '0', formatCode = '' }) {
      if (tag === 'numFmt') own.set(Number(numFmtId), formatCode);
      if (tag === 'cellXfs') isInStyles = true;
      if (tag === 'xf' && isInStyles) codes.push(own.get(Number(numFmtId)) ?? findBuiltInCode(Number(numFmtId)));
    },
    close(tag) {
      if (tag === 'cellXfs') isInStyles = false;
    },
  });
  return codes;
}

/** A text may come in runs of different looks; how it is pronounced (`rPh`) is no part of it. */
function readSharedTexts(part: Uint8Array | undefined): readonly string[] {
  const texts: string[] = [];
  let text = '';
  let [isText, isSpoken] = [false, false];
  walkXml(part ?? NOTHING, {
    open(tag) {
      if (tag === 'si') text = '';
      if (tag === 'rPh') isSpoken = true;
      isText = tag === 't' && !isSpoken;
    },
    text(more) {
      if (isText) text += more;
    },
    close(tag) {
      if (tag === 'si') texts.push(text);
      if (tag === 'rPh') isSpoken = false;
      if (tag === 't') isText = false;
    },
  });
  return texts;
}
