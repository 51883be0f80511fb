// Is only what changed written?
import { expect, test } from '@jest/globals';
import { dropNulls, saveChanged, type Table } from '../../src/directory/rows.ts';

interface Thing {
  readonly id: string;
  readonly name: string;
}

function keep(...stored: Thing[]) {
  const rows = new Map(stored.map((one) => [one.id, one]));
  const asked: number[] = [];
  const table: Table<Thing> = {
    read: async (ids) => {
      asked.push(ids.length);
      return ids.flatMap((id) => rows.get(id) ?? []);
    },
    create: async (fresh) => fresh.map((one) => rows.set(one.id, one)),
    update: async (changed) => rows.set(changed.id, changed),
  };
  return { table, rows, asked };
}

test('new and changed ones are written and named, the others left alone', async () => {
  const { table, rows } = keep({ id: 'a', name: 'A' }, { id: 'b', name: 'B' });

  const saved = await saveChanged(
    [
      { id: 'c', name: 'C' },
      { id: 'a', name: 'A' },
      { id: 'b', name: 'Bertil' },
    ],
    table,
  );

  expect(saved).toEqual(['c', 'b']);
  expect([...rows.values()].map(({ name }) => name)).toEqual(['A', 'Bertil', 'C']);
});

test('a second run writes nothing', async () => {
  const { table } = keep();
  const things = [
    { id: 'a', name: 'A' },
    { id: 'b', name: 'B' },
  ];
  await saveChanged(things, table);

  expect(await saveChanged(things, table)).toEqual([]);
});

test('many are read in batches', async () => {
  const { table, asked } = keep();

  await saveChanged(
    Array.from({ length: 1200 }, (_, number) => ({ id: `${number}`, name: '' })),
    table,
  );

  expect(asked).toEqual([500, 500, 200]);
});

test('an empty column is left out of the noun', () => {
  expect(dropNulls({ id: 'a', link: null, isExample: false })).toEqual({ id: 'a', isExample: false });
});
