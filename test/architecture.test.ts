// Do the files of src import only what they may, and would we be told if one did not?
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { cruise, type ICruiseResult, type IViolation } from 'dependency-cruiser';
import extractConfig from 'dependency-cruiser/config-utl/extract-depcruise-config';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const RULES = '.dependency-cruiser.cjs';

describe('the files of src', () => {
  test('import only what they may', async () => {
    const violations = await findViolations(ROOT);

    expect(violations.map(describeViolation)).toEqual([]);
  });

  test('all stand on a floor of the rules', async () => {
    const { forbidden = [] } = await extractConfig(join(ROOT, RULES));
    const rules = forbidden.map(({ name }) => name);

    const rooms = (await readdir(join(ROOT, 'src'))).map((room) => basename(room, '.ts'));

    // Nothing stands above the command line.
    expect(rooms.filter((room) => room !== 'cli' && !rules.includes(`down-only-from-${room}`))).toEqual([]);
  });

  test('have names that tell what is in them', async () => {
    expect((await listSources()).filter((file) => !hasTellingName(file))).toEqual([]);
  });

  test('read the environment only to hand it to readConfig', async () => {
    expect(await findLines(readsEnvironment)).toEqual([]);
  });

  test('are told what time it is, except clock.ts', async () => {
    expect((await findLines(readsClock)).filter((line) => !line.startsWith('src/clock.ts:'))).toEqual([]);
  });
});

/** A file that imports another, which is made where it is missing. */
interface Fault {
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}

const faults: Readonly<Record<string, Fault>> = {
  'an upward import': { rule: 'down-only-from-replies', from: 'replies/fault.ts', to: '../web/fault.ts' },
  'a sideways import': { rule: 'down-only-from-chat', from: 'chat/fault.ts', to: '../followup/fault.ts' },
  'a circle of types': { rule: 'no-circle', from: 'message/fault.ts', to: './fault-again.ts' },
  'the rest of the circle': { rule: 'no-circle', from: 'message/fault-again.ts', to: './fault.ts' },
  'a topic in a topic': { rule: 'no-topic-to-topic', from: 'topics/fault/fault.ts', to: '../other/fault.ts' },
  'a platform in a topic': {
    rule: 'down-only-from-topics',
    from: 'topics/fault/fault-post.ts',
    to: '../../platforms/fault/fault.ts',
  },
  'a platform in a platform': {
    rule: 'no-platform-to-platform',
    from: 'platforms/fault/fault.ts',
    to: '../other/fault.ts',
  },
  'the directory in a platform': {
    rule: 'platform-knows-only-the-ground',
    from: 'platforms/fault/fault-person.ts',
    to: '../../directory/fault.ts',
  },
  'a page in a door that has none': {
    rule: 'page-is-for-what-shows-pages',
    from: 'chat/fault-page.ts',
    to: '../page/fault.ts',
  },
  'a page in a part of Slack that shows none': {
    rule: 'page-is-for-what-shows-pages',
    from: 'platforms/slack/fault-page.ts',
    to: '../../page/fault.ts',
  },
  'the directory in a page': { rule: 'page-knows-only-messages', from: 'page/fault.ts', to: '../directory/fault.ts' },
  'Prisma outside a store': {
    rule: 'prisma-only-in-stores',
    from: 'replies/fault-row.ts',
    to: '../database/generated/fault.ts',
  },
  "Prisma's package outside a store": { rule: 'prisma-only-in-stores', from: 'web/fault-row.ts', to: '@prisma/client' },
  'the job queue outside the database': { rule: 'engines-only-in-database', from: 'web/fault-job.ts', to: 'pg-boss' },
  "Teams' SDK in Slack": {
    rule: 'teams-sdk-only-in-teams',
    from: 'platforms/slack/fault.ts',
    to: '@microsoft/teams.apps',
  },
  "Slack's SDK in a door": { rule: 'slack-sdk-only-in-slack', from: 'web/fault-slack.ts', to: '@slack/bolt' },
  'a package of development': { rule: 'no-development-packages', from: 'web/fault-test.ts', to: 'fast-check' },
  'a file read by the calendar': {
    rule: 'pure-rooms-use-only-pure-packages',
    from: 'calendar/fault.ts',
    to: 'node:fs',
  },
  'a file read by a noun': { rule: 'nouns-touch-no-world', from: 'replies/fault-noun.ts', to: 'node:fs' },
  'the clock read by a noun': { rule: 'nouns-touch-no-store', from: 'replies/fault-name.ts', to: '../clock.ts' },
  // What makes them nouns is that a store keeps them.
  'one that hands on a noun': { rule: 'no-barrel', from: 'replies/fault-noun-store.ts', to: './fault-noun.ts' },
  'one that hands on a name': { rule: 'no-barrel', from: 'replies/fault-name-store.ts', to: './fault-name.ts' },
  'what is not there': { rule: 'no-dead-end', from: 'web/fault-nothing.ts', to: 'fault-nothing' },
};

