// Does something in a transaction and takes all of it back: what came of it is known, and nothing of it is there.
import type { Database, Tx } from './open.ts';

export async function tryOut<T>(database: Database, work: (tx: Tx) => Promise<T>): Promise<T> {
  const seen: T[] = [];
  try {
    await database.transaction(async (tx) => {
      seen.push(await work(tx));
      throw new TakenBack();
    });
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
  }
  const [outcome] = seen;
  if (outcome === undefined) throw new Error('A trial ended without an outcome.');
  return outcome;
}

/** No failure: how a transaction is told to end without having been. */
class TakenBack extends Error {
  override readonly name = 'TakenBack';
}
