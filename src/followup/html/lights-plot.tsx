// The lights over the year's rounds: a column for each round, stacked from green at the bottom to silence at the top.
import type { Language } from '../../text/language.ts';
import { textsIn } from '../../text/texts.ts';
import type { LightsPoint } from '../document/document.ts';

const WIDTH = 640;
const HEIGHT = 260;
const BASE = HEIGHT - 30;
const TOP = 12;
/** A part that is lower has no room for its number. */
const ROOM = 15;

const PARTS = ['green', 'yellow', 'red', 'unrated', 'silent'] as const;
type Part = (typeof PARTS)[number];

interface LightsProps {
  readonly points: readonly LightsPoint[];
  readonly label: string;
  readonly language: Language;
}

export function LightsPlot({ points, label, language }: LightsProps) {
  const most = Math.max(1, ...points.map((point) => sumOf(point)));
  const step = WIDTH / Math.max(1, points.length);
  const texts = textsIn(language);
  const nameOf = (part: Part) => (part === 'silent' ? texts.reports.plot.silent : texts.lights.name(part));
  return (
    <figure class="plot">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <Stripes />
        {points.map((point, index) => (
          <Column
            key={point.label}
            point={point}
            most={most}
            middle={(index + 0.5) * step}
            width={Math.min(90, step * 0.6)}
            language={language}
          />
        ))}
        <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      </svg>
      <figcaption>
        {PARTS.map((part) => (
          <span key={part} class="key">
            <span class={`swatch part-${part}`} /> {nameOf(part)}
          </span>
        ))}
      </figcaption>
    </figure>
  );
}

/** Silence is told by stripes, so that it is no colour among colours. */
function Stripes() {
  return (
    <defs>
      <pattern id="stripes" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="6" height="6" class="part-silent-ground" />
        <line x1="0" x2="0" y1="0" y2="6" class="part-silent-line" />
      </pattern>
    </defs>
  );
}

interface ColumnProps {
  readonly point: LightsPoint;
  readonly most: number;
  readonly middle: number;
  readonly width: number;
  readonly language: Language;
}

function Column({ point, most, middle, width, language }: ColumnProps) {
  const { shape } = textsIn(language).lights;
  const scale = (BASE - TOP) / most;
  let below = 0;
  const blocks = PARTS.map((part) => {
    const count = countOf(point, part);
    const block = { part, count, height: count * scale, y: BASE - (below + count) * scale };
    below += count;
    return block;
  }).filter(({ count }) => count > 0);
  return (
    <g>
      {blocks.map(({ part, count, height, y }) => (
        <g key={part}>
          <rect class={`part part-${part}`} x={middle - width / 2} y={y} width={width} height={height} />
          {height >= ROOM && (
            <text class="on-part" x={middle} y={y + height / 2 + 4} text-anchor="middle">
              {`${part === 'silent' ? '–' : shape(part)} ${count}`}
            </text>
          )}
        </g>
      ))}
      <text x={middle} y={HEIGHT - 10} text-anchor="middle">
        {point.label}
      </text>
    </g>
  );
}

function countOf({ lights, silent }: LightsPoint, part: Part): number {
  return part === 'silent' ? silent : lights[part];
}

function sumOf(point: LightsPoint): number {
  return PARTS.reduce((sum, part) => sum + countOf(point, part), 0);
}
