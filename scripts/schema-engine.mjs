// @ts-check
// Compares the tables that the migrations make with those of schema.prisma, with Prisma's own engine as WASM.
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { PGlite } from '@electric-sql/pglite';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import { PrismaPGlite } from 'pglite-prisma-adapter';

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * @typedef {{ schema?: string, migrations?: string }} Places
 * @param {Places} places
 */
export function findPlaces({ schema, migrations } = {}) {
  return {
    schema: schema ?? join(root, 'prisma/schema.prisma'),
    migrations: migrations ?? join(root, 'prisma/migrations'),
  };
}

/**
 * The SQL that is missing in the migrations, and the same in words. Empty when nothing is.
 * @param {Places} places
 * @returns {Promise<{ sql: string, summary: string }>}
 */
export async function diffMigrations(places) {
  const { schema, migrations } = findPlaces(places);
  const database = await PGlite.create();
  for (const sql of await readMigrations(migrations)) await database.exec(sql);
  const files = [{ path: schema, content: await readFile(schema, 'utf8') }];
  const engine = await startEngine(database, files);
  /** @param {boolean} script */
  const diff = async (script) => {
    const { stdout } = await engine.diff({
      from: { tag: 'schemaDatasource', files, configDir: dirname(schema) },
      to: { tag: 'schemaDatamodel', files },
      script,
      exitCode: true,
      filters: { externalTables: [], externalEnums: [] },
    });
    return stdout ?? '';
  };
  const [sql, summary] = [await diff(true), await diff(false)];
  await database.close();
  return sql.includes('This is an empty migration') ? { sql: '', summary: '' } : { sql, summary };
}

/** @param {string} folder */
async function readMigrations(folder) {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return Promise.all(names.sort().map((name) => readFile(join(folder, name, 'migration.sql'), 'utf8')));
}

/**
 * @param {PGlite} database
 * @param {{ path: string, content: string }[]} files
 */
async function startEngine(database, files) {
  // Node 20 cannot import .wasm, so that the glue is tied to it by hand.
  const glueFile = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const glue = await import(pathToFileURL(glueFile).href);
  const wasm = await readFile(glueFile.replace(/\.js$/, '.wasm'));
  const { instance } = await WebAssembly.instantiate(wasm, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(instance.exports);
  /** @type {any} */ (instance.exports).__wbindgen_start();
  /** @type {typeof import('@prisma/schema-engine-wasm').SchemaEngine} */
  const SchemaEngine = glue.SchemaEngine;
  const datamodels = files.map(({ path, content }) => /** @type {[string, string]} */ ([path, content]));
  const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPGlite(database));
  return SchemaEngine.new({ datamodels }, () => {}, adapter);
}
