// Reads much at one moment: what others write meanwhile is not seen.
import type { Database, Tx } from './open.ts';

/** For reading alone: a write in it fails. */
export function readAtOneMoment<T>({ transaction }: Database, read: (tx: Tx) => Promise<T>): Promise<T> {
  return transaction(async (tx) => {
    // Before the first query, at which the moment is taken; said in SQL, since the embedded database's adapter would
    // say it too early, outside the transaction.
    await tx.$executeRaw`set transaction isolation level repeatable read read only`;
    return read(tx);
  });
}
