// What the road trusts a database to do, whichever of the two it is.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeAll, expect, test } from '@jest/globals';
import { z } from 'zod';
import type { Database, Db } from '../../src/database/open.ts';
import { afterCommit } from '../../src/database/transaction.ts';
import { describeEachDatabase, emptyTables } from '../fake/test-database.ts';

const NOON = new Date('2026-06-01T10:00:00.123Z');

describeEachDatabase((open, kind) => {
  let database: Database;

  beforeAll(async () => {
    database = await open();
  });

  afterEach(() => emptyTables(database));

  const tick = (name: string, at = NOON) => ({ name, at });
  const countTicks = () => database.db.tick.count();

  test('says which one it is', () => {
    expect(database.kind).toBe(kind);
  });

  test('a transaction keeps all of it', async () => {
    const result = await database.transaction(async (tx) => {
      await tx.tick.create({ data: tick('a') });
      await tx.tick.create({ data: tick('b') });
      return 'done';
    });

    expect(result).toBe('done');
    expect(await countTicks()).toBe(2);
  });

  test('a transaction that throws keeps nothing, and says why', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.tick.create({ data: tick('a') });
      throw new Error('changed my mind');
    });

    await expect(failing).rejects.toThrow('changed my mind');
    expect(await countTicks()).toBe(0);
  });

  test('a failing statement undoes its transaction, and the next one works', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.tick.create({ data: tick('a') });
      await tx.$executeRaw`select 1 / 0`;
    });

    await expect(failing).rejects.toThrow();
    await database.transaction((tx) => tx.tick.create({ data: tick('b') }));
    expect(await database.db.tick.findMany({ select: { name: true } })).toEqual([{ name: 'b' }]);
  });

  test('what waits for a commit is done after it, and not at all after a rollback', async () => {
    const heard: string[] = [];

    await database.transaction(async (tx) => {
      afterCommit(tx, () => heard.push('committed'));
      expect(heard).toEqual([]);
    });
    const rolledBack = database.transaction(async (tx) => {
      afterCommit(tx, () => heard.push('rolled back'));
      throw new Error('no');
    });

    await expect(rolledBack).rejects.toThrow('no');
    expect(heard).toEqual(['committed']);
  });

  test('many transactions at once all get their turn', async () => {
    await database.db.tick.create({ data: tick('counter', new Date(0)) });

    await Promise.all(Array.from({ length: 60 }, () => database.transaction(countUp)));

    expect(await database.db.tick.findUnique({ where: { name: 'counter' } })).toEqual(tick('counter', new Date(60)));
  });

  async function countUp(tx: Db): Promise<void> {
    await tx.$queryRaw`select 1 from tick where name = 'counter' for update`;
    const { at } = await tx.tick.findUniqueOrThrow({ where: { name: 'counter' } });
    await tx.tick.update({ where: { name: 'counter' }, data: { at: new Date(at.getTime() + 1) } });
  }

  test('a key exists once', async () => {
    await database.db.tick.create({ data: tick('a') });

    await expect(database.db.tick.create({ data: tick('a') })).rejects.toMatchObject({ code: 'P2002' });
    expect(await database.db.tick.createMany({ data: [tick('a'), tick('b')], skipDuplicates: true })).toEqual({
      count: 1,
    });
  });

  test('each waiting row is claimed by one of many who ask at once', async () => {
    const names = Array.from({ length: 40 }, (_, index) => `row ${index}`);
    await database.db.tick.createMany({ data: names.map((name) => tick(name, new Date(0))) });

    const claims = await Promise.all(Array.from({ length: 8 }, () => database.transaction(claimFive)));

    expect(claims.flat().sort()).toEqual(names.sort());
  });

  const Claimed = z.array(z.object({ name: z.string() }));
  async function claimFive(tx: Db): Promise<string[]> {
    const rows = await tx.$queryRaw`
      with turn as (select name from tick where at < ${NOON} order by name limit 5 for update skip locked)
      update tick set at = ${NOON} from turn where tick.name = turn.name returning tick.name`;
    return Claimed.parse(rows).map(({ name }) => name);
  }

  test('JSON comes back as it was, with å, ä, ö and everything else', async () => {
    const body = {
      text: 'Länsstyrelsen i Västerbotten – «ÅÄÖ» 🧾 "\\\n',
      deep: [{ n: 1.5, no: null, yes: true }],
      '': {},
    };
    const incoming = { id: randomUUID(), platform: 'room', key: 'ö', kind: 'wrote', body, receivedAt: NOON };

    await database.db.incoming.create({ data: incoming });

    expect(
      await database.db.incoming.findUnique({ where: { platform_key: { platform: 'room', key: 'ö' } } }),
    ).toMatchObject(incoming);
    expect(await database.db.$queryRaw`select body, body->>'text' as text from incoming`).toEqual([
      { body, text: body.text },
    ]);
  });

  test.each([
    '2026-03-29T00:59:59.999Z',
    '2026-03-29T01:00:00.000Z',
    '2026-10-25T00:30:00.000Z',
    '2026-10-25T01:30:00.001Z',
    '1970-01-01T00:00:00.000Z',
  ])('the instant %s comes back to the millisecond', async (text) => {
    const at = new Date(text);
    await database.db.tick.create({ data: tick('a', at) });

    expect(await database.db.tick.findMany({ where: { at } })).toEqual([tick('a', at)]);
    expect(await database.db.$queryRaw`select at from tick where at <= ${at} and at >= ${at}`).toEqual([{ at }]);
  });

  test('a name with å, ä and ö is found by that name, whole', async () => {
    await database.db.tick.createMany({ data: ['Åsele', 'Åsele ', 'åsele', 'Asele'].map((name) => tick(name)) });

    expect(await database.db.tick.findMany({ where: { name: 'Åsele' } })).toEqual([tick('Åsele')]);
    expect(await database.db.$queryRaw`select lower('ÅÄÖ') as lower, length('åäö') as length`).toEqual([
      { lower: 'åäö', length: 3 },
    ]);
  });

  test('large numbers and lists come back as they were', async () => {
    const slots = [1n, 9_007_199_254_740_993n];
    await database.db.pace.create({ data: { scope: 'teams/a', slots } });

    expect(await database.db.pace.findMany()).toEqual([{ scope: 'teams/a', slots }]);
  });

  test('plain SQL takes values, or several statements', async () => {
    await database.executeSql(`insert into tick values ('a', now()); insert into tick values ('b', now());`);

    expect((await database.executeSql('select $1::text as a, $2::int as b', ['å', 2])).rows).toEqual([
      { a: 'å', b: 2 },
    ]);
    expect(await countTicks()).toBe(2);
  });

  test('a script that fails half-way leaves no transaction open', async () => {
    const failing = database.executeSql(`begin; insert into tick values ('a', now()); select 1 / 0; commit;`);

    await expect(failing).rejects.toThrow();
    expect(await countTicks()).toBe(0);
  });
});
