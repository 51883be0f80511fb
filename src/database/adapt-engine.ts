// The embedded engine as the Prisma adapter sees it. Handed its parsers with every query, the engine would copy its own
// three hundred and the adapter's beside them each time, which takes a third of a short query.
import type { PGlite, PGliteOptions, Transaction } from '@electric-sql/pglite';
import { PrismaPGlite } from 'pglite-prisma-adapter';

type Parsers = NonNullable<PGliteOptions['parsers']>;

/** How the adapter wants values read; give them to the engine from the start. */
export async function readAdapterParsers(): Promise<Parsers> {
  let parsers: Parsers = {};
  const listener = {
    async query(_text: string, _values: unknown[], options: { readonly parsers: Parsers }) {
      parsers = options.parsers;
      return { rows: [], fields: [] };
    },
  };
  const adapter = await new PrismaPGlite(listener as unknown as PGlite).connect();
  await adapter.queryRaw({ sql: '', args: [], argTypes: [] });
  return parsers;
}

/** Of an engine that reads values as the adapter wants them. */
export function adaptEngine(engine: PGlite): PrismaPGlite {
  const seen = {
    ...withoutParsers(engine),
    exec: (text: string) => engine.exec(text),
    transaction: <T>(work: (tx: Transaction) => Promise<T>) =>
      engine.transaction((tx) =>
        work({ ...withoutParsers(tx), exec: tx.exec, rollback: () => tx.rollback() } as Transaction),
      ),
  };
  return new PrismaPGlite(seen as unknown as PGlite);
}

function withoutParsers(engine: Pick<PGlite, 'query'>) {
  return { query: (text: string, values: unknown[]) => engine.query(text, values, { rowMode: 'array' }) };
}
