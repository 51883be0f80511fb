// Does the command line do what it says, also beside a running service, and end with the right code?
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { askDoor } from '../../src/cli/door/door-client.ts';
import { createProgram } from '../../src/cli/program.ts';
import { statusTask } from '../../src/cli/tasks/status-task.ts';
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { layDatabase, openWorkplace, type Workplace } from '../fake/command-line.ts';
import { until } from '../fake/until.ts';
import { change, readExample } from '../import/read-county.ts';

/** Real processes, on a machine that may be busy. */
const SLOW = 120_000;
const norrbotten = readExample();
const TWIN = '{ id: samordnare, name: Rektor, title: Rektor, organisation: kiruna, email: rektor@example.org }';
const broken = change(
  norrbotten,
  ['closesOn: 2024-04-26', 'closesOn: 2024-02-30'],
  ['municipalities: [Kiruna] }\n    purpose', 'municipalities: [Kirunna] }\n    purpose'],
  ['groups: [radet]', 'groups: [radett]'],
  ['  - { id: kiruna-ersattare,', `  - ${TWIN}\n  - { id: kiruna-ersattare,`],
);

describe('the words', () => {
  test.each([['samverk'], ...createProgram().commands.map((verb) => [verb.name()])])(
    'that help with %s end with examples',
    async (name) => {
      const args = name === 'samverk' ? [] : [name];

      const { said, code } = await parse(...args, '--help');

      expect(code).toBe(0);
      expect(said).toMatch(new RegExp(`^Usage: ${['samverk', ...args].join(' ')} `));
      expect(said).toMatch(/Examples?:\n {2}\$ samverk /);
    },
  );

  test.each([
    [['imprt'], 'Did you mean import?'],
    [['import'], "missing required argument 'file'"],
    [['ask', 'kontakt umea'], "required option '--county <id>' not specified"],
    [['link', '--county', 'norrbotten'], "required option '--person <person>' not specified"],
    [['link', '--county', 'x', '--person', 'y', '--days', '0'], 'a whole number from 1 to 365'],
    [['people', '--county', 'x', '--group', 'y', '--on', '2024-02-30'], 'a day that exists'],
    [['status', '--jsn'], 'Did you mean --json?'],
    [['simulate', '--from', '2019-02-30', '--to', '2019-03-01'], 'a day that exists'],
    [['simulate', '--from', '2019-03-02', '--to', '2019-03-01'], '--from (2019-03-02) comes after --to (2019-03-01).'],
    [['simulate', '--from', '2019-03-01', '--to', '2019-03-02', '--answer-rate', '1.2'], 'a number from 0 to 1'],
    [['plan', '--county', 'x', '--year', '24'], 'It is a year'],
    [['report', '--county', '', '--year', '2024'], 'the id of a county'],
  ])('%j are not understood', async (args, why) => {
    const { said, code } = await parse(...args);

    expect(code).not.toBe(0);
    expect(said).toContain(why);
    expect(said).toContain('--help');
  });
});

describe('the command line', () => {
  test(
    'ends with 2 when it is not understood',
    async () => {
      const { run } = await openWorkplace();

      expect(await run('imprt')).toMatchObject({ code: 2, output: '' });
    },
    SLOW,
  );

  test(
    'ends with 1 and says all that is wrong in the environment, where .env fills in what is not set',
    async () => {
      const place = await openWorkplace({ HOST: '0.0.0.0' });
      await writeFile(join(place.folder, '.env'), 'LOG_LEVEL=loud\nHOST=127.0.0.1\n');

      const { code, errors } = await place.run('status');

      expect(code).toBe(1);
      expect(errors).toMatch(/LOG_LEVEL: .*\nSAMVERK_SECRET is missing.*\nPUBLIC_URL is missing/);
      expect(errors).not.toMatch(/^\s+at /m);
    },
    SLOW,
  );

  test(
    'ends with 1 and says where every fault of a county file stands, and opens no database for it',
    async () => {
      const place = await openWorkplace({ LOG_LEVEL: 'debug' });
      await writeFile(join(place.folder, 'broken.yaml'), broken);

      const imported = await place.run('import', 'broken.yaml');
      const status = await place.run('status');

      expect([imported.code, status.code]).toEqual([1, 1]);
      expect(imported.errors.split('\n').slice(1, 5)).toEqual([
        expect.stringMatching(/^broken\.yaml:\d+:\d+ people\[2]\.id: "samordnare" is already/),
        expect.stringMatching(/^broken\.yaml:\d+:\d+ calls\[0]\.closesOn: "2024-02-30" is not a day/),
        expect.stringMatching(/^broken\.yaml:\d+:\d+ calls\[0]\.eligible\.municipalities\[0]: "Kirunna" is not/),
        expect.stringMatching(/^broken\.yaml:\d+:\d+ calls\[0]\.groups\[0]: There is no group "radett"/),
      ]);
      // Asked to tell everything, it also tells where in its own code it was.
      expect(imported.errors).toMatch(/^\s+at .*import-files\.js/m);
      expect(status.errors).toContain('There is no database in');
    },
    SLOW,
  );

  test(
    'imports and tells how it stands without a service, on a database that it opens itself',
    async () => {
      const place = await settle();

      const done = await place.run('import', 'norrbotten.yaml');
      const status = await place.run('status', '--json');
      const asked = await place.run('ask', '--county', 'norrbotten', 'kontakt', 'kirunas', 'kommun', '--json');
      const refused = await place.run('ask', '--county', 'norrbotten', 'mina');

      expect([done, status, asked, refused].map(({ code }) => code)).toEqual([0, 0, 0, 1]);
      expect(JSON.parse(asked.output)).toMatchObject({ kind: 'card', message: { title: 'Kiruna (2584)' } });
      expect(refused.errors).toContain('"mina" cannot be asked from here.');
      expect(done.output).toMatch(/groups: +1 new\n[\s\S]*All of it is written/);
      expect(JSON.parse(status.output)).toMatchObject({
        ...{ database: 'embedded', isService: false },
        counties: [{ id: 'norrbotten', openPrompts: 0 }],
      });
    },
    SLOW,
  );
});

