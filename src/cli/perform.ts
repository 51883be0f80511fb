// Has a task done: by the running service where it holds the database, otherwise here.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { wallClock } from '../clock.ts';
import type { Config } from '../config.ts';
import { type Database, openDatabase } from '../database/open.ts';
import { InvalidInput } from '../errors.ts';
import type { Log } from '../log.ts';
import { createTopics } from '../main.ts';
import { findSecret } from '../web/secret.ts';
import { askDoor } from './door/door-client.ts';
import type { Desk, Task } from './tasks/task.ts';

export interface Place {
  readonly config: Config;
  readonly log: Log;
}

export async function perform<Request, Reply>(
  place: Place,
  task: Task<Request, Reply>,
  request: Request,
): Promise<Reply> {
  const { databaseUrl, dataDir } = place.config;
  task.check?.(request);
  const ask = async () => (databaseUrl === undefined ? askDoor(dataDir, task, request) : undefined);
  const answer = await ask();
  if (answer) return answer.reply;
  if (databaseUrl === undefined && task.needsDatabase) assertDatabase(dataDir);
  const database = await open(place);
  if (database instanceof InvalidInput) {
    // A service that was still opening when it was asked holds the lock, and may listen by now.
    const late = await ask();
    if (late) return late.reply;
    throw database;
  }
  return performHere(place, database, (desk) => task.run(desk, request));
}

/** @returns why not, where another process has it */
async function open({ config: { databaseUrl: url, dataDir }, log }: Place): Promise<Database | InvalidInput> {
  try {
    return await openDatabase({ url, dataDir, log });
  } catch (error) {
    const isHeld = error instanceof InvalidInput && error.findings.some(({ path }) => path === 'dataDir');
    if (isHeld) return error;
    throw error;
  }
}

async function performHere<Reply>(
  { config }: Place,
  database: Database,
  run: (desk: Desk) => Promise<Reply>,
): Promise<Reply> {
  try {
    const { publicUrl } = config;
    const topics = createTopics();
    return await run({
      ...{ database, clock: wallClock, topics, publicUrl, isService: false },
      findSecret: () => findSecret(config),
    });
  } finally {
    await database.close();
  }
}

function assertDatabase(dataDir: string): void {
  if (existsSync(join(dataDir, 'postgres'))) return;
  throw new InvalidInput(
    `There is no database in ${resolve(dataDir)} yet. \`samverk start\` or \`samverk import\` makes one; DATA_DIR says where.`,
  );
}
