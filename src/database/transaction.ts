// All of it or nothing; and what waits until all of it is true.
import type { Prisma, PrismaClient } from './generated/client.ts';

type Client = Prisma.TransactionClient;
type Then = () => void;

const waiting = new WeakMap<Client, Then[]>();

/** Long enough for a bulk import, short enough that a forgotten one does not hold up the rest for long. */
const TIMEOUT_MS = 20_000;
/** The embedded database has one session, so that transactions queue up for it. */
const MAX_WAIT_MS = 30_000;

export async function runTransaction<T>(db: PrismaClient, work: (tx: Client) => Promise<T>): Promise<T> {
  const then: Then[] = [];
  const result = await db.$transaction(
    (tx) => {
      waiting.set(tx, then);
      return work(tx);
    },
    { timeout: TIMEOUT_MS, maxWait: MAX_WAIT_MS },
  );
  for (const next of then) next();
  return result;
}

/** Does it once the transaction is committed, never when it is rolled back; outside a transaction at once. */
export function afterCommit(tx: Client, then: Then): void {
  const list = waiting.get(tx);
  if (list) list.push(then);
  else then();
}
