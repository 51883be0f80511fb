// A table of the report on its page; a wide one can be scrolled, with the keyboard too.
import { LightShape } from '../../page/light.tsx';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Cell, Column, Table } from '../document/document.ts';
import { showCell } from '../document/show-cell.ts';

interface TableProps {
  readonly table: Table;
  readonly language: Language;
}

export function TableView({ table: { id, title, columns, rows, total }, language }: TableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keyboard (axe: scrollable-region-focusable)
    <figure class="scroll" aria-label={title} tabIndex={0}>
      <table id={`table-${id}`}>
        <caption>{title}</caption>
        <thead>
          <tr>
            {columns.map((column, index) => (
              <th key={index} scope="col" class={column.kind}>
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <Row key={index} row={row} columns={columns} language={language} />
          ))}
        </tbody>
        {total && (
          <tfoot>
            <Row row={total} columns={columns} language={language} />
          </tfoot>
        )}
      </table>
    </figure>
  );
}

interface RowProps {
  readonly row: readonly Cell[];
  readonly columns: readonly Column[];
  readonly language: Language;
}

/** Its first cell names it. */
function Row({ row: [first = null, ...rest], columns: [head, ...columns], language }: RowProps) {
  return (
    <tr>
      <th scope="row" class={head?.kind}>
        {showCell(first, head ?? { kind: 'text' }, language)}
      </th>
      {rest.map((cell, index) => (
        <td key={index} class={columns[index]?.kind}>
          <CellView cell={cell} column={columns[index] ?? { kind: 'text' }} language={language} />
        </td>
      ))}
    </tr>
  );
}

interface CellProps {
  readonly cell: Cell;
  readonly column: Pick<Column, 'kind'>;
  readonly language: Language;
}

function CellView({ cell, column, language }: CellProps) {
  if (typeof cell !== 'object' || cell === null) return <>{showCell(cell, column, language)}</>;
  return (
    <span class="lit">
      <LightShape light={cell.light} /> {textsIn(language).lights.word(cell.light)}
    </span>
  );
}
