// Figures side by side, as Markdown.

export interface Row {
  readonly figure: string;
  readonly values: readonly string[];
}

export function formatTable(head: readonly string[], rows: readonly Row[]): string {
  const lines = [head, ...rows.map(({ figure, values }) => [figure, ...values])];
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => (line[column] ?? '').length)));
  const write = (cells: readonly string[]) =>
    `| ${widths.map((width, n) => (cells[n] ?? '').padEnd(width)).join(' | ')} |`;
  const [first = [], ...rest] = lines;
  return [write(first), write(widths.map((width) => '-'.repeat(width))), ...rest.map(write)].join('\n');
}

/** The middle one, which one bad moment does not move. */
export function findMedian(figures: readonly number[]): number {
  const sorted = figures.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = 0, high = 0] =
    sorted.length % 2 === 1 ? [sorted[middle], sorted[middle]] : sorted.slice(middle - 1, middle + 1);
  return (low + high) / 2;
}
