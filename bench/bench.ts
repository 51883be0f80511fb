// npm run bench: what the road carries, how late, how soon, and at what cost. See docs/benchmark.md.
import { parseArgs } from 'node:util';
import { measureContacts } from './contacts.ts';
import { type DatabaseKind, listKinds, withDatabase, withPlace } from './database.ts';
import { measureRoad } from './deliveries.ts';
import { measureLateness } from './lateness.ts';
import { measureRaw, type Setting } from './raw-jobs.ts';
import { ANSWERS_PER_QUESTION, measureReplies } from './replies.ts';
import { measureReport, type ReportCost } from './report.ts';
import { measureMemory, measureStart } from './service.ts';
import { findMedian, formatTable, type Row } from './table.ts';
import { measureYear } from './year.ts';

const PARTS = ['deliveries', 'lateness', 'replies', 'contacts', 'year', 'report', 'service'] as const;
type Part = (typeof PARTS)[number];

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { rounds: { type: 'string', default: '3' }, size: { type: 'string', default: '10000' } },
});
const rounds = Number(values.rounds);
const size = Number(values.size);
const parts = PARTS.filter((part) => positionals.length === 0 || positionals.includes(part));
const kinds = await listKinds();

/** In the portions of the outbox, as TECH.md measured pg-boss, in large portions, and all in one: nothing is ever in hand twice. */
const RAW_SETTINGS: readonly Setting[] = [
  { batchSize: 200, workers: 3 },
  { batchSize: 200, workers: 4 },
  { batchSize: 1_000, workers: 1 },
  { batchSize: size, workers: 1 },
];
const CONVERSATIONS = 50;

const measures: Record<Part, () => Promise<readonly Row[]>> = {
  deliveries: measureDeliveries,
  lateness: async () => {
    const late = await ofEach((kind) => withDatabase(kind, (database) => measureLateness(database, 1_000)));
    return [
      toRow('lateness of 1,000 due in one second, p50', late, ({ p50 }) => p50, toMs),
      toRow('lateness of 1,000 due in one second, p99', late, ({ p99 }) => p99, toMs),
    ];
  },
  replies: async () => {
    const questions = 10;
    const seconds = await ofEach((kind) => withDatabase(kind, (database) => measureReplies(database, questions)));
    return [toRow('answers receipted', seconds, (s) => (questions * ANSWERS_PER_QUESTION) / s, toRate)];
  },
  contacts: async () => {
    const took = await ofEach((kind) => withDatabase(kind, measureContacts));
    const at = (share: number) => (sorted: readonly number[]) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return [
      toRow('"kontakt" among 5,000 contacts, p50', took, at(0.5), toFineMs),
      toRow('"kontakt" among 5,000 contacts, p99', took, at(0.99), toFineMs),
    ];
  },
  year: async () => {
    const took = await ofEach((kind) => withDatabase(kind, measureYear));
    const at = (share: number) => (sorted: readonly number[]) => sorted[Math.floor(sorted.length * share)] ?? 0;
    return [
      toRow('the year of 12 groups and 400 reminders, p50', took, at(0.5), toMs),
      toRow('the year of 12 groups and 400 reminders, p95', took, at(0.95), toMs),
    ];
  },
  report: measureReports,
  service: async () => {
    const starts = await ofEach((kind) =>
      withPlace(kind, async (place) => ({ first: await measureStart(place), again: await measureStart(place) })),
    );
    const memory = await ofEach((kind) => withPlace(kind, measureMemory));
    return [
      toRow('start to first page, on nothing', starts, ({ first }) => first, toSeconds),
      toRow('start to first page, again', starts, ({ again }) => again, toSeconds),
      toRow('memory at rest, half a minute after', memory, (megabytes) => megabytes, toMegabytes),
    ];
  },
};

/** The larger ones only on PostgreSQL: an office has one county, and not a million replies. */
const REPLIES = { postgres: [10_000, 100_000, 1_000_000], embedded: [10_000, 100_000] } as const;

