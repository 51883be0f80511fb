// Builds a table: its title, its columns by what they are called, and the sums under it.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Block, Cell, Column, Plot, Table, TableId } from './document.ts';

/** A column by its name in the texts, or by a title of its own. */
export interface ColumnPlan extends Omit<Column, 'title'> {
  readonly title: ColumnName | { readonly own: string };
}

export type ColumnName = keyof ReturnType<typeof textsIn>['reports']['columns'];

export interface TablePlan {
  readonly id: TableId;
  readonly language: Language;
  readonly columns: readonly ColumnPlan[];
  readonly rows: readonly (readonly Cell[])[];
  /** What stands in the cells of the total that are not sums, by column. */
  readonly totals?: ReadonlyMap<number, Cell>;
  readonly plot?: Plot;
}

export function text(title: ColumnPlan['title']): ColumnPlan {
  return { title, kind: 'text' };
}

export function long(title: ColumnPlan['title']): ColumnPlan {
  return { title, kind: 'long' };
}

export function day(title: ColumnName): ColumnPlan {
  return { title, kind: 'day' };
}

export function light(title: ColumnPlan['title']): ColumnPlan {
  return { title, kind: 'light' };
}

export function sum(title: ColumnName): ColumnPlan {
  return { title, kind: 'number', isSummed: true };
}

export function number(title: ColumnName): ColumnPlan {
  return { title, kind: 'number' };
}

export function share(title: ColumnName): ColumnPlan {
  return { title, kind: 'share' };
}

/** A table without rows is said to be empty in words. */
export function buildTable(plan: TablePlan): readonly Block[] {
  const { id, language, columns, rows, plot } = plan;
  const { reports } = textsIn(language);
  if (rows.length === 0) return [{ kind: 'text', text: `${reports.tables[id]}: ${reports.none}` }];
  const titled = columns.map(
    ({ title, ...column }): Column => ({
      ...column,
      title: typeof title === 'string' ? reports.columns[title] : title.own,
    }),
  );
  const table: Table = { id, title: reports.tables[id], columns: titled, rows };
  const isSummed = columns.some((column) => column.isSummed);
  const total = isSummed ? { total: sumUp(plan, reports.total) } : {};
  return [{ kind: 'table', table: { ...table, ...total }, ...(plot && { plot }) }];
}

function sumUp({ columns, rows, totals }: TablePlan, label: string): readonly Cell[] {
  return columns.map((column, index) => {
    if (index === 0) return label;
    if (column.isSummed) return rows.reduce((sum, row) => sum + toNumber(row[index]), 0);
    return totals?.get(index) ?? null;
  });
}

function toNumber(cell: Cell | undefined): number {
  return typeof cell === 'number' ? cell : 0;
}
