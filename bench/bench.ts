// npm run bench: figures as ratios, measured in one run. docs/benchmark.md says what each means.
import { listKinds, withDatabase } from './database.ts';
import { measureRoad } from './deliveries.ts';
import { measureRaw } from './raw-jobs.ts';

const OCCURRENCES = 50;
const CONVERSATIONS = 100;
const COUNT = OCCURRENCES * CONVERSATIONS;
/** What raw jobs do best with on the machines we know. */
const RAW = { batchSize: 200, workers: 4 };

console.log(`${COUNT} deliveries through the whole road, beside as many raw pg-boss jobs\n`);
for (const kind of await listKinds()) {
  const raw = await withDatabase(kind, (database) => measureRaw(database, COUNT, RAW));
  const road = await withDatabase(kind, (database) =>
    measureRoad(database, OCCURRENCES, { conversations: CONVERSATIONS, asks: false }),
  );
  const perSecond = (seconds: number) => `${Math.round(COUNT / seconds)}/s`;
  console.log(`${kind}: raw jobs ${perSecond(raw)}, the road ${perSecond(road)}, ratio ${(raw / road).toFixed(2)}`);
}
process.exit(0);
