// Where Prisma finds the schema; see docs/decisions for why no native engine is needed.
import { defineConfig } from 'prisma/config';

// `generate` and `validate` run on WASM, yet insist that this file exists. Any file will do.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: 'prisma/schema.prisma', migrations: { path: 'prisma/migrations' } });
