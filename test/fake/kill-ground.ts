// Databases for processes that will be killed: each with a crowd and everything due at once, in a place that outlives them.
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openEmbedded } from '../../src/database/embedded.ts';
import { type Database, type DatabaseOptions, openDatabase } from '../../src/database/open.ts';
import { SubjectId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import { planSubject } from '../../src/reminders/plan-ahead.ts';
import { CROWD, createCrowdTopic, listCrowd, type Places, settleCrowd } from './crowd.ts';
import { findTemplate } from './embedded-template.ts';
import type { DatabaseKind } from './test-database.ts';
import { createThrowAway } from './throw-away-postgres.ts';

export interface Ground {
  readonly options: Pick<DatabaseOptions, 'url' | 'dataDir'>;
  /** For the files that survive. */
  readonly folder: string;
  open(): Promise<Database>;
  remove(): Promise<void>;
}

export interface Amount extends Places {
  readonly occurrences: number;
  readonly crowd: number;
  readonly dueAt: Date;
}

export async function layGround(kind: DatabaseKind, amount: Amount): Promise<Ground> {
  const folder = await mkdtemp(join(tmpdir(), 'samverk-kill-'));
  const { options, drop } =
    kind === 'postgres' ? await onPostgres(amount) : { options: await inFolder(folder, amount), drop: async () => {} };
  return {
    options,
    folder,
    open: () => openDatabase({ ...options, log: silentLog }),
    async remove() {
      await rm(folder, { recursive: true, force: true });
      await drop();
    },
  };
}

async function onPostgres(amount: Amount) {
  const { url, drop } = await createThrowAway();
  await fill({ url }, amount);
  return { options: { url }, drop };
}

/** Filled once and then copied: opening an empty one takes four seconds. */
const filled = new Map<string, Promise<string>>();

async function inFolder(folder: string, amount: Amount) {
  const dataDir = join(folder, 'data');
  const key = JSON.stringify(amount);
  const original = filled.get(key) ?? makeOriginal(amount);
  filled.set(key, original);
  await cp(await original, dataDir, { recursive: true });
  return { dataDir };
}

async function makeOriginal(amount: Amount): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'samverk-kill-original-'));
  const empty = await openEmbedded({ dataDir, template: await findTemplate(), log: silentLog });
  await empty.close();
  await fill({ dataDir }, amount);
  return dataDir;
}

export async function removeOriginals(): Promise<void> {
  for (const folder of filled.values()) await rm(await folder, { recursive: true, force: true });
  filled.clear();
}

async function fill(options: Ground['options'], { occurrences, crowd, dueAt, ...places }: Amount): Promise<void> {
  const database = await openDatabase({ ...options, log: silentLog });
  const people = listCrowd(crowd);
  await settleCrowd(database, people, places);
  const topic = createCrowdTopic({ people, asks: true, dueAt: () => dueAt });
  await database.transaction(async (tx) => {
    for (let n = 0; n < occurrences; n++) {
      await planSubject(tx, topic, { countyId: CROWD, id: SubjectId.parse(`${CROWD}/sak-${n}`) }, dueAt);
    }
  });
  await database.close();
}