const rows: Row[] = [];
for (const part of parts) {
  console.error(`${part} …`);
  rows.push(...(await measures[part]()));
}
console.log(`\n${formatTable(['figure', ...kinds], rows)}\n`);
console.log(`The middle of ${rounds} rounds; Node ${process.version}, ${new Date().toISOString().slice(0, 10)}.`);

/** Once: what is compared are sizes, and filling a million takes minutes. */
async function measureReports(): Promise<readonly Row[]> {
  const found: ReportCost[][] = [];
  for (const kind of kinds) {
    const costs: ReportCost[] = [];
    for (const replies of REPLIES[kind]) costs.push(await withDatabase(kind, (db) => measureReport(db, replies)));
    found.push(costs);
  }
  return REPLIES.postgres.flatMap((replies, n) => {
    const name = `a county's report among ${replies.toLocaleString('en')} replies`;
    const pick = (write: (cost: ReportCost, first: ReportCost) => string) =>
      found.map((costs) => (costs[n] && costs[0] ? write(costs[n], costs[0]) : ''));
    return [
      { figure: name, values: pick(({ ms }) => toMs(ms)) },
      { figure: `${name}, heap meanwhile`, values: pick(({ heap }) => toMegabytes(heap)) },
      { figure: `${name}, time / that among 10,000`, values: pick(({ ms }, first) => toRatio(ms / first.ms)) },
    ];
  });
}

/** Raw and road take turns, so that a busy moment of the machine meets both. */
async function measureDeliveries(): Promise<readonly Row[]> {
  const found = await ofEach(async (kind) => {
    const raw = [];
    for (const setting of RAW_SETTINGS) {
      const seconds = await withDatabase(kind, async (database) => {
        await measureRaw(database, size / 10, setting);
        return measureRaw(database, size, setting);
      });
      raw.push(size / seconds);
    }
    const carry = (asks: boolean) =>
      withDatabase(kind, (database) =>
        measureRoad(database, size / CONVERSATIONS, { conversations: CONVERSATIONS, asks }),
      );
    return { raw, told: size / (await carry(false)), asked: size / (await carry(true)) };
  });
  type Found = (typeof found)[number][number];
  const best = ({ raw }: Found, most = raw.length) => Math.max(...raw.slice(0, most));
  return [
    ...RAW_SETTINGS.map(({ batchSize, workers }, n) =>
      toRow(`raw jobs, ${batchSize} at a time × ${workers}`, found, ({ raw }) => raw[n] ?? 0, toRate),
    ),
    toRow('deliveries, whole road', found, ({ told }) => told, toRate),
    toRow('deliveries, whole road, each with a question', found, ({ asked }) => asked, toRate),
    toRow('road / raw in the same portions', found, ({ raw, told }) => told / (raw[0] ?? 1), toRatio),
    toRow('road / raw at its best, up to 1,000 at a time', found, (one) => one.told / best(one, 3), toRatio),
    toRow('road / raw, all in one portion', found, (one) => one.told / (one.raw.at(-1) ?? 1), toRatio),
  ];
}

/** One list of rounds for each kind of database; the kinds take turns. */
async function ofEach<T>(measure: (kind: DatabaseKind) => Promise<T>): Promise<readonly (readonly T[])[]> {
  const found = kinds.map((): T[] => []);
  for (let round = 0; round < rounds; round++) {
    for (const [n, kind] of kinds.entries()) found[n]?.push(await measure(kind));
  }
  return found;
}

function toRow<T>(
  figure: string,
  found: readonly (readonly T[])[],
  pick: (one: T) => number,
  write: (figure: number) => string,
): Row {
  return { figure, values: found.map((ofKind) => write(findMedian(ofKind.map(pick)))) };
}

function toRate(perSecond: number): string {
  return `${Math.round(perSecond).toLocaleString('en')} /s`;
}

function toRatio(ratio: number): string {
  return ratio.toFixed(2);
}

function toMs(ms: number): string {
  return `${Math.round(ms)} ms`;
}

function toFineMs(ms: number): string {
  return `${ms.toFixed(1)} ms`;
}

function toSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

function toMegabytes(megabytes: number): string {
  return `${Math.round(megabytes)} MB`;
}
