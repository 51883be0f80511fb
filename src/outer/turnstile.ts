// May the next request leave for a platform, or would it arrive too early? Posts, answers and questions all count.
import { setTimeout as wait } from 'node:timers/promises';
import { PlatformError } from '../errors.ts';
import type { Limit, Pace } from '../platform.ts';

export interface Turn {
  readonly tenant: string;
  /** Where it is a post, or changes one. */
  readonly conversation?: string | undefined;
  /** When nobody would wait for its answer any more. */
  readonly signal?: AbortSignal | undefined;
}

export interface Turnstile {
  /**
   * Does it when nothing is in its way any more. What it throws as untried has not left, and is in the way of nobody who comes after.
   * @throws PlatformError "not-yet" where its turn does not come in time
   */
  pass<T>(turn: Turn, request: () => Promise<T>): Promise<T>;
}

/** What has left arrives within this. A process that is busy meanwhile notices later that it has passed, and so much later it is sure. */
const ARRIVES_MS = 300;
/** Of one that has died just before this one was started, nobody knows what it still sent. */
const NEWBORN_MS = 2_000;

/** Under way, until its answer came or it must have arrived. */
interface Passage {
  arrivedAt?: number;
}

/**
 * The outbox paces posts by what all replicas promised each other, to the moment of their sending. What a platform counts is
 * the moment of arrival: a request is in the way of others until it must have arrived.
 * @param now milliseconds that never go back, since the process began
 */
export function createTurnstile(pace: Pace, now = () => performance.now()): Turnstile {
  const lanes = new Map<string, Passage[]>();

  function listLanes({ tenant, conversation }: Turn) {
    const of = (scope: Limit['scope']) => pace.filter((limit) => limit.scope === scope);
    return [
      { name: `tenant ${tenant}`, limits: of('tenant') },
      ...(conversation === undefined ? [] : [{ name: `conversation ${conversation}`, limits: of('conversation') }]),
    ];
  }

  /** For how long must the next one wait, as far as can be told? */
  function findWait(name: string, limits: readonly Limit[]): number {
    const at = now();
    const longest = Math.max(0, ...limits.map(({ perMs }) => perMs));
    const kept = (lanes.get(name) ?? []).filter(({ arrivedAt = at }) => arrivedAt > at - longest);
    lanes.set(name, kept);
    const times = kept.map(({ arrivedAt = at }) => arrivedAt).toSorted((a, b) => a - b);
    return Math.max(0, ...limits.map(({ count, perMs }) => (times.at(-count) ?? findBefore(perMs)) + perMs - at));
  }

  async function waitForTurn(turn: Turn): Promise<Passage> {
    const scopes = listLanes(turn);
    for (;;) {
      const ms = Math.max(...scopes.map(({ name, limits }) => findWait(name, limits)));
      if (turn.signal?.aborted) refuseTooLate();
      if (ms <= 0) break;
      await wait(Math.ceil(ms), undefined, { signal: turn.signal }).catch(() => refuseTooLate());
    }
    const passage: Passage = {};
    for (const { name } of scopes) lanes.get(name)?.push(passage);
    return passage;
  }

  function forget(turn: Turn, passage: Passage): void {
    for (const { name } of listLanes(turn)) {
      const kept = (lanes.get(name) ?? []).filter((one) => one !== passage);
      lanes.set(name, kept);
    }
  }

  return {
    async pass(turn, request) {
      const passage = await waitForTurn(turn);
      const arrive = () => {
        passage.arrivedAt ??= now();
      };
      const timer = setTimeout(arrive, ARRIVES_MS);
      try {
        return await request();
      } catch (error) {
        if (error instanceof PlatformError && error.isUntried) forget(turn, passage);
        throw error;
      } finally {
        clearTimeout(timer);
        arrive();
      }
    },
  };
}

function refuseTooLate(): never {
  throw new PlatformError('Its turn came too late. It is tried again by itself.', {
    verdict: 'later',
    code: 'not-yet',
    isUntried: true,
  });
}

/** As if a process before this one had used up the short limits when it died. What is counted over longer is kept by the outbox. */
function findBefore(perMs: number): number {
  return perMs <= NEWBORN_MS ? 0 : Number.NEGATIVE_INFINITY;
}
