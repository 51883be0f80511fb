// samverk simulate, as an operator types it.
import { existsSync } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { chooseCounties } from '../../src/cli/simulated-counties.ts';
import { openWorkplace, type Workplace } from '../fake/command-line.ts';
import { readText } from '../import/read-county.ts';

const DAYS = ['--from', '2019-03-18', '--to', '2019-03-20'] as const;

let place: Workplace;

beforeAll(async () => {
  place = await openWorkplace();
}, 120_000);

test('prints a JSON object a line, moves an example and says so aside', async () => {
  const { output, code, errors } = await place.run('simulate', '--county', 'kronoberg', '--json', ...DAYS);

  const lines = output.split('\n').slice(0, -1);
  expect(code).toBe(0);
  expect(errors).toBe('kronoberg is an example: its dates are moved 1 year back into these days.\n');
  expect(lines.length).toBeGreaterThan(0);
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    at: expect.stringMatching(/^2019-03-(18|19|20)T\d\d:\d\d:\d\d\+01:00$/),
    county: 'kronoberg',
    kind: expect.any(String),
    topic: expect.any(String),
    key: expect.any(String),
    to: expect.any(String),
    text: expect.any(String),
  });
}, 120_000);

test('prints days with what happens on them, plays a file of one’s own, keeps the database and leaves DATA_DIR alone', async () => {
  await writeFile(join(place.folder, 'my-county.yaml'), readText('prisma/counties/vasterbotten.yaml'));

  const { output, code, errors } = await place.run('simulate', ...DAYS, '--keep', 'kept', 'my-county.yaml');
  const status = await place.run('simulate', ...DAYS, '--keep', 'kept', 'my-county.yaml');

  expect(code).toBe(0);
  expect(errors).toContain('The database is kept in kept: DATA_DIR=kept samverk status');
  expect(output).toContain('Wednesday 20 March 2019\n');
  expect(output).toContain('  09:00  post        Tidiga insatser för asylsökande: sista dagen att söka\n');
  expect(await readdir(join(place.folder, 'kept'))).toContain('postgres');
  expect(existsSync(place.dataDir)).toBe(false);
  expect(status).toMatchObject({ code: 1, output: '', errors: expect.stringContaining('kept is not empty') });
}, 120_000);

test.each([
  { args: ['--from', '2019-02-30', '--to', '2019-03-01'], says: 'It is a day that exists' },
  { args: ['--from', '2019-03-02', '--to', '2019-03-01'], says: '--from (2019-03-02) comes after --to (2019-03-01).' },
  { args: [...DAYS, '--answer-rate', '1.2'], says: 'It is a number from 0 to 1' },
])('does not understand $args', async ({ args, says }) => {
  const refused = await place.run('simulate', ...args);

  expect(refused).toMatchObject({ code: 2, output: '', errors: expect.stringContaining(says) });
});

test('names the counties there are, where it knows none of that name', async () => {
  const refused = await place.run('simulate', ...DAYS, '--county', 'vasterboten');

  expect(refused).toMatchObject({ code: 1, output: '' });
  expect(refused.errors).toBe(
    'There is no county "vasterboten". Did you mean "vasterbotten"? Choose one of these, or all: blekinge, kalmar, kronoberg, vasterbotten.\n',
  );
});

test('tells all that is wrong with the files at once', async () => {
  const refused = chooseCounties(['no-such.yaml', 'package.json'], 'all');

  await expect(refused).rejects.toMatchObject({
    message: 'Nothing was played. Mend these and try again:',
    findings: expect.arrayContaining([
      { path: 'no-such.yaml', message: 'Reading it failed (ENOENT). Check the name of the file.' },
      { path: 'package.json:1:1 county', message: 'This is missing. Add it.' },
    ]),
  });
});
