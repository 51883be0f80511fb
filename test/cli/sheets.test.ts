// Do sheets go in and out by the command line, also beside a running service?
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { layDatabase, openWorkplace } from '../fake/command-line.ts';
import { readExample } from '../import/read-county.ts';

/** Real processes, on a machine that may be busy. */
const SLOW = 120_000;

test(
  'a sheet is exported, changed and taken in by the running service, and a fault is told with its cell',
  async () => {
    const place = await openWorkplace({ SAMVERK_SECRET: 'a secret of at least thirty-two characters' });
    const at = (name: string) => join(place.folder, name);
    await writeFile(at('norrbotten.yaml'), readExample());
    await layDatabase(place);
    const service = place.start('start');
    await service.says(/"event":"service.opened"/);
    await place.run('import', 'norrbotten.yaml');

    const written = await place.run('export', 'contacts', '--county', 'norrbotten', '--out', 'kontakter.csv');
    const sheet = await readFile(at('kontakter.csv'), 'utf8');
    await writeFile(at('ny.csv'), sheet.replace('010-000 00 01', '010-000 00 77'));
    await writeFile(at('fel.csv'), sheet.replace('010-000 00 01', 'ring'));
    const changed = await place.run('import', '--county', 'norrbotten', 'ny.csv');
    const same = await place.run('import', '--county', 'norrbotten', 'ny.csv', '--dry-run');
    const refused = await place.run('import', '--county', 'norrbotten', 'fel.csv', 'ny.csv');
    service.child.kill('SIGTERM');
    const { output: log } = await service.end();

    expect([written, changed, same, refused].map(({ code }) => code)).toEqual([0, 0, 0, 1]);
    expect(changed.output).toMatch(/contacts: +1 changed \(Samordnare\)[\s\S]*All of it is written/);
    expect(same.output).toMatch(/contacts: +1 unchanged[\s\S]*nothing was written/);
    expect(refused.errors).toMatch(/^fel\.csv:F2 Telefon: "ring" är inget telefonnummer\./m);
    expect(log).not.toContain('samordnare@example.org');
  },
  SLOW,
);

test(
  'a template needs no county, and a sheet without one is told to say it',
  async () => {
    const place = await openWorkplace();

    const written = await place.run('template', 'contacts', '--out', 'mall.xlsx');
    const refused = await place.run('import', 'mall.xlsx');

    expect([written.code, refused.code]).toEqual([0, 1]);
    expect(refused.errors).toContain('mall.xlsx: This is no county file. Import a sheet with --county');
  },
  SLOW,
);
