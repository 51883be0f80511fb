// One after another: of what takes much memory, only one is made at a time.
export type TakeTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createTurns(): TakeTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work);
    // Whoever comes next waits, and does not fail with it.
    last = mine.catch(() => undefined);
    return mine;
  };
}