describe('beside a running service', () => {
  test(
    'a verb is done by the service; a second service is refused; a stop ends it in order',
    async () => {
      // Configured, so that no examples are loaded.
      const place = await settle({ SAMVERK_SECRET: 'a secret of at least thirty-two characters' });
      const service = place.start('start');
      await service.says(/"event":"service.opened"/);

      const imported = await place.run('import', 'norrbotten.yaml');
      const [asked, status, people, link, second] = await Promise.all([
        place.run('ask', '--county', 'norrbotten', 'ansvar sfi', '--as', 'kiruna-ersattare'),
        place.run('status'),
        place.run('people', '--county', 'norrbotten', '--group', 'radet', '--on', '2024-03-01'),
        place.run('link', '--county', 'norrbotten', '--person', 'kiruna@example.org', '--days', '7'),
        place.run('start'),
      ]);
      service.child.kill('SIGTERM');
      const stopped = await service.end();

      const all = [imported, asked, status, people, link, second, stopped];
      expect(all.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0, 1, 0]);
      expect(asked.output).toContain('Ansvarar\n- Kiruna kommun — Erbjuder svenska för invandrare.');
      expect(imported.output).toContain('norrbotten: Norrbottens län');
      expect(status.output).toMatch(/The service is running; last tick \d+ seconds? ago[\s\S]*norrbotten: Norrbottens/);
      expect(people.output).toMatch(/\(norrbotten\/radet\) on 2024-03-01\n {2}\S/);
      expect(link.output).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/room\/in\/[\w.-]+\n$/);
      expect(second.errors).toMatch(new RegExp(`process ${service.child.pid} .* has it open`));
      expect(stopped.output).toContain('"event":"service.stopped"');
    },
    SLOW,
  );

  test(
    'a stop in the middle of sending loses nothing and doubles nothing',
    async () => {
      const place = await settle();
      const service = place.start('start');
      // By now the examples are loaded, some two hundred messages are due, and the first are on their way.
      await service.says(/"event":"service.opened"/);
      service.child.kill('SIGTERM');
      const stopped = await service.end();
      const meanwhile = await countPosts(place);

      const again = place.start('start');
      await again.says(/"event":"service.opened"/);
      await untilNothingWaits(place);
      again.child.kill('SIGINT');
      const ended = await again.end();
      const after = await countPosts(place);

      expect([stopped.code, ended.code]).toEqual([0, 0]);
      expect(meanwhile.posted).toBe(meanwhile.sent);
      expect(after).toEqual({ sending: 0, sent: after.posted, posted: after.posted });
      expect(after.posted).toBeGreaterThan(100);
    },
    SLOW,
  );
});

/** As the command line would, but here: what is written, and with which code it would end by itself. */
async function parse(...args: readonly string[]): Promise<{ readonly said: string; readonly code: number }> {
  let said = '';
  const write = (text: string) => {
    said += text;
  };
  const program = createProgram();
  for (const command of [program, ...program.commands]) command.configureOutput({ writeOut: write, writeErr: write });
  const code = await program.parseAsync([...args], { from: 'user' }).then(
    () => 0,
    (error) => error.exitCode,
  );
  return { said, code };
}

async function settle(settings?: Readonly<Record<string, string>>): Promise<Workplace> {
  const place = await openWorkplace(settings);
  await writeFile(join(place.folder, 'norrbotten.yaml'), norrbotten);
  await layDatabase(place);
  return place;
}

async function untilNothingWaits({ dataDir }: Workplace): Promise<void> {
  await until(async () => {
    const answer = await askDoor(dataDir, statusTask, {});
    const counties = answer?.reply.counties ?? [];
    return (
      counties.length > 0 &&
      counties.every(({ openPrompts, deliveries }) => openPrompts > 0 && deliveries.waiting === 0)
    );
  }, SLOW);
}

/** Looks into the database that nobody has open. */
async function countPosts({ dataDir }: Workplace) {
  const database = await openDatabase({ dataDir, log: silentLog });
  const sending = await database.db.delivery.count({ where: { state: 'sending' } });
  const sent = await database.db.delivery.count({ where: { state: 'sent' } });
  const posted = await database.db.roomMessage.count();
  await database.close();
  return { sending, sent, posted };
}