describe('the rules report', () => {
  let copy: string;
  let violations: readonly IViolation[];

  beforeAll(async () => {
    copy = await copySources();
    for (const fault of Object.values(faults)) await addFault(copy, fault);
    violations = await findViolations(copy);
  });

  afterAll(() => rm(copy, { recursive: true }));

  test.each(Object.entries(faults))('%s', (_, { rule, from }) => {
    const reported = violations.map(describeViolation).filter((line) => line.includes(`src/${from}`));

    expect(reported).toContainEqual(expect.stringMatching(`^${rule}: `));
  });

  test('nothing where there is no fault', async () => {
    const found = violations.map(describeViolation).filter((line) => !line.includes('/fault'));

    expect(found).toEqual((await findViolations(ROOT)).map(describeViolation));
  });
});

describe('a line', () => {
  test.each(['if (process.env.CI) return;', "import { env } from 'node:process';", "process['env'];"])(
    'that reads the environment is seen: %s',
    (line) => expect(readsEnvironment(line)).toBe(true),
  );

  test.each(['at = new Date();', 'at = new Date;', 'at = Date();', 'at = Date.now();', 'at = Temporal.Now.instant();'])(
    'that reads the clock is seen: %s',
    (line) => expect(readsClock(line)).toBe(true),
  );

  test.each([
    'readConfig(process.env);',
    '// Neither process.env nor Date.now().',
    'at = new Date(0);',
    'ms = performance.now();',
    'toDate();',
    'const at: Date = clock.now();',
  ])('without fault is let through: %s', (line) => expect(readsEnvironment(line) || readsClock(line)).toBe(false));
});

describe('a name', () => {
  test.each(['page/index.ts', 'topics/types.ts', 'web/utils/split.ts', 'web/date-helpers.ts', 'web/readReport.ts'])(
    'that tells nothing is seen: %s',
    (file) => expect(hasTellingName(file)).toBe(false),
  );
});

async function findViolations(root: string): Promise<readonly IViolation[]> {
  const ruleSet = await extractConfig(join(root, RULES));
  const { output } = await cruise(['src'], { ...ruleSet.options, ruleSet, validate: true, baseDir: root });
  return (output as ICruiseResult).summary.violations;
}

function describeViolation({ rule, from, to, cycle }: IViolation): string {
  return `${rule.name}: ${[from, ...(cycle?.map(({ name }) => name) ?? [to])].join(' → ')}`;
}

async function copySources(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'samverk-architecture-'));
  for (const file of ['src', RULES, 'package.json', 'tsconfig.json']) {
    await cp(join(ROOT, file), join(copy, file), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  return copy;
}

async function addFault(copy: string, { from, to, rule }: Fault): Promise<void> {
  const file = join(copy, 'src', from);
  const words = new Map([
    ['no-barrel', 'export type'],
    ['no-circle', 'import type'],
  ]);
  await append(file, `${words.get(rule) ?? 'import'} { fault as other } from '${to}';\nexport type fault = 0;\n`);
  if (to.startsWith('.')) await append(join(dirname(file), to), '');
}

async function append(file: string, text: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, text, { flag: 'a' });
}

async function listSources(): Promise<readonly string[]> {
  const files = (await readdir(join(ROOT, 'src'), { recursive: true })).map((file) => file.replaceAll(sep, '/'));
  return files.filter((file) => /\.tsx?$/.test(file) && !file.startsWith('database/generated/')).sort();
}

async function findLines(isFault: (line: string) => boolean): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await listSources()) {
    const lines = (await readFile(join(ROOT, 'src', file), 'utf8')).split('\n');
    for (const [at, line] of lines.entries()) if (isFault(line)) found.push(`src/${file}:${at + 1} ${line.trim()}`);
  }
  return found;
}

function readsEnvironment(line: string): boolean {
  const code = withoutComment(line).replaceAll('readConfig(process.env)', '');
  return /\bprocess(\.env\b|\[)|\benv\b.*from 'node:process'/.test(code);
}

function readsClock(line: string): boolean {
  return /\bnew Date(?!\w|\([^)])|(?<!new )\bDate\(|\bDate\.now\b|\bTemporal\.Now\b/.test(withoutComment(line));
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)(\/\/|\/?\*).*$/, '');
}

/** In kebab-case, with a noun or a verb of its own. */
function hasTellingName(file: string): boolean {
  const words = file.replace(/\.tsx?$/, '').split(/[/-]/);
  const isTelling = !words.some((word) => /^(utils?|helpers?|common|shared|misc)$/.test(word));
  return (
    isTelling &&
    words.every((word) => /^[a-z]+$/.test(word)) &&
    !/(^|\/)(index|types)$/.test(file.replace(/\.tsx?$/, ''))
  );
}
