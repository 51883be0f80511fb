// A second process: the whole road to Teams, until all is sent, or until it is killed.
import { setTimeout as wait } from 'node:timers/promises';
import { wallClock } from '../../src/clock.ts';
import { startQueue } from '../../src/database/boss-queue.ts';
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { openHouse, QUEUES } from '../../src/main.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import { tick } from '../../src/reminders/tick.ts';
import { asOnlyTopic, createCrowdTopic, listCrowd } from './crowd.ts';
import { TOKEN_ISSUER } from './teams-identity.ts';
import { LoadOrders } from './teams-load-orders.ts';

const orders = LoadOrders.parse(JSON.parse(process.argv[2] ?? '{}'));
const { clientId, clientSecret, login, openIdMetadata, graph, tenant, dueAt } = orders;
const database = await openDatabase({ url: orders.url, dataDir: orders.dataDir, log: silentLog });
const queue = await startQueue(database, silentLog, QUEUES);
const topics = asOnlyTopic(createCrowdTopic({ people: listCrowd(orders.crowd), asks: true, dueAt: () => dueAt }));
const road = { database, queue, clock: wallClock, log: silentLog, topics, leaseMs: orders.leaseMs };
const teams = createTeams({
  config: { kind: 'microsoft', clientId, tenantId: tenant, credential: { kind: 'secret', secret: clientSecret } },
  db: database.db,
  clock: wallClock,
  log: silentLog,
  isTenantAllowed: async () => true,
  endpoints: { login, openIdMetadata, graph, issuer: TOKEN_ISSUER },
});
await openHouse(road, [teams], Math.random);
console.log('open');

while (!(await isAllDone())) {
  await tick(road);
  await wait(200);
}
await queue.stop();
await database.close();
console.log('done');
process.exit();

async function isAllDone(): Promise<boolean> {
  return (await database.db.delivery.count({ where: { state: { in: ['sent', 'failed'] } } })) === orders.deliveries;
}
