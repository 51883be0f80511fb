// @ts-check
// node scripts/migration-drift.mjs: do the migrations make what schema.prisma says? Exit 0 when they do, 2 when not.
import { parseArgs } from 'node:util';
import { diffMigrations } from './schema-engine.mjs';

const { values } = parseArgs({ options: { schema: { type: 'string' }, migrations: { type: 'string' } } });
const { sql, summary } = await diffMigrations(values);
if (sql === '') {
  console.log('No drift: the migrations make what schema.prisma says.');
} else {
  console.error(
    `schema.prisma says more than the migrations make. Run: npm run migrate:new <name>\n${summary}\n${sql}`,
  );
  process.exitCode = 2;
}
