// A cell in words: the same in every format that shows words.
import { formatNumber } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Cell, Column } from './document.ts';

/** "▲ Gul", "87,5 %", "12 500"; nothing for an empty cell. */
export function showCell(cell: Cell, { kind }: Pick<Column, 'kind'>, language: Language): string {
  if (cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (typeof cell === 'object') return textsIn(language).lights.name(cell.light);
  if (kind === 'share') return `${formatNumber(Math.round(cell * 1000) / 10, language)}\u00A0%`;
  return formatNumber(cell, language);
}
