// A second process: the whole road with members who answer, until all is sent and answered, or until it is killed.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import PgBoss from 'pg-boss';
import { wallClock } from '../../src/clock.ts';
import { startQueue } from '../../src/database/boss-queue.ts';
import { type Database, openDatabase } from '../../src/database/open.ts';
import { PersonId, PromptId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { openHouse, QUEUES } from '../../src/main.ts';
import type { Handle } from '../../src/platform.ts';
import { tick } from '../../src/reminders/tick.ts';
import { asOnlyTopic, CROWD, createCrowdTopic, listCrowd } from './crowd.ts';
import { appendLine, createForeignPlatform, readLines } from './foreign-platform.ts';
import { Orders, recordsIn } from './kill-orders.ts';
import { createDeath, isBeforeSending } from './sudden-death.ts';
import { createWatch } from './watched-road.ts';

/** Half a minute is the usual. Three seconds are ten times what the slowest send here takes. */
const LEASE_MS = 3_000;

const orders = Orders.parse(JSON.parse(process.argv[2] ?? '{}'));
const { people, dueAt } = { people: listCrowd(orders.crowd), dueAt: orders.dueAt };
const files = recordsIn(orders.records);
const death = createDeath(orders.dieAt);
const watch = createWatch(death);
const database = watch.database(await openDatabase({ url: orders.url, dataDir: orders.dataDir, log: silentLog }));
const queue = watch.queue(await startQueue(database, silentLog, QUEUES));
const boss = await hurry(database);
const topics = asOnlyTopic(watch.topic(createCrowdTopic({ people, asks: true, dueAt: () => dueAt })));
const road = { database, queue, clock: wallClock, log: silentLog, topics, leaseMs: LEASE_MS };
const platform = createForeignPlatform(files.arrivals, orders.isMoody, {
  arriving: () => death.comeTo('sending'),
  arrived: () => death.comeTo('arrived'),
});
// Without a platform, nothing is picked up: what is to die before a send is not overtaken by one.
const platforms = orders.dieAt && isBeforeSending(orders.dieAt.step) ? [] : [platform];
const { handle } = await openHouse(road, platforms, Math.random);
console.log('open');

const members = answerAll(handle);
while (!(await isAllSent())) {
  await tick(road);
  await wait(200);
}
await members;
await boss.stop({ graceful: false, close: false });
await queue.stop();
await database.close();
console.log('done');
process.exit();

async function isAllSent(): Promise<boolean> {
  return (await database.db.delivery.count({ where: { state: 'sent' } })) === orders.deliveries;
}

/** Those whose receipt never came ask again, with the same key; then there are new acts, until there are enough. */
async function answerAll({ take }: Handle): Promise<void> {
  const receipted = new Set(readLines(files.receipts).map(([key]) => key));
  const acts = readLines(files.acts);
  for (const [key = '', promptId, user, number] of acts) {
    if (!receipted.has(key)) await act(key, promptId, user, number);
  }
  const shares = Array.from({ length: 3 }, async (_, member) => {
    for (let n = acts.length + member; n < orders.acts; n += 3) {
      const prompts = await database.db.prompt.findMany({ select: { id: true } });
      const [prompt, person] = [pick(prompts), pick(people)];
      if (!prompt || !person) {
        n -= 3;
        await wait(20);
        continue;
      }
      const key = randomUUID();
      const number = `${Math.floor(1e9 * Math.random())}`;
      appendLine(files.acts, key, prompt.id, person, number);
      await act(key, prompt.id, person, number);
      await wait(20 * Math.random());
    }
  });
  await Promise.all(shares);

  async function act(key: string, promptId?: string, user?: string, number?: string): Promise<void> {
    const from = { platform: 'room', tenant: CROWD, user: PersonId.parse(user) } as const;
    const answers = { number: Number(number) };
    const answer = await take({ kind: 'pressed', key, from, promptId: PromptId.parse(promptId), answers });
    death.comeTo('kept');
    if (answer.kind !== 'receipt') throw new Error(`No receipt, but ${JSON.stringify(answer)}.`);
    appendLine(files.receipts, key, answer.receipt);
  }
}

function pick<T>(list: readonly T[]): T | undefined {
  return list[Math.floor(Math.random() * list.length)];
}

/** The jobs of a killed worker come back after two seconds here, not after half a minute. */
async function hurry({ executeSql }: Database): Promise<PgBoss> {
  await executeSql('update pgboss.queue set expire_seconds = 2, retry_delay = 1, retry_backoff = false');
  const maintainer = new PgBoss({ db: { executeSql }, schedule: false, migrate: false, maintenanceIntervalSeconds: 1 });
  maintainer.on('error', () => {});
  return maintainer.start();
}
