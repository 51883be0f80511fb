// A report as something to read: sections with texts, tables and plots. Written once; every format shows the same.
import type { Light } from '../../message/form.ts';
import type { Language } from '../../text/language.ts';
import type { Texts } from '../../text/texts.ts';
import type { LightCounts } from '../report.ts';

export type TableId = keyof Texts['reports']['tables'];

/** A light is shown as shape, word and colour; `null` is an empty cell. */
export type Cell = string | number | { readonly light: Light } | null;

export interface Column {
  readonly title: string;
  /** A share is a number from 0 to 1, shown in percent. */
  readonly kind: 'text' | 'long' | 'number' | 'share' | 'light' | 'day';
  /** Its numbers add up to something. */
  readonly isSummed?: true;
}

export interface Table {
  readonly id: TableId;
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Under the rows: sums where columns are summed, and what follows from them. */
  readonly total?: readonly Cell[];
}

/** Of what a table says; drawn where pictures can be. */
export type Plot =
  | { readonly kind: 'lights'; readonly points: readonly LightsPoint[] }
  | { readonly kind: 'bars'; readonly bars: readonly { readonly label: string; readonly count: number }[] }
  | { readonly kind: 'rates'; readonly rates: readonly RatePoint[]; readonly band: Band };

export interface LightsPoint {
  readonly label: string;
  readonly lights: LightCounts;
  readonly silent: number;
}

export interface RatePoint {
  readonly label: string;
  readonly onTime: number;
  readonly late: number;
  readonly silent: number;
}

/** Between which shares the national survey lies. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'facts'; readonly facts: readonly (readonly [string, string])[] }
  | { readonly kind: 'table'; readonly table: Table; readonly plot?: Plot };

export interface Section {
  readonly id: keyof Texts['reports']['sections'];
  readonly title: string;
  readonly blocks: readonly Block[];
}

export interface ReportDocument {
  readonly language: Language;
  readonly title: string;
  readonly subtitle: string;
  readonly sections: readonly Section[];
}

export function listTables({ sections }: ReportDocument): readonly Table[] {
  return sections.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'table' ? [block.table] : [])));
}
