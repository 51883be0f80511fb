// Brings the tables of an older database up to this version, each step once, all of a step or nothing.
import { randomUUID } from 'node:crypto';
import { Umzug } from 'umzug';
import { z } from 'zod';
import { InvalidInput } from '../errors.ts';
import type { Execute } from './execute.ts';
import { MIGRATIONS_FOLDER, type Migration, readMigrations } from './migration.ts';

/** As Prisma keeps it, so that `prisma migrate status` and `deploy` go on working for whoever has its engine. */
const CREATE_LEDGER = `
  create table if not exists _prisma_migrations (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

const Applied = z.object({ name: z.string(), checksum: z.string(), is_finished: z.boolean() });
type Applied = z.infer<typeof Applied>;

/**
 * To be run by one process at a time.
 * @returns the names of the migrations it applied
 * @throws InvalidInput when the database is not one this version can go on from
 */
export async function migrate(execute: Execute, folder: string = MIGRATIONS_FOLDER): Promise<readonly string[]> {
  const known = await readMigrations(folder);
  await execute(CREATE_LEDGER);
  const applied = await listApplied(execute);
  refuseStrangers(known, applied);
  const steps = new Umzug({
    migrations: known.map((migration) => ({ name: migration.name, up: () => apply(execute, migration) })),
    storage: {
      executed: async () => applied.map(({ name }) => name),
      // Written with the migration itself, in the same transaction.
      logMigration: async () => {},
      unlogMigration: async () => {},
    },
    logger: undefined,
  });
  return (await steps.up()).map(({ name }) => name);
}

async function listApplied(execute: Execute): Promise<readonly Applied[]> {
  const { rows } = await execute(`
    select migration_name as name, checksum, finished_at is not null as is_finished
    from _prisma_migrations where rolled_back_at is null order by migration_name`);
  return z.array(Applied).parse(rows);
}

async function apply(execute: Execute, { name, checksum, sql }: Migration): Promise<void> {
  await execute('begin');
  try {
    await execute(sql);
    await execute(
      `insert into _prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), 1)`,
      [randomUUID(), checksum, name],
    );
    await execute('commit');
  } catch (error) {
    await execute('rollback');
    throw error;
  }
}

function refuseStrangers(known: readonly Migration[], applied: readonly Applied[]): void {
  const findings = applied.flatMap(({ name, checksum, is_finished: isFinished }) => {
    const ours = known.find((migration) => migration.name === name);
    if (!ours) return [{ path: name, message: 'is in the database, but this version does not know it' }];
    if (!isFinished) return [{ path: name, message: 'was begun and never finished' }];
    if (ours.checksum !== checksum)
      return [{ path: name, message: 'is not what was applied: its file has been changed' }];
    return [];
  });
  if (findings.length === 0) return;
  throw new InvalidInput(
    `The database does not fit this version of Samverk: ${findings.map(({ path, message }) => `migration ${path} ${message}`).join('; ')}. ` +
      'Start the version that last used it, or restore the backup made before.',
    findings,
  );
}
