// What became of the messages of a batch, written down as it becomes known: in few statements, and without waiting for the slowest.
import type { Outcome } from './delivery.ts';

export interface Outcomes {
  put(outcome: Outcome): void;
  /** When all that was put is written down. @throws what the writing threw */
  end(): Promise<void>;
}

/** Those that come so shortly after each other are written down together. */
const GATHER_MS = 100;

/** @param expected once so many are there, nothing more is waited for */
export function gatherOutcomes(expected: number, writeDown: (outcomes: readonly Outcome[]) => Promise<void>): Outcomes {
  const writings: Promise<void>[] = [];
  let gathered: Outcome[] = [];
  let missing = expected;
  let timer: NodeJS.Timeout | undefined;

  function flush(): void {
    clearTimeout(timer);
    timer = undefined;
    const outcomes = gathered;
    gathered = [];
    if (outcomes.length === 0) return;
    const writing = writeDown(outcomes);
    // Thrown at the end, where somebody waits for it.
    writing.catch(() => {});
    writings.push(writing);
  }

  return {
    put(outcome) {
      gathered.push(outcome);
      missing -= 1;
      if (missing <= 0) flush();
      else timer ??= setTimeout(flush, GATHER_MS);
    },
    async end() {
      flush();
      await Promise.all(writings);
    },
  };
}
