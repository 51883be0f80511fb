// May this call be made now? Slack counts each method in each workspace, and tells whom to wait, and for how long.
import { setTimeout as wait } from 'node:timers/promises';
import type { Db } from '../../database/open.ts';
import { PlatformError } from '../../errors.ts';
import { countCall } from './slack-calls-store.ts';
import { callsPerMinute, sharedCalls } from './slack-limits.ts';

export interface Passing {
  readonly teamId: string;
  readonly method: string;
  /** Where it is a post: Slack counts each channel by itself. */
  readonly channelId?: string | undefined;
}

export interface Gate {
  /** @throws PlatformError "later" where it would wait for long */
  enter(passing: Passing): Promise<void>;
  /** Has Slack asked to wait since? @throws PlatformError "later" */
  check(passing: Passing): void;
  /** Slack said so. It is waited for there, and nowhere else. */
  hush(passing: Passing, ms: number): void;
  /** Slack took one in. */
  greet(passing: Passing): void;
}

/** So long is waited here; longer by whoever asked. */
const PATIENCE_MS = 1_500;
const MINUTE_MS = 60_000;
/** Slack counts by arrival, and some arrive sooner than others. */
const SPARE_MS = 500;
/** So many refusals without a post that was taken in between mean that the whole workspace is to wait, not its channels. */
const MOST_REFUSED = 3;

/** @param now milliseconds that never go back, since the process began */
export function createGate(db: Db, now = () => performance.now()): Gate {
  const calls = new Map<string, number[]>();
  const quiet = new Map<string, { readonly lane: string; readonly until: number }>();
  const refused = new Map<string, number>();

  function findHush({ teamId, method, channelId }: Passing): number {
    const at = now();
    const lane = nameLane(teamId, method);
    for (const [name, { until }] of quiet) if (until <= at) quiet.delete(name);
    const own = quiet.get(`${lane} ${channelId ?? ''}`)?.until ?? at;
    const others = [...quiet.values()].filter((one) => one.lane === lane).map(({ until }) => until);
    const isWorkspace = (refused.get(lane) ?? 0) >= MOST_REFUSED && others.length > 0;
    return Math.max(own, isWorkspace ? Math.min(...others) : at) - at;
  }

  /** Counts it, where there is room for it. @returns 0, or in how many milliseconds there will be */
  async function takeTurn({ teamId, method }: Passing): Promise<number> {
    const most = callsPerMinute[method];
    if (most === undefined) return 0;
    const at = now();
    if (sharedCalls.has(method)) {
      const call = { teamId, method, most, perMs: MINUTE_MS + SPARE_MS };
      return countCall(db, { ...call, now: performance.timeOrigin + at });
    }
    const recent = (calls.get(nameLane(teamId, method)) ?? []).filter((time) => time > at - MINUTE_MS);
    const ms = (recent.at(-most) ?? Number.NEGATIVE_INFINITY) + MINUTE_MS - at;
    calls.set(nameLane(teamId, method), ms > 0 ? recent : [...recent, at]);
    return Math.max(0, ms);
  }

  return {
    async enter(passing) {
      for (;;) {
        const ms = findHush(passing) || (await takeTurn(passing));
        if (ms <= 0) break;
        if (ms > PATIENCE_MS) refuseForNow(passing.method, ms);
        await wait(Math.ceil(ms));
      }
    },
    check(passing) {
      const ms = findHush(passing);
      if (ms > 0) refuseForNow(passing.method, ms);
    },
    hush(passing, ms) {
      const lane = nameLane(passing.teamId, passing.method);
      quiet.set(`${lane} ${passing.channelId ?? ''}`, { lane, until: now() + ms });
      refused.set(lane, (refused.get(lane) ?? 0) + 1);
    },
    greet({ teamId, method }) {
      refused.delete(nameLane(teamId, method));
    },
  };
}

function nameLane(teamId: string, method: string): string {
  return `${teamId} ${method}`;
}

function refuseForNow(method: string, ms: number): never {
  throw new PlatformError(`Slack takes no ${method} for another ${Math.ceil(ms / 1_000)} s. It is tried again then.`, {
    verdict: 'later',
    code: 'rate-limited',
    retryAfterMs: Math.ceil(ms),
    isUntried: true,
  });
}
