// Has a task done: by the running service where it holds the database, otherwise here.
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { wallClock } from '../clock.ts';
import type { Config } from '../config.ts';
import type { Database } from '../database/open.ts';
import { InvalidInput } from '../errors.ts';
import type { Log } from '../log.ts';
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
  task.check?.(request);
  if (place.config.databaseUrl !== undefined)
    return performHere(place, await open(place), (desk) => task.run(desk, request));
  const found = await findWay(place, task, request);
  if ('reply' in found) return found.reply;
  return performHere(place, found.database, (desk) => task.run(desk, request));
}

/** A service that loads the examples on a slow machine takes this long before it listens. */
const PATIENCE_MS = 60_000;
const RETRY_MS = 500;

type Way<Reply> = { readonly reply: Reply } | { readonly database: Database };

/** Whoever has the directory open and lives is waited for: until it listens, or has let go. */
async function findWay<Request, Reply>(
  place: Place,
  task: Task<Request, Reply>,
  request: Request,
): Promise<Way<Reply>> {
  const { dataDir } = place.config;
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt++) {
    const answer = await askDoor(dataDir, task, request);
    if (answer) return answer;
    if (task.needsDatabase) assertDatabase(dataDir);
    const database = await open(place).catch((error: unknown) => {
      if (isHeld(error) && performance.now() - startedAt < PATIENCE_MS) return undefined;
      throw error;
    });
    if (database) return { database };
    if (attempt === 1) console.error(sayWaiting(dataDir));
    await wait(RETRY_MS);
  }
}

function sayWaiting(dataDir: string): string {
  return `Another Samverk has ${resolve(dataDir)} open and does not answer yet. Waiting for it, a minute at most.`;
}

function isHeld(error: unknown): boolean {
  return error instanceof InvalidInput && error.findings.some(({ path }) => path === 'dataDir');
}

/** Read only here: a verb that the running service does needs neither the database nor the house. */
async function open({ config: { databaseUrl: url, dataDir }, log }: Place): Promise<Database> {
  const { openDatabase } = await import('../database/open.ts');
  return openDatabase({ url, dataDir, patienceMs: 0, log });
}

async function performHere<Reply>(
  { config }: Place,
  database: Database,
  run: (desk: Desk) => Promise<Reply>,
): Promise<Reply> {
  try {
    const { createTopics } = await import('../main.ts');
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
