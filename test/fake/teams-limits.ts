// Microsoft's documented limits, kept by arrival as a sliding window: who came too often?
// https://learn.microsoft.com/microsoftteams/platform/bots/how-to/rate-limit

export interface Window {
  readonly count: number;
  readonly perMs: number;
}

/** One bot in one conversation: posts and changes. */
export const SENDS: readonly Window[] = [
  { count: 7, perMs: 1_000 },
  { count: 8, perMs: 2_000 },
  { count: 60, perMs: 30_000 },
  { count: 1_800, perMs: 3_600_000 },
];

/** One bot in one conversation: its members. */
export const ROSTERS: readonly Window[] = [
  { count: 14, perMs: 1_000 },
  { count: 16, perMs: 2_000 },
  { count: 120, perMs: 30_000 },
  { count: 3_600, perMs: 3_600_000 },
];

/** One app in one tenant, whatever it asks. Some pages say 50. */
export const TENANT: readonly Window[] = [{ count: 30, perMs: 1_000 }];

/** Between these two it arrived. */
export interface Moment {
  readonly notBefore: number;
  readonly at: number;
}

export interface Turnstile {
  /** Counts an arrival. @returns how long to stay away, where it was one too many, however one counts */
  enter(scope: string, windows: readonly Window[], moment: Moment): number | undefined;
}

export function createTurnstile(): Turnstile {
  const arrivals = new Map<string, readonly Moment[]>();
  return {
    enter(scope, windows, moment) {
      const before = arrivals.get(scope) ?? [];
      arrivals.set(scope, [...before, moment].slice(-2_000));
      const waits = windows.flatMap(({ count, perMs }) => {
        const free = (before.at(-count)?.notBefore ?? Number.NEGATIVE_INFINITY) + perMs;
        return free > moment.at ? [free - moment.at] : [];
      });
      return waits.length === 0 ? undefined : Math.max(...waits);
    },
  };
}

/** The shortest time from the first to the last of so many, when each comes as early as it may. */
export function findShortestSpan(count: number, windows: readonly Window[]): number {
  const times: number[] = [];
  for (let n = 0; n < count; n++) {
    const earliest = windows.map((window) => (times[n - window.count] ?? -window.perMs) + window.perMs);
    times.push(Math.max(times.at(-1) ?? 0, ...earliest));
  }
  return times.at(-1) ?? 0;
}
