// An empty embedded database with all tables, made once and kept on disk, as making one takes four seconds.
import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dumpEmbedded } from '../../src/database/embedded.ts';
import { lockDirectory } from '../../src/database/lock.ts';
import { MIGRATIONS_FOLDER, readMigrations } from '../../src/database/migration.ts';
import { silentLog } from '../../src/log.ts';

const FOLDER = fileURLToPath(new URL('../../node_modules/.cache/samverk', import.meta.url));
/** Beside it, as the folder is emptied. */
const LOCK_FOLDER = `${FOLDER}-lock`;
const LOCK = fileURLToPath(new URL('../../package-lock.json', import.meta.url));

export async function findTemplate(): Promise<Blob> {
  const file = join(FOLDER, `template-${await describeTables()}.tar`);
  if (!(await exists(file))) await makeOnce(file);
  return new Blob([await readFile(file)]);
}

/** Changes when a migration does, or any package. */
export async function describeTables(): Promise<string> {
  const hash = createHash('sha256').update(await readFile(LOCK));
  for (const { name, checksum } of await readMigrations(MIGRATIONS_FOLDER)) hash.update(`${name} ${checksum}\n`);
  return hash.digest('hex').slice(0, 12);
}

async function makeOnce(file: string): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const release = await lockDirectory(LOCK_FOLDER, { patienceMs: 60_000 });
  try {
    if (await exists(file)) return;
    for (const old of await readdir(FOLDER)) await rm(join(FOLDER, old), { force: true, recursive: true });
    const dump = await dumpEmbedded(silentLog);
    await writeFile(`${file}.part`, Buffer.from(await dump.arrayBuffer()));
    await rename(`${file}.part`, file);
  } finally {
    await release();
  }
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
