// How many of each: a bar for each row of a table.

const WIDTH = 640;
const ROW = 30;
const LABELS = 170;
const NUMBERS = 40;

interface BarsProps {
  readonly bars: readonly { readonly label: string; readonly count: number }[];
  readonly label: string;
}

export function BarsPlot({ bars, label }: BarsProps) {
  const most = Math.max(1, ...bars.map(({ count }) => count));
  const height = bars.length * ROW + 8;
  return (
    <figure class="plot">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        {bars.map((bar, index) => {
          const y = index * ROW + 8;
          const length = (bar.count / most) * (WIDTH - LABELS - NUMBERS);
          return (
            <g key={bar.label}>
              <text x={LABELS - 10} y={y + 14} text-anchor="end">
                {bar.label}
              </text>
              <rect class="part part-count" x={LABELS} y={y} width={length} height="20" />
              <text x={LABELS + length + 8} y={y + 14}>
                {bar.count}
              </text>
            </g>
          );
        })}
      </svg>
    </figure>
  );
}
