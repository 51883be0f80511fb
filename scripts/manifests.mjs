// @ts-check
// node scripts/manifests.mjs: makes what brings Samverk into the chat platforms, from the environment or .env.
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { zipSync } from 'fflate';
import { makeSlackManifests } from './manifests-slack.mjs';
import { packTeams } from './manifests-teams.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const { values } = parseArgs({
  options: {
    out: { type: 'string', default: join(root, 'manifests/out') },
    // Teams takes a changed package only under a higher version than it has.
    version: { type: 'string', default: JSON.parse(await readFile(join(root, 'package.json'), 'utf8')).version },
  },
});
// As for `samverk start`: what is set already goes before what .env says.
if (existsSync('.env')) process.loadEnvFile();

await mkdir(values.out, { recursive: true });
await makeForTeams();
await makeForSlack();

async function makeForTeams() {
  const { isWanted, faults, files, next } = await packTeams({ env: process.env, version: values.version });
  if (!isWanted) {
    console.log('No package for Teams: no TEAMS_ setting is there. docs/teams.md says how to begin.\n');
    return;
  }
  if (faults.length > 0) return refuse('No package for Teams was made.', faults);
  // The same files always make the same package. 1980 is where zip's own years begin.
  const zip = zipSync(files, { mtime: new Date(1980, 0, 1), level: 9 });
  const where = await write('teams-samverk.zip', zip);
  console.log(`Made ${where}, version ${values.version}: ${Object.keys(files).join(', ')}.\n${next}\n`);
}

async function makeForSlack() {
  const { faults, missing, manifests, next } = await makeSlackManifests(process.env);
  if (faults.length > 0) return refuse('No manifest for Slack was made.', faults);
  for (const { file, title, text } of manifests)
    console.log(`Made ${await write(file, text)}, for Slack over ${title}.`);
  for (const what of missing) console.log(`No manifest for Slack over HTTP: ${what}.`);
  console.log(next);
}

/**
 * @param {string} name
 * @param {Uint8Array | string} content
 */
async function write(name, content) {
  const file = join(values.out, name);
  await writeFile(file, content);
  return relative('', file);
}

/**
 * @param {string} what
 * @param {readonly string[]} faults
 */
function refuse(what, faults) {
  const list = faults.map((fault) => `  ${fault}\n`).join('');
  process.stderr.write(`${what} Mend these in the environment or in .env, and run it again:\n${list}`);
  process.exitCode = 1;
}
