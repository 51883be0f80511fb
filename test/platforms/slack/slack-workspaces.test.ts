// Tokens of several workspaces: what lies in the database, and what a change of keys does to it.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../../src/clock.ts';
import type { Database } from '../../../src/database/open.ts';
import { createTokenSeal } from '../../../src/platforms/slack/slack-token-seal.ts';
import { openWorkspaces } from '../../../src/platforms/slack/slack-workspaces.ts';
import { createKeptLog } from '../../fake/kept-log.ts';
import { describeOnDatabase, emptyTables } from '../../fake/test-database.ts';
import { readEverything } from '../../fake/whole-database.ts';

const OLD = 'a1'.repeat(32);
const NEW = 'b2'.repeat(32);
const blekinge = { teamId: 'T0BLEKINGE', teamName: 'Blekinge', botUserId: 'U0BOT', botToken: 'xoxb-1-lingonskog' };
const kalmar = { teamId: 'T0KALMAR', teamName: 'Kalmar', botUserId: 'U1BOT', botToken: 'xoxb-2-hjortronmyr' };
const installedAt = new Date('2026-03-02T08:00:00Z');

function open({ db }: Database, ...keys: string[]) {
  const log = createKeptLog();
  return openWorkspaces({ db, clock: createMovableClock(installedAt), log, keys }).then((workspaces) => ({
    workspaces,
    log,
  }));
}

describeOnDatabase((openDatabase) => {
  let database: Database;

  beforeAll(async () => {
    database = await openDatabase();
  });

  beforeEach(() => emptyTables(database));

  test('a workspace is found by its id, and nobody else is', async () => {
    const { workspaces } = await open(database, NEW);
    await workspaces.save(blekinge);

    expect(await workspaces.find('T0BLEKINGE')).toEqual({ ...blekinge, installedAt });
    expect(await workspaces.find('T0KALMAR')).toBeUndefined();
  });

  test('installed again, it speaks with the new token', async () => {
    const { workspaces } = await open(database, NEW);
    await workspaces.save(blekinge);

    await workspaces.save({ ...blekinge, teamName: 'Region Blekinge', botToken: 'xoxb-1-blåbärsris' });

    expect(await workspaces.find('T0BLEKINGE')).toMatchObject({
      teamName: 'Region Blekinge',
      botToken: 'xoxb-1-blåbärsris',
    });
  });

  test('a forgotten workspace is not installed, and the others are', async () => {
    const { workspaces } = await open(database, NEW);
    await workspaces.save(blekinge);
    await workspaces.save(kalmar);

    await workspaces.forget('T0BLEKINGE');

    expect(await workspaces.find('T0BLEKINGE')).toBeUndefined();
    expect(await workspaces.find('T0KALMAR')).toEqual({ ...kalmar, installedAt });
  });

  test('no column of any table tells a token or a key', async () => {
    const { workspaces } = await open(database, NEW, OLD);
    await workspaces.save(blekinge);

    const everything = await readEverything(database);

    expect(everything).toContain('T0BLEKINGE');
    expect(everything).not.toMatch(/xoxb|lingonskog/);
    expect(everything).not.toContain(Buffer.from(blekinge.botToken).toString('base64url'));
    expect(everything).not.toContain(NEW);
  });

  test('a new first key takes over at the next start, and the old one can then be taken away', async () => {
    const before = await open(database, OLD);
    await before.workspaces.save(blekinge);

    await open(database, NEW, OLD);
    const { workspaces, log } = await open(database, NEW);

    expect(await workspaces.find('T0BLEKINGE')).toEqual({ ...blekinge, installedAt });
    expect(log.events()).toEqual([]);
  });

  test('a token whose key is gone counts as not installed, is told once, and holds up nobody', async () => {
    const before = await open(database, OLD);
    await before.workspaces.save(blekinge);
    const { workspaces, log } = await open(database, NEW);
    await workspaces.save(kalmar);

    const found = [await workspaces.find('T0BLEKINGE'), await workspaces.find('T0BLEKINGE')];

    expect(found).toEqual([undefined, undefined]);
    expect(await workspaces.find('T0KALMAR')).toEqual({ ...kalmar, installedAt });
    expect(log.events()).toEqual(['slack.token-not-readable']);
    expect(log.text()).toContain('"workspace":"T0BLEKINGE"');
    expect(log.text()).toContain('"reason":"unknown-key"');
  });

  test('rows whose tokens were exchanged open for neither workspace', async () => {
    const { workspaces, log } = await open(database, NEW);
    await workspaces.save(blekinge);
    await workspaces.save(kalmar);
    await database.executeSql(
      `update slack_installation as one set sealed_token = other.sealed_token
         from slack_installation as other where one.team_id <> other.team_id`,
    );

    const found = [await workspaces.find('T0BLEKINGE'), await workspaces.find('T0KALMAR')];

    expect(found).toEqual([undefined, undefined]);
    expect(log.text().match(/"reason":"damaged"/g)).toHaveLength(2);
  });
});

describe('a sealed token', () => {
  const seal = createTokenSeal([NEW, OLD]);

  test('is another each time, and opens to the same', () => {
    const [one, two] = [seal.close('T1', 'xoxb-1'), seal.close('T1', 'xoxb-1')];

    expect(one.sealedToken).not.toBe(two.sealedToken);
    expect(seal.open('T1', one)).toEqual({ kind: 'token', token: 'xoxb-1' });
    expect(seal.open('T1', two)).toEqual({ kind: 'token', token: 'xoxb-1' });
  });

  test('does not open where any byte of it was changed', () => {
    const { keyId, sealedToken } = seal.close('T1', 'xoxb-1');
    const bytes = Buffer.from(sealedToken, 'base64url');

    const opened = [...bytes.keys()].map((at) => {
      const changed = Buffer.from(bytes);
      changed.writeUInt8(changed.readUInt8(at) ^ 1, at);
      return seal.open('T1', { keyId, sealedToken: changed.toString('base64url') }).kind;
    });

    expect(new Set(opened)).toEqual(new Set(['damaged']));
  });

  test.each(['', 'xoxb', 'AAAA'])('is not one that is too short to be: %j', (sealedToken) => {
    expect(seal.open('T1', { keyId: seal.keyId, sealedToken })).toEqual({ kind: 'damaged' });
  });

  test('is named by a key id that differs from key to key', () => {
    expect(createTokenSeal([OLD]).keyId).not.toBe(seal.keyId);
    expect(NEW).not.toContain(seal.keyId);
  });

  test('needs a key', () => {
    expect(() => createTokenSeal([])).toThrow('no key');
  });
});
