// Writes rows as comma-separated text, which in Sweden is parted by semicolons.
import { guardCell } from './guard-cell.ts';

/** With a byte order mark, semicolons, decimal commas and CRLF, which Swedish Excel opens as it is meant. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const lines = rows.map((cells) => `${cells.map((cell) => quote(show(cell))).join(';')}\r\n`);
  return new TextEncoder().encode(`\uFEFF${lines.join('')}`);
}

/** Only what somebody may have written is guarded: a number below zero is a number. */
function show(cell: string | number): string {
  return typeof cell === 'number' ? String(cell).replace('.', ',') : guardCell(cell);
}

function quote(cell: string): string {
  return /[";\r\n\t,]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
