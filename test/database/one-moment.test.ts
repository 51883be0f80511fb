// Is all that is read together read as it stands at one moment?
import { beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readAtOneMoment } from '../../src/database/one-moment.ts';
import type { Database } from '../../src/database/open.ts';
import { settleCounty } from '../fake/county.ts';
import { describeEachDatabase, emptyTables } from '../fake/test-database.ts';

describeEachDatabase((open, kind) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  beforeEach(() => emptyTables(database));

  test('what others write meanwhile is not seen, and is there afterwards', async () => {
    let writing: Promise<unknown> | undefined;

    const seen = await readAtOneMoment(database, async (tx) => {
      const before = await tx.county.count();
      writing = settleCounty(database);
      // The embedded database has one session: there everybody else waits.
      if (kind === 'postgres') await writing;
      return [before, await tx.county.count()];
    });
    await writing;

    expect(seen).toEqual([0, 0]);
    expect(await database.db.county.count()).toBe(1);
  });

  test('nothing is written', async () => {
    await settleCounty(database);

    const writing = readAtOneMoment(database, (tx) => tx.county.updateMany({ data: { name: 'Annat' } }));

    await expect(writing).rejects.toThrow('read-only');
    expect(await database.db.county.count({ where: { name: 'Annat' } })).toBe(0);
  });
});
