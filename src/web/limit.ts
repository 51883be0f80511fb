// Has somebody asked too often of late? Counted in memory: each replica counts for itself.
import type { Clock } from '../clock.ts';

export interface Allowed {
  readonly most: number;
  readonly perMs: number;
}

export interface Limit {
  isOver(who: string): boolean;
  count(who: string): void;
  /** In how many seconds it is worth asking again. */
  findWait(who: string): number;
}

/** More than that at once are not kept apart: whoever came first is forgotten. */
const MOST_KEPT = 10_000;

/** So many in each span of time, which begins with the first. */
export function createLimit({ most, perMs }: Allowed, clock: Clock): Limit {
  const spans = new Map<string, { readonly until: number; count: number }>();

  const find = (who: string) => {
    const span = spans.get(who);
    if (span && span.until > clock.now().getTime()) return span;
    spans.delete(who);
    return undefined;
  };

  return {
    isOver: (who) => (find(who)?.count ?? 0) >= most,
    count(who) {
      const span = find(who);
      if (span) {
        span.count += 1;
        return;
      }
      spans.set(who, { until: clock.now().getTime() + perMs, count: 1 });
      const [oldest] = spans.keys();
      if (spans.size > MOST_KEPT && oldest !== undefined) spans.delete(oldest);
    },
    findWait: (who) => Math.ceil(((find(who)?.until ?? 0) - clock.now().getTime()) / 1000),
  };
}
