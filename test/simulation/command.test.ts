// samverk simulate, as an operator types it.
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { play } from '../../src/cli/deeds/simulate.ts';
import { chooseCounties } from '../../src/cli/simulated-counties.ts';
import { readConfig } from '../../src/config.ts';
import { openDatabase } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { openWorkplace, type Workplace } from '../fake/command-line.ts';
import { readText } from '../import/read-county.ts';
import { date } from '../topics/build-subjects.ts';

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

  expect(code).toBe(0);
  expect(errors).toContain('The database is kept in kept: DATA_DIR=kept samverk status');
  expect(output).toContain('Wednesday 20 March 2019\n');
  expect(output).toContain('  09:00  post        Tidiga insatser för asylsökande: sista dagen att söka\n');
  expect(existsSync(place.dataDir)).toBe(false);
  const kept = await openDatabase({ dataDir: join(place.folder, 'kept'), log: silentLog });
  const states = await kept.db.delivery.groupBy({ by: ['state'], _count: true });
  await kept.close();
  expect(states).toEqual([{ state: 'sent', _count: expect.any(Number) }]);
}, 120_000);

test('keeps nothing in a directory that is not empty', async () => {
  const { folder } = place;
  await writeFile(join(folder, 'letter.txt'), '');
  const asked = { county: 'all', from: date('2019-03-18'), to: date('2019-03-20'), answerRate: 0, seed: 1 };

  const refused = play({ config: readConfig({}), log: silentLog }, [], { ...asked, keep: folder });

  await expect(refused).rejects.toThrow(`${folder} is not empty. Name a new or an empty directory to keep.`);
});

test('names the counties there are, where it knows none of that name', async () => {
  await expect(chooseCounties([], 'vasterboten')).rejects.toThrow(
    'There is no county "vasterboten". Did you mean "vasterbotten"? Choose one of these, or all: blekinge, kalmar, kronoberg, vasterbotten.',
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
