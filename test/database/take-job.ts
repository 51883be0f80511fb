// A second process: takes a job and is killed while it is at it.
import { startQueue } from '../../src/database/boss-queue.ts';
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';

const [url = '', name = ''] = process.argv.slice(2);
const database = await openDatabase({ url, log: silentLog });
const queue = await startQueue(database, silentLog, [name]);
await queue.work(name, { workers: 1, batchSize: 1, pollSeconds: 0.1 }, async (batch) => {
  console.log(JSON.stringify(batch));
  await new Promise(() => {});
});
