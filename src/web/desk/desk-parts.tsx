// What several pages of the desk are made of: sections, lines, badges, and words for what is not there.
import type { ComponentChildren } from 'preact';

export interface SectionProps {
  /** Makes the heading's id. */
  readonly id: string;
  readonly title: string;
  readonly children: ComponentChildren;
}

export function Section({ id, title, children }: SectionProps) {
  return (
    <section class="ds-card stack card" aria-labelledby={`${id}-title`} id={id}>
      <h2 class="ds-heading" data-size="xs" id={`${id}-title`}>
        {title}
      </h2>
      {children}
    </section>
  );
}

export interface LinesProps<One> {
  readonly of: readonly One[];
  /** Said where there is none. */
  readonly none: string;
  readonly keyOf: (one: One) => string;
  readonly show: (one: One) => ComponentChildren;
}

/** One under another, each with a line above it. */
export function Lines<One>({ of, none, keyOf, show }: LinesProps<One>) {
  if (of.length === 0) return <p class="quiet">{none}</p>;
  return (
    <ul class="plain">
      {of.map((one) => (
        <li key={keyOf(one)} class="line stack tight">
          {show(one)}
        </li>
      ))}
    </ul>
  );
}

export interface BadgeProps {
  readonly tone: 'neutral' | 'info' | 'success' | 'warning' | 'danger';
  readonly children: ComponentChildren;
}

/** A word that stands out. The word says it; the colour only helps. */
export function Badge({ tone, children }: BadgeProps) {
  return (
    <span class="ds-tag" data-color={tone}>
      {children}
    </span>
  );
}

export interface Fact {
  readonly label: string;
  readonly value: ComponentChildren;
}

export function Facts({ of }: { readonly of: readonly (Fact | undefined)[] }) {
  return (
    <dl class="stack tight facts">
      {of.flatMap((fact) =>
        fact ? (
          <div key={fact.label}>
            <dt>{fact.label}</dt>
            <dd class="text">{fact.value}</dd>
          </div>
        ) : (
          []
        ),
      )}
    </dl>
  );
}
