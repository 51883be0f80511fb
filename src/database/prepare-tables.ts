// Every table is in place before anybody asks for one: ours and those of the job queue.
import PgBoss from 'pg-boss';
import type { Log } from '../log.ts';
import type { Execute } from './execute.ts';
import { migrate } from './migrate.ts';

/** To be run by one process at a time: two first starts of the job queue's tables would race. */
export async function prepareTables(execute: Execute, log: Log): Promise<void> {
  const applied = await migrate(execute);
  if (applied.length > 0) log.info('database.migrated', { migrations: applied.length });
  const installer = new PgBoss({ db: { executeSql: execute }, supervise: false, schedule: false });
  await installer.start();
  await installer.stop({ graceful: false });
}
