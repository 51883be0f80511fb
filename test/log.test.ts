// Nothing that somebody wrote, and nobody's name, reaches the log.
import { describe, expect, test } from '@jest/globals';
import { PlatformError } from '../src/errors.ts';
import { createKeptLog } from './fake/kept-log.ts';
import { openTestDatabase } from './fake/test-database.ts';

const CANARY = 'KANARIEFÅGEL-anna.lind@example.org';

describe('the log', () => {
  test('writes one line of JSON with the event, the time and the facts', () => {
    const log = createKeptLog();

    log.info('delivery.sent', { delivery: 'd-1', attempts: 2, isLate: false, reason: undefined });

    expect(JSON.parse(log.text())).toEqual({
      level: 'info',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      event: 'delivery.sent',
      delivery: 'd-1',
      attempts: 2,
      isLate: false,
    });
  });

  test('withholds what looks like a sentence or an address', () => {
    const log = createKeptLog();

    log.info('person.found', { email: CANARY, name: 'Anna Lind', person: 'kalmar/p-17' });

    expect(log.text()).not.toContain('Anna');
    expect(log.text()).not.toContain(CANARY);
    expect(log.text()).toContain('kalmar/p-17');
  });

  test('names an error, its code, its cause and where it was, and not what it says', () => {
    const log = createKeptLog();
    const cause = new TypeError(`${CANARY}\n    at ${CANARY} (/srv/x.js:1:1)\nmore ${CANARY}`);
    const error = new PlatformError(`could not send "${CANARY}"`, { verdict: 'later', code: 'rate-limited', cause });

    log.error('delivery.failed', error, { delivery: 'd-1' });

    expect(log.text()).not.toContain('KANARIE');
    expect(JSON.parse(log.text())).toMatchObject({
      delivery: 'd-1',
      error: { name: 'PlatformError', code: 'rate-limited', cause: { name: 'TypeError' } },
    });
    expect(log.text()).toContain('log.test.ts');
  });

  test('keeps quiet about the message even when it was changed after the error was made', () => {
    const log = createKeptLog();
    const error = new Error(CANARY);
    error.message = 'changed';
    error.name = CANARY;

    log.warn('x', error);
    log.warn('x', { message: CANARY });
    log.warn('x', CANARY);
    log.warn('x', Object.assign(new Error('x'), { code: CANARY, detail: CANARY }));

    expect(log.text()).not.toContain('KANARIE');
  });

  test("keeps quiet about the values in a database's refusal", async () => {
    const log = createKeptLog();
    const { db } = await openTestDatabase();
    await db.tick.create({ data: { name: CANARY, at: new Date(0) } });

    const unique = await db.tick.create({ data: { name: CANARY, at: new Date(0) } }).catch((error: unknown) => error);
    const raw = await db.$queryRaw`select ${CANARY}::int`.catch((error: unknown) => error);
    // A date that is none makes Prisma quote the whole query.
    const invalid = await db.tick.create({ data: { name: CANARY, at: 'no' } }).catch((error: unknown) => error);
    for (const error of [unique, raw, invalid]) log.error('store.failed', error);

    expect(String(invalid)).toContain(CANARY);
    expect(log.text()).not.toContain('KANARIE');
    expect(log.text()).toContain('P2002');
  });
});
