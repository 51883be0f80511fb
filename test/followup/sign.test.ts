// What is signed in a report: lights set by hand, frozen reports and their approval. Refusals change nothing.
import { beforeEach, describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { LocalDate } from '../../src/calendar/local-date.ts';
import { approveTask, freezeTask, lightTask, reportTask } from '../../src/cli/tasks/report-task.ts';
import type { Task } from '../../src/cli/tasks/task.ts';
import { createMovableClock } from '../../src/clock.ts';
import type { Database, Tx } from '../../src/database/open.ts';
import { Figure } from '../../src/directory/figure.ts';
import { saveFigures } from '../../src/directory/figure-store.ts';
import { readGroup } from '../../src/directory/group-store.ts';
import { compileReport } from '../../src/followup/compile-report.ts';
import { approveReport, freezeReport, openFrozen } from '../../src/followup/freeze-report.ts';
import { overrideLight } from '../../src/followup/override-light.ts';
import { renderReport } from '../../src/followup/render-report.ts';
import { Report } from '../../src/followup/report.ts';
import { orThrow } from '../../src/followup/report-refusal.ts';
import { toChecksum } from '../../src/followup/snapshot.ts';
import { listSnapshots, readBody } from '../../src/followup/snapshot-store.ts';
import { CountyId, GroupId, PersonId } from '../../src/ids.ts';
import { createTopics } from '../../src/main.ts';
import { describeOnDatabase, emptyTables } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';
import { importCounty } from '../journey/import-county.ts';

const countyId = CountyId.parse('blekinge');
const coordinator = {
  id: PersonId.parse('blekinge/integrationssamordnare'),
  countyId,
  roles: ['coordinator'],
} as const;
const member = { id: PersonId.parse('blekinge/karlshamn-kontakt'), countyId, roles: [] } as const;
const year = 2024;
const IMPORTED = new Date('2024-01-02T08:00:00Z');
const at = new Date('2025-01-20T09:00:00Z');
const PERSONAL = '811218-9876';

describeOnDatabase((open) => {
  let database: Database;

  beforeEach(async () => {
    database ??= await open();
    await emptyTables(database);
    await importCounty({ database, topics: createTopics(), now: IMPORTED }, 'blekinge');
  });

  const override = (changes: Partial<Parameters<typeof overrideLight>[1]> = {}) =>
    database.transaction(async (tx) =>
      orThrow(
        await overrideLight(tx, {
          ...{ signer: coordinator, year, scope: 'goal', scopeId: 'sprakutveckling', light: 'green' },
          ...{ reason: 'Kursen startade i januari.', at },
          ...changes,
        }),
      ),
    );
  const compile = (of = year) => compileReport(database.db, { countyId, year: of }, at);
  const freeze = async (changes: Partial<Parameters<typeof freezeReport>[1]> = {}) =>
    orThrow(await freezeReport(database, { signer: coordinator, year, dnr: '801-1234-2025', at, ...changes })).snapshot;
  const approveIn = async (tx: Tx, changes: Partial<Parameters<typeof approveReport>[1]> = {}) => {
    const group = await readGroup(tx, { countyId, groupId: GroupId.parse('blekinge/integrationsradet') });
    const approvedOn = LocalDate.parse('2025-02-14');
    const then = new Date('2025-02-20T09:00:00Z');
    return orThrow(await approveReport(tx, { signer: coordinator, year, group, approvedOn, at: then, ...changes }))
      .snapshot;
  };
  const approve = (changes: Partial<Parameters<typeof approveReport>[1]> = {}) =>
    database.transaction((tx) => approveIn(tx, changes));

  describe('a light set by hand', () => {
    test('stands beside what the rule gives, with who, when and why', async () => {
      await override({ light: 'yellow', reason: 'Först trodde vi annat.', at: new Date('2025-01-19T09:00:00Z') });
      await override();

      const report = await compile();

      const goal = report.areas.flatMap(({ goals }) => goals).find(({ id }) => id === 'blekinge/sprakutveckling');
      expect(goal?.light).toMatchObject({
        ...{ light: 'green', computed: 'unrated' },
        override: { reason: 'Kursen startade i januari.', at: '2025-01-20T10:00:00+01:00' },
      });
      expect(goal?.light.override?.by.organisation).toMatch(/^Länsstyrelsen/);
      expect(renderReport(report, 'sv')).toContain('Kursen startade i januari.');
    });

    test('leaves the area to the rule', async () => {
      await override();

      const { areas } = await compile();

      expect(areas.every(({ light }) => light.override === undefined)).toBe(true);
    });

    test('waits while somebody approves the report, and is refused then', async () => {
      await freeze();
      let overriding: Promise<string> | undefined;

      await database.transaction(async (tx) => {
        await approveIn(tx);
        overriding = override().then(
          () => 'It is set.',
          (error) => error.message,
        );
        // The embedded database has one session: there it has not even begun.
        const isWaiting = async () => database.kind === 'embedded' || (await countWaiting(tx)) > 0;
        await Promise.race([overriding, until(isWaiting)]);
      });

      expect(await overriding).toContain('is approved and is not changed any more');
      expect(await database.db.lightOverride.count()).toBe(0);
    });

    test.each([
      ['without a reason', { reason: '  ' }, 'only set by hand with a reason'],
      ['with a personal number in the reason', { reason: `Gäller ${PERSONAL}` }, 'personal identity number'],
      ['by a member', { signer: member }, 'Only a coordinator'],
      ['of a goal that is not there', { scopeId: 'annat' }, 'There is no goal "annat" in blekinge'],
    ])('is refused %s', async (_how, changes, why) => {
      await expect(override(changes)).rejects.toThrow(why);

      expect(await database.db.lightOverride.count()).toBe(0);
    });
  });

  describe('a frozen report', () => {
    test('is numbered, has a checksum that its bytes come to, and reads as it was', async () => {
      const before = await compile();
      const first = await freeze();
      await override();
      const second = await freeze({ dnr: '801-1235-2025' });

      expect([first.number, second.number]).toEqual([1, 2]);
      expect(second.checksum).not.toBe(first.checksum);
      expect(await openFrozen(database.db, first)).toEqual({ report: before });
    });

    test('whose bytes were changed is not read', async () => {
      const frozen = await freeze();
      const body = (await readBody(database.db, frozen)).replace('"year":2024', '"year":2025');
      await database.db.reportSnapshot.update({ where: { id: frozen.id }, data: { body } });

      expect(await openFrozen(database.db, frozen)).toEqual({ refusal: { kind: 'changed', number: 1, year } });
      await expect(approve()).rejects.toThrow('has been changed since');
    });

    test.each([
      ['without a number', { dnr: ' ' }, 'registration number'],
      ['under a personal number', { dnr: PERSONAL }, 'personal identity number'],
      ['by a member', { signer: member }, 'Only a coordinator'],
    ])('is refused %s', async (_how, changes, why) => {
      await expect(freeze(changes)).rejects.toThrow(why);

      expect(await listSnapshots(database.db, { countyId, year })).toEqual([]);
    });

    test('once approved is the last: no other is frozen and no light is set', async () => {
      await freeze();
      const approved = await approve();

      expect(approved).toMatchObject({ approvedOn: '2025-02-14', approvedById: 'blekinge/integrationsradet' });
      expect(await approve()).toEqual(approved);
      await expect(approve({ approvedOn: LocalDate.parse('2025-02-13') })).rejects.toThrow('approved already');
      await expect(freeze()).rejects.toThrow('is approved and is not changed any more');
      await expect(override()).rejects.toThrow('is approved and is not changed any more');
      expect(await listSnapshots(database.db, { countyId, year })).toEqual([approved]);
    });

    test.each([
      ['before it was frozen', { approvedOn: LocalDate.parse('2025-01-19') }, 'It was frozen on 2025-01-20'],
      ['on a day to come', { approvedOn: LocalDate.parse('2025-03-01') }, 'still to come'],
      ['by a member', { signer: member }, 'Only a coordinator'],
    ])('is not approved %s', async (_how, changes, why) => {
      const frozen = await freeze();

      await expect(approve(changes)).rejects.toThrow(why);

      expect(await listSnapshots(database.db, { countyId, year })).toEqual([frozen]);
    });

    test('that is not there is not approved', async () => {
      await expect(approve()).rejects.toThrow('No report of 2024 is frozen yet');
    });

    test('stands in the report of the year after, beside it', async () => {
      const frozen = await freeze();
      await approve();

      const { earlier } = await compile(2025);

      expect(earlier).toMatchObject([{ year: 2024, isApproved: true, checksum: frozen.checksum, activities: 12 }]);
    });
  });

  describe('by the command line', () => {
    const ask = <Reply>(task: Task<never, Reply>, request: object, now = at) =>
      task.answer(
        {
          ...{ database, clock: createMovableClock(now), topics: createTopics(), publicUrl: '', isService: false },
          findSecret: async () => '',
        },
        { county: countyId, year, ...request },
      );
    const coordinating = { as: 'integrationssamordnare' };

    test('a frozen report is written as it was, whatever is answered since', async () => {
      const asked = { format: 'json', language: 'sv' };
      const { checksum } = await ask(freezeTask, { dnr: '801-1234-2025', ...coordinating });
      await ask(lightTask, {
        scope: 'area',
        scopeId: 'halsa',
        light: 'red',
        reason: 'Nya uppgifter.',
        ...coordinating,
      });

      const now = await ask(reportTask, { ...asked, isFrozen: false });
      const { base64 } = await ask(reportTask, { ...asked, isFrozen: true });

      const { report } = z.object({ report: Report }).parse(JSON.parse(Buffer.from(base64, 'base64').toString('utf8')));
      expect(toChecksum(JSON.stringify(report))).toBe(checksum);
      expect(base64).not.toBe(now.base64);
    });

    test('nobody of another county signs, and an unknown group approves nothing', async () => {
      await expect(ask(freezeTask, { dnr: '801-1', as: 'kalmar/samordnare' })).rejects.toThrow(
        'There is nobody called',
      );
      await ask(freezeTask, { dnr: '801-1', ...coordinating });

      const approving = ask(approveTask, { group: 'radet', on: '2025-01-20', ...coordinating });

      await expect(approving).rejects.toThrow('There is no group "radet" in blekinge');
    });
  });

  test('a personal number in the source of a figure is stored nowhere', async () => {
    const about = { countyId, municipalityCode: '1080', year, measure: 'assigned', value: 3, observedOn: '2024-01-31' };
    const figure = Figure.parse({ id: 'blekinge/1080-2024-assigned', ...about, source: `Samtal med ${PERSONAL}` });

    await expect(saveFigures(database.db, countyId, [figure])).rejects.toThrow('source looks like a personal');

    expect(await database.db.figure.count()).toBe(0);
  });
});

/** How many sessions of this database wait for each other. */
async function countWaiting(tx: Tx): Promise<number> {
  const [found] = await tx.$queryRaw<{ readonly count: number }[]>`
    select count(*)::int as count from pg_locks l join pg_database d on d.oid = l.database
    where not l.granted and d.datname = current_database()`;
  return found?.count ?? 0;
}
