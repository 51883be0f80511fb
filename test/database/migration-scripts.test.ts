// The tools that write migrations and look for drift.
import { cp, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MIGRATIONS_FOLDER } from '../../src/database/migration.ts';
import { startProcess } from '../fake/second-process.ts';

const DRIFT = new URL('../../scripts/migration-drift.mjs', import.meta.url);
const NEW = new URL('../../scripts/migration-new.mjs', import.meta.url);
const SCHEMA = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));

describe('migrations and schema.prisma', () => {
  let folder: string;
  let args: string[];

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'samverk-schema-'));
    await cp(MIGRATIONS_FOLDER, join(folder, 'migrations'), { recursive: true });
    await writeFile(
      join(folder, 'schema.prisma'),
      `${await readFile(SCHEMA, 'utf8')}\nmodel Newcomer {\n  id Int @id\n}\n`,
    );
    args = ['--schema', join(folder, 'schema.prisma'), '--migrations', join(folder, 'migrations')];
  });

  afterEach(() => rm(folder, { recursive: true }));

  test('a difference ends with exit code 2 and is printed; a new migration mends it', async () => {
    const drifted = await startProcess(DRIFT, args).end();
    const written = await startProcess(NEW, ['add_newcomer', ...args]).end();
    const mended = await startProcess(DRIFT, args).end();

    expect(drifted).toMatchObject({ code: 2, errors: expect.stringContaining('CREATE TABLE "Newcomer"') });
    expect(written.code).toBe(0);
    expect(mended.code).toBe(0);
    expect(await readdir(join(folder, 'migrations'))).toContainEqual(expect.stringMatching(/^\d{14}_add_newcomer$/));
  }, 90_000);
});
