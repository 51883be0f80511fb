// Who answers: a bar of a hundred percent for each, on time and late, beside the band of the national survey.
import { formatNumber } from '../../text/format.ts';
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { Band, RatePoint } from '../document/document.ts';

const WIDTH = 640;
const ROW = 36;
const NUMBERS = 60;
const LENGTH = WIDTH - NUMBERS;
const TOP = 6;

interface RatesProps {
  readonly rates: readonly RatePoint[];
  readonly band: Band;
  readonly label: string;
  readonly language: Language;
}

export function RatesPlot({ rates, band, label, language }: RatesProps) {
  const { plot } = textsIn(language).reports;
  const height = rates.length * ROW + TOP + 4;
  // The band is narrow: it is drawn four units wide at least, so that it is seen.
  const [from, to] = [band.from * LENGTH, Math.max(band.to * LENGTH, band.from * LENGTH + 4)];
  return (
    <figure class="plot">
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={label}>
        {rates.map((rate, index) => (
          <Bar key={rate.label} rate={rate} y={index * ROW + TOP} language={language} />
        ))}
        <rect class="band" x={from} y={TOP} width={to - from} height={height - TOP} />
      </svg>
      <figcaption>
        <span class="key">
          <span class="swatch part-on-time" /> {plot.onTime}
        </span>
        <span class="key">
          <span class="swatch part-late" /> {plot.late}
        </span>
        <span class="key">
          <span class="swatch part-rest" /> {plot.silent}
        </span>
        <span class="key">
          <span class="swatch band-swatch" /> {plot.band} ({percent(band.from, language)}–{percent(band.to, language)}{' '}
          %)
        </span>
      </figcaption>
    </figure>
  );
}

interface BarProps {
  readonly rate: RatePoint;
  readonly y: number;
  readonly language: Language;
}

/** Where nobody's time is out, there is nothing to draw. */
function Bar({ rate: { label, onTime, late, silent }, y, language }: BarProps) {
  const due = onTime + late + silent;
  const [soon, tardy] = due === 0 ? [0, 0] : [(onTime / due) * LENGTH, (late / due) * LENGTH];
  return (
    <g>
      <text x="0" y={y + 11}>
        {label}
      </text>
      {due > 0 && (
        <>
          <rect class="part part-rest" x="0" y={y + 16} width={LENGTH} height="14" />
          <rect class="part part-on-time" x="0" y={y + 16} width={soon} height="14" />
          <rect class="part part-late" x={soon} y={y + 16} width={tardy} height="14" />
          <text x={WIDTH} y={y + 28} text-anchor="end">
            {`${percent((onTime + late) / due, language)} %`}
          </text>
        </>
      )}
    </g>
  );
}

function percent(share: number, language: Language): string {
  return formatNumber(Math.round(share * 100), language);
}
