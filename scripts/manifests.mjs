// @ts-check
// node scripts/manifests.mjs: makes the packages that bring Samverk into a chat platform, from the environment or .env.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { packTeams } from './manifests-teams.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'manifests/out') },
    // A platform takes a changed package only under a higher version than it has.
    version: { type: 'string', default: JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version },
  },
});
// As for `samverk start`: what is set already goes before what .env says.
if (existsSync('.env')) process.loadEnvFile();

const { faults, files, next } = await packTeams({ env: process.env, version: values.version });
if (faults.length > 0) {
  const list = faults.map((fault) => `  ${fault}\n`).join('');
  process.stderr.write(
    `No package for Teams was made. Mend these in the environment or in .env, and run it again:\n${list}`,
  );
  process.exitCode = 1;
} else {
  await mkdir(values.out, { recursive: true });
  const file = join(values.out, 'teams-samverk.zip');
  // The same files always make the same package. 1980 is where zip's own years begin.
  await writeFile(file, zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 }));
  console.log(`Made ${relative('', file)}, version ${values.version}: ${Object.keys(files).join(', ')}.\n${next}`);
}
