// @ts-check
// Which file may import which. Read FLOORS from the top: a room may use the rooms on the floors below it, and nobody else.
const { readdirSync, readFileSync } = require('node:fs');
const { basename, join } = require('node:path');

const FLOORS = [
  ['cli'],
  ['simulation'],
  ['main.ts'],
  ['web', 'platforms'],
  ['chat', 'followup', 'import'],
  ['desk'],
  ['appointments', 'feeds'],
  ['topics'],
  ['reminders'],
  ['replies'],
  ['delivery', 'records'],
  ['directory', 'outer'],
  ['topic.ts', 'platform.ts', 'page'],
  ['message'],
  ['database', 'text'],
  ['config.ts'],
  ['environment'],
  ['ids.ts', 'clock.ts', 'certificate.ts', 'seal.ts', 'token.ts', 'mail.ts', 'spreadsheet'],
  ['calendar'],
  ['log.ts'],
  ['errors.ts'],
];

const STORES = '-store\\.ts$';
/** @param {...string} names */
const npm = (...names) => names.map((name) => `(^|node_modules/)(@types/)?${name}(/|$)`);
/** @param {string[]} names */
const rooms = (names) =>
  `^src/(${names.map((name) => (name.endsWith('.ts') ? `${name.replaceAll('.', '\\.')}$` : `${name}/`)).join('|')})`;

/** A noun is what a store keeps: call-store.ts imports call.ts. */
function findNouns() {
  const src = join(__dirname, 'src');
  const stores = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('-store.ts'));
  const nouns = stores.map((store) => ({ store, noun: store.replace('-store.ts', '.ts') }));
  return nouns
    .filter(({ store, noun }) => readFileSync(join(src, store), 'utf8').includes(`'./${basename(noun)}'`))
    .map(({ noun }) => rooms([noun.replaceAll('\\', '/')]));
}

const downOnly = FLOORS.flatMap((floor, at) =>
  floor.flatMap((room) => {
    const closed = [...FLOORS.slice(0, at).flat(), ...floor.filter((other) => other !== room)];
    if (closed.length === 0) return [];
    const comment = `${room} may import what is below it in FLOORS, neither what is above nor what stands beside it.`;
    const name = `down-only-from-${room.replace('.ts', '')}`;
    return [{ name, comment, from: { path: rooms([room]) }, to: { path: rooms(closed) } }];
  }),
);

const neighbours = [
  {
    name: 'no-topic-to-topic',
    comment: 'A topic does not know that there are others. Put what both need below them.',
    from: { path: '^src/topics/([^/]+)/' },
    to: { path: '^src/topics/', pathNot: '^src/topics/$1/' },
  },
  {
    name: 'no-platform-to-platform',
    comment: 'A platform does not know that there are others.',
    from: { path: '^src/platforms/([^/]+)/' },
    to: { path: '^src/platforms/', pathNot: '^src/platforms/$1/' },
  },
  {
    name: 'platform-knows-only-the-ground',
    comment: 'A platform shows messages and tells what was done. What follows from it is decided above.',
    from: { path: '^src/platforms/' },
    to: {
      path: '^src/',
      pathNot: [
        '^src/platforms/',
        rooms(['platform.ts', 'outer', 'page', 'message', 'text', 'database', 'config.ts', 'log.ts', 'errors.ts']),
        rooms(['ids.ts', 'clock.ts', 'certificate.ts', 'seal.ts', 'calendar']),
      ],
    },
  },
  {
    name: 'page-is-for-what-shows-pages',
    comment: 'Pages are shown by the web door and the web room, by a report, and to whoever installs the app in Slack.',
    from: {
      path: '^src/',
      pathNot: [
        rooms(['page', 'web', 'platforms/room', 'followup/html', 'main.ts', 'cli']),
        '^src/platforms/slack/slack-install-page\\.tsx$',
      ],
    },
    to: { path: rooms(['page']) },
  },
  {
    name: 'page-knows-only-messages',
    comment: 'How pages look depends on the message, its texts and its dates, and on nothing else.',
    from: { path: rooms(['page']) },
    to: { path: '^src/', pathNot: rooms(['page', 'message', 'text', 'calendar']) },
  },
];

const foreign = [
  {
    name: 'prisma-only-in-stores',
    comment: 'A table is read and written in its *-store.ts. Give the store a function, and call that.',
    from: { path: '^src/', pathNot: [STORES, rooms(['database', 'records'])] },
    to: { path: ['^src/database/generated/', '(^|node_modules/)\\.?@?prisma/'] },
  },
  {
    name: 'engines-only-in-database',
    comment: 'Which engine keeps the rows and the jobs is known in src/database/ alone.',
    from: { path: '^src/', pathNot: rooms(['database']) },
    to: { path: npm('pg', 'pg-boss', '@electric-sql/[^/]+', 'pglite-prisma-adapter', 'umzug') },
  },
  {
    name: 'teams-sdk-only-in-teams',
    from: { path: '^src/', pathNot: rooms(['platforms/teams']) },
    to: { path: npm('@microsoft/[^/]+', 'adaptivecards') },
  },
  {
    name: 'slack-sdk-only-in-slack',
    from: { path: '^src/', pathNot: rooms(['platforms/slack']) },
    to: { path: npm('@slack/[^/]+') },
  },
  {
    name: 'letters-only-in-mail',
    from: { path: '^src/', pathNot: rooms(['mail.ts']) },
    to: { path: npm('nodemailer') },
  },
  {
    name: 'no-development-packages',
    comment: 'What runs in production stands under "dependencies" in package.json.',
    from: { path: '^src/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
];

const purity = [
  {
    name: 'pure-rooms-use-only-pure-packages',
    comment: 'Calendar, text and message compute; they neither read nor write. Pass in what they need.',
    from: { path: rooms(['calendar', 'text', 'message']) },
    to: { pathNot: ['^src/', ...npm('zod', 'temporal-polyfill', 'croner')] },
  },
  {
    name: 'nouns-touch-no-world',
    comment: 'A noun file says what a thing is. Reading and writing is for its store, now is an argument.',
    from: { path: findNouns() },
    to: { dependencyTypes: ['core'], pathNot: '^(node:)?(crypto|util)$' },
  },
  {
    name: 'nouns-touch-no-store',
    comment: 'A noun file says what a thing is. Reading and writing is for its store, now is an argument.',
    from: { path: findNouns() },
    to: { path: [rooms(['database', 'config.ts', 'log.ts', 'clock.ts']), STORES] },
  },
];

const shape = [
  {
    name: 'no-circle',
    comment: 'Circles of types count too. Move what both need into a file of its own.',
    from: { path: '^src/' },
    to: { circular: true },
  },
  {
    name: 'no-barrel',
    comment: 'Import a thing from where it is written.',
    from: { path: '^src/' },
    to: { path: '^src/', dependencyTypes: ['export'] },
  },
  {
    name: 'no-dead-end',
    comment: 'There is no such file, or the package is not in package.json.',
    from: { path: '^src/' },
    to: { couldNotResolve: true },
  },
];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [...downOnly, ...neighbours, ...foreign, ...purity, ...shape].map((rule) => ({
    severity: 'error',
    ...rule,
  })),
  options: {
    doNotFollow: { path: ['node_modules', '^src/database/generated'] },
    // Types count: they are how a circle begins.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'types', 'default'] },
    skipAnalysisNotInRules: true,
  },
};
