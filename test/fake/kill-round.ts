// One round: a child does its work, is killed and started again, until it is done; then what was sent and kept is counted.
import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../../src/database/open.ts';
import { readArrivals, readLines } from './foreign-platform.ts';
import type { Amount, Ground } from './kill-ground.ts';
import { type Orders, recordsIn } from './kill-orders.ts';
import { type SecondProcess, startProcess } from './second-process.ts';
import type { Step } from './sudden-death.ts';

const CHILD = new URL('./killed-road.ts', import.meta.url);

/** When a child is to die: once this share of all has arrived and been answered, or when it comes to a step of the way. */
export type End = { readonly share: number } | { readonly step: Step; readonly time: number };

export interface Round extends Amount {
  readonly ground: Ground;
  /** How many answers there are to be by the end of a child's life; the first is 0. */
  readonly acts: (life: number) => number;
  readonly ends: readonly End[];
  /** Whether the platform is in a mood, in this life and the next. */
  readonly isMoody: (life: number) => boolean;
}

/** Children one after the other, until one is done. Those that outlive a test that gave up are ended by `endAll`. */
export interface Lineage {
  /** @returns how many messages had arrived at each death */
  run(round: Round): Promise<readonly number[]>;
  endAll(): Promise<void>;
}

export function createLineage(): Lineage {
  const living = new Set<SecondProcess>();
  return {
    async run(round) {
      const { arrivals } = recordsIn(round.ground.folder);
      const deaths: number[] = [];
      for (const [life, end] of [...round.ends, undefined].entries()) {
        const child = startProcess(CHILD, [JSON.stringify(toOrders(round, life, end))]);
        living.add(child);
        const isDone = await live(round, child, end);
        living.delete(child);
        if (isDone) return deaths;
        deaths.push(readArrivals(arrivals).length);
      }
      throw new Error('The last child, which nobody killed, did not finish.');
    },
    async endAll() {
      await Promise.all([...living].map((child) => child.kill()));
      living.clear();
    },
  };
}

function toOrders(
  { ground, crowd, occurrences, acts, isMoody, dueAt }: Round,
  life: number,
  end: End | undefined,
): Orders {
  return {
    ...ground.options,
    records: ground.folder,
    crowd,
    deliveries: crowd * occurrences,
    acts: acts(life),
    isMoody: isMoody(life),
    dueAt,
    ...(end && 'step' in end ? { dieAt: end } : {}),
  };
}

/** @returns whether it was done before it was killed */
async function live(round: Round, child: SecondProcess, end: End | undefined): Promise<boolean> {
  const lines: string[] = [];
  for (let line = await child.nextLine(); line !== undefined; line = await child.nextLine()) {
    lines.push(line);
    if (line === 'open' && end && 'share' in end) void killAt(round, child, end.share);
  }
  const { code, errors } = await child.end();
  if (code !== 0 && code !== null) throw new Error(`A child failed by itself:\n${errors}`);
  return lines.includes('done');
}

const MOST_SECONDS_TO_LOOK = 60;

/** At that share of all there is to do, and a few milliseconds after. */
async function killAt({ ground, crowd, occurrences, acts }: Round, child: SecondProcess, share: number): Promise<void> {
  const { arrivals, receipts } = recordsIn(ground.folder);
  const count = () => readLines(arrivals).length + readLines(receipts).length;
  const goal = share * (crowd * occurrences + acts(0));
  for (let looks = 0; count() < goal && looks < MOST_SECONDS_TO_LOOK * 500; looks++) await wait(2);
  await wait(20 * Math.random());
  await child.kill();
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
