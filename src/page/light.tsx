// A traffic light as shape, word and colour, so that none of them carries it alone.
import type { Light } from '../message/form.ts';

/** The shape only: a word always stands beside it. */
export function LightShape({ light }: { readonly light: Light }) {
  return (
    <svg class={`light light-${light}`} viewBox="0 0 16 16" aria-hidden="true" focusable="false">
      <Shape light={light} />
    </svg>
  );
}

function Shape({ light }: { readonly light: Light }) {
  switch (light) {
    case 'green':
      return <circle cx="8" cy="8" r="6.5" />;
    case 'yellow':
      return <path d="M8 1.5 15 14H1z" />;
    case 'red':
      return <rect x="2" y="2" width="12" height="12" />;
    case 'unrated':
      return <circle cx="8" cy="8" r="6" />;
  }
}
