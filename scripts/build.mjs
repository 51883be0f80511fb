// @ts-check
// node scripts/build.mjs: makes dist from src. The second time only what has changed is made again.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const dist = join(root, 'dist');
const stamp = join(dist, '.generated-from');
const compiled = join(dist, '.compiled-from');

const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const canBuild = Object.keys(devDependencies).every((name) => existsSync(join(root, 'node_modules', name)));
// Where `npm prune --omit=dev` came after the build, what was built is started as it is.
if (canBuild) build();
else if (!existsSync(join(dist, 'cli/samverk.js'))) refuse();

function build() {
  generateClient();
  const now = describeSources();
  if (existsSync(compiled) && readFileSync(compiled, 'utf8') === now) return;
  rmSync(compiled, { force: true });
  compile();
  removeLeftOver();
  writeFileSync(compiled, now);
}

/** The compiler takes four seconds to see that nothing has changed. Every file with when it was written and its length does it in none. */
function describeSources() {
  const digest = createHash('sha256');
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' }).map((file) =>
    join('src', file),
  );
  for (const file of [...sources.toSorted(), 'tsconfig.json', 'tsconfig.build.json', 'package-lock.json']) {
    const { mtimeMs, size } = statSync(join(root, file));
    digest.update(`${file} ${mtimeMs} ${size}\n`);
  }
  return digest.digest('hex');
}

function refuse() {
  process.stderr.write(
    'Could not build: packages that building needs are missing. Run `npm ci` first, and `npm prune --omit=dev` afterwards.\n',
  );
  process.exit(1);
}

/** Prisma takes two seconds, so it is asked only when the tables or Prisma itself are others than the last time. */
function generateClient() {
  const digest = createHash('sha256');
  for (const file of ['prisma/schema.prisma', 'prisma.config.ts', 'node_modules/prisma/package.json']) {
    digest.update(readFileSync(join(root, file)));
  }
  const now = digest.digest('hex');
  const isMade = existsSync(join(root, 'src/database/generated/client.ts'));
  if (isMade && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
  run('node_modules/prisma/build/index.js', 'generate');
  mkdirSync(dist, { recursive: true });
  writeFileSync(stamp, now);
}

function compile() {
  run('node_modules/typescript/bin/tsc', '-p', 'tsconfig.build.json');
}

/** The compiler leaves in dist what it made from a source file that is gone. */
function removeLeftOver() {
  for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
    const source = join(root, 'src', file.replace(/\.js(\.map)?$/, ''));
    const isMade = /\.js(\.map)?$/.test(file);
    if (isMade && !existsSync(`${source}.ts`) && !existsSync(`${source}.tsx`)) rmSync(join(dist, file));
  }
}

/**
 * Says something only when it fails.
 * @param {string} program
 * @param {string[]} args
 */
function run(program, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, program), ...args], {
    cwd: root,
    encoding: 'utf8',
    // Prisma asks its maker for news unless told not to.
    env: { ...process.env, CHECKPOINT_DISABLE: '1' },
  });
  if (status === 0) return;
  process.stderr.write(stdout + stderr);
  process.exit(status ?? 1);
}
