// One round: a child does its work, is killed and started again, until it is done; then what was sent and kept is counted.
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../src/database/open.ts';
import { readArrivals, readLines } from './foreign-platform.ts';
import type { Amount, Ground } from './kill-ground.ts';
import { recordsIn, type Orders } from './kill-orders.ts';
import { startProcess } from './second-process.ts';
import type { Step } from './sudden-death.ts';

const CHILD = new URL('./killed-road.ts', import.meta.url);

/** When a child is to die: so long after it has opened, or at a step of the way. */
export type End = { readonly afterMs: number } | { readonly step: Step; readonly time: number };

export interface Round extends Amount {
  readonly ground: Ground;
  readonly acts: number;
  readonly ends: readonly End[];
  /** Waits for the lock of the dead as another process would have to. */
  readonly keepsLock: boolean;
}

/** @returns how many messages had arrived at each death */
export async function runRound(round: Round): Promise<readonly number[]> {
  const { arrivals } = recordsIn(round.ground.folder);
  const deaths: number[] = [];
  for (const end of [...round.ends, undefined]) {
    const isDone = await runChild(round, end);
    if (isDone) return deaths;
    deaths.push(readArrivals(arrivals).length);
    if (!round.keepsLock) await round.ground.unlock();
  }
  throw new Error('The last child, which nobody killed, did not finish.');
}

async function runChild({ ground, crowd, occurrences, acts, dueAt }: Round, end: End | undefined): Promise<boolean> {
  const dieAt = end && 'step' in end ? end : undefined;
  const orders = { ...ground.options, records: ground.folder, crowd, deliveries: crowd * occurrences, acts, dueAt, dieAt };
  const child = startProcess(CHILD, [JSON.stringify(orders satisfies Orders)]);
  const killing = end && 'afterMs' in end ? killAfter(end.afterMs) : undefined;
  const lines = [await child.nextLine()];
  while (lines.at(-1) !== undefined) {
    if (lines.at(-1) === 'open') killing?.begin();
    lines.push(await child.nextLine());
  }
  const { code, errors } = await child.end();
  if (code !== 0 && code !== null) throw new Error(`A child failed by itself:\n${errors}`);
  return lines.includes('done');

  function killAfter(ms: number) {
    return { begin: () => void wait(ms).then(() => child.kill()) };
  }
}

export interface Count {
  readonly arrived: number;
  readonly twice: number;
  readonly lost: number;
  readonly receipts: number;
  readonly receiptsWithoutReply: number;
  readonly acts: number;
  readonly replies: number;
}

/** What the foreign record and the members say, beside what the database says. */
export async function countRound({ ground, crowd, occurrences }: Round): Promise<Count> {
  const files = recordsIn(ground.folder);
  const arrivals = readArrivals(files.arrivals).map(({ key }) => key);
  const database = await ground.open();
  try {
    const wanted = await listWanted(database);
    if (wanted.length !== crowd * occurrences) throw new Error(`${wanted.length} deliveries were written.`);
    const arrived = new Set<string>(arrivals);
    const replies = await listReplies(database);
    const receipts = readLines(files.receipts).map(([key, receipt]) => ({ key, receipt }));
    return {
      arrived: arrived.size,
      twice: arrivals.length - arrived.size,
      lost: wanted.filter((key) => !arrived.has(key)).length,
      receipts: new Set(receipts.map(({ key }) => key)).size,
      receiptsWithoutReply: receipts.filter(({ key, receipt }) => replies.get(key ?? '') !== receipt).length,
      acts: readLines(files.acts).length,
      replies: await database.db.reply.count(),
    };
  } finally {
    await database.close();
  }
}

async function listWanted({ db }: Database): Promise<readonly string[]> {
  const occurrences = await db.occurrence.findMany({ select: { id: true, key: true } });
  const keys = new Map(occurrences.map(({ id, key }) => [id, key]));
  const deliveries = await db.delivery.findMany({ select: { occurrenceId: true, conversationId: true } });
  return deliveries.map(({ occurrenceId, conversationId }) => `${keys.get(occurrenceId)}>${conversationId}`);
}

/** The receipt of the reply that each act led to, by the act's key. */
async function listReplies({ db }: Database): Promise<ReadonlyMap<string, string>> {
  const incomings = await db.incoming.findMany({ select: { id: true, key: true } });
  const keys = new Map(incomings.map(({ id, key }) => [id, key]));
  const replies = await db.reply.findMany({ select: { incomingId: true, receipt: true } });
  return new Map(replies.map(({ incomingId, receipt }) => [keys.get(incomingId) ?? '', receipt]));
}
