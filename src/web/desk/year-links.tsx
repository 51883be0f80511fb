// The way to the same page of another year.
export interface YearLinksProps {
  readonly label: string;
  readonly years: readonly number[];
  /** The one that is shown. */
  readonly now: number;
  readonly toUrl: (year: number) => string;
}

/** Nothing where there is no other year. */
export function YearLinks({ label, years, now, toUrl }: YearLinksProps) {
  const all = [...new Set([...years, now])].toSorted((a, b) => a - b);
  if (all.length < 2) return null;
  return (
    <nav class="row" aria-label={label}>
      {all.map((year) => (
        <a key={year} class="ds-link" href={toUrl(year)} aria-current={year === now ? 'page' : undefined}>
          {year}
        </a>
      ))}
    </nav>
  );
}
