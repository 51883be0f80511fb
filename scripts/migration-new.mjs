// @ts-check
// node scripts/migration-new.mjs <name>: writes the migration that schema.prisma asks for.
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { diffMigrations, findPlaces } from './schema-engine.mjs';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    schema: { type: 'string' },
    migrations: { type: 'string' },
    // Until the first release: throw away all migrations and write one that makes everything.
    restart: { type: 'boolean', default: false },
  },
});
const [name] = positionals;
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error('Name the migration in lower case, such as: node scripts/migration-new.mjs add_contact_phone');
  process.exit(1);
}

const { migrations } = findPlaces(values);
await mkdir(migrations, { recursive: true });
if (values.restart) await removeMigrations();
const { sql, summary } = await diffMigrations(values);
if (sql === '') {
  console.log('Nothing to do: the migrations already make what schema.prisma says.');
} else {
  const folder = join(migrations, `${new Date().toISOString().replace(/\D/g, '').slice(0, 14)}_${name}`);
  await mkdir(folder);
  await writeFile(join(folder, 'migration.sql'), sql);
  await writeFile(join(migrations, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`${summary.trim()}\n\nWritten to ${folder}/migration.sql. Read it before you commit it.`);
}

async function removeMigrations() {
  for (const entry of await readdir(migrations, { withFileTypes: true })) {
    if (entry.isDirectory()) await rm(join(migrations, entry.name), { recursive: true });
  }
}
