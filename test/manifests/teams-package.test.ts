// The package that a county board uploads to Teams.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv-draft-04';
import { z } from 'zod';
import { textsIn } from '../../src/text/texts.ts';
import { describeInBrowser } from '../fake/browser.ts';
import { type Made, makePackage } from './make-package.ts';

const SCHEMAS = '@microsoft/app-manifest/build/json-schemas/teams/v1.25';
const CLIENT_ID = '0f2c8a3e-5b1d-4c6f-9a7e-1d2b3c4d5e6f';
const right = { TEAMS_CLIENT_ID: CLIENT_ID, PUBLIC_URL: 'https://samverk.example.org/' };

const Command = z.object({ title: z.string(), description: z.string() });
const Manifest = z.object({
  manifestVersion: z.string(),
  version: z.string(),
  id: z.string(),
  developer: z.record(z.string(), z.string()),
  bots: z.tuple([
    z.object({
      botId: z.string(),
      scopes: z.array(z.string()),
      commandLists: z.array(z.object({ scopes: z.array(z.string()), commands: z.array(Command) })),
    }),
  ]),
  composeExtensions: z.tuple([
    z.object({
      botId: z.string(),
      commands: z.array(z.object({ id: z.string(), type: z.string(), context: z.array(z.string()) })),
    }),
  ]),
  supportsChannelFeatures: z.string(),
  validDomains: z.array(z.string()),
  webApplicationInfo: z.object({ id: z.string(), resource: z.string() }),
  authorization: z.object({
    permissions: z.object({ resourceSpecific: z.array(z.object({ name: z.string(), type: z.string() })) }),
  }),
});

function readJson(files: Made['files'], name: string): unknown {
  return JSON.parse(Buffer.from(files[name] ?? []).toString());
}

function faultsOf(schema: string, value: unknown): unknown {
  const ajv = new Ajv.default({ allErrors: true, strict: false, unicodeRegExp: false, formats: { uri: URL.canParse } });
  const validate = ajv.compile(createRequire(import.meta.url)(`${SCHEMAS}/${schema}.schema.json`));
  validate(value);
  return validate.errors ?? [];
}

describe('the package for Teams', () => {
  let made: Made;
  let manifest: z.infer<typeof Manifest>;

  beforeAll(async () => {
    made = await makePackage({ env: right });
    manifest = Manifest.parse(readJson(made.files, 'manifest.json'));
  });

  test('is made, and says where it lies and what comes next', () => {
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(made.output).toContain('teams-samverk.zip');
    expect(made.output).toContain('Upload new app');
  });

  test('has its four files at its root and nothing else', () => {
    expect(Object.keys(made.files)).toEqual(['manifest.json', 'en.json', 'color.png', 'outline.png']);
  });

  test("keeps Microsoft's schemas", () => {
    expect(faultsOf('MicrosoftTeams', readJson(made.files, 'manifest.json'))).toEqual([]);
    expect(faultsOf('MicrosoftTeams.Localization', readJson(made.files, 'en.json'))).toEqual([]);
  });

  test('would not keep them with a name or a description that is too long', () => {
    const swedish = Object(readJson(made.files, 'manifest.json'));
    const english = Object(readJson(made.files, 'en.json'));

    const name = { ...swedish.name, short: 'x'.repeat(31) };
    const inSwedish = faultsOf('MicrosoftTeams', { ...swedish, name });
    const inEnglish = faultsOf('MicrosoftTeams.Localization', { ...english, 'description.short': 'x'.repeat(81) });

    expect(inSwedish).toMatchObject([{ instancePath: '/name/short', keyword: 'maxLength' }]);
    expect(inEnglish).toMatchObject([{ instancePath: '/description.short', keyword: 'maxLength' }]);
  });

  test('carries the ids and the domain of this installation', () => {
    expect(manifest).toMatchObject({
      id: CLIENT_ID,
      bots: [{ botId: CLIENT_ID }],
      composeExtensions: [{ botId: CLIENT_ID }],
      webApplicationInfo: { id: CLIENT_ID },
      validDomains: ['samverk.example.org'],
      developer: {
        name: 'Samverk',
        websiteUrl: 'https://samverk.example.org',
        privacyUrl: 'https://samverk.example.org',
        termsOfUseUrl: 'https://samverk.example.org',
      },
    });
    expect(JSON.stringify(manifest)).not.toContain('{{');
  });

  test('has the version of package.json', () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));

    expect(manifest.version).toBe(version);
  });

  test('works in channels of all kinds, group chats and personal chats', () => {
    expect(manifest.bots[0].scopes).toEqual(['personal', 'team', 'groupChat']);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  test('asks for nothing but to see whether its own posts arrived', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMessage.Read.Group', type: 'Application' },
      { name: 'ChatMessage.Read.Chat', type: 'Application' },
    ]);
  });

  test.each(['sv', 'en'] as const)('offers the very words that the service knows, in %s', (language) => {
    const { commands } = textsIn(language).chat;
    const known = Object.values(commands).map(({ words }) => words[0]);
    const english = z.record(z.string(), z.string()).parse(readJson(made.files, 'en.json'));

    const offered = manifest.bots[0].commandLists.map(({ commands: listed }, list) =>
      listed.map(({ title }, at) =>
        language === 'sv' ? title : english[`bots[0].commandLists[${list}].commands[${at}].title`],
      ),
    );

    const [personal = [], shared = []] = offered;
    // Teams lists ten at most; the others are told by "hjälp", which is among them.
    for (const words of [personal, shared]) {
      expect(words.length).toBeLessThanOrEqual(10);
      expect(words.filter((word) => word === undefined || !known.includes(word))).toEqual([]);
      expect(words).toContain(commands.help.words[0]);
    }
    // A group is connected where it is, not in a chat with one person.
    expect([personal.includes(commands.bind.words[0]), shared.includes(commands.bind.words[0])]).toEqual([false, true]);
  });

  test('says everything in English too', () => {
    const english = Object.keys(Object(readJson(made.files, 'en.json'))).filter((path) => path !== '$schema');

    expect(english.sort()).toEqual(listTexts(readJson(made.files, 'manifest.json')).sort());
  });
});

test('without any setting for Teams no package is missed, and it is said', async () => {
  const made = await makePackage({ env: { TEAMS_CLIENT_ID: '' } });

  expect(made).toMatchObject({ code: 0, errors: '', files: {} });
  expect(made.output).toContain('No package for Teams: no TEAMS_ setting is there.');
});

describe('what an operator gets wrong', () => {
  test('is named all at once with the next step, and no package is made', async () => {
    const made = await makePackage({
      env: {
        TEAMS_CLIENT_ID: 'samverk',
        PUBLIC_URL: 'http://localhost:3978',
        TEAMS_DEVELOPER_NAME: 'Länsstyrelsen i Västerbottens län',
        TEAMS_PRIVACY_URL: 'lansstyrelsen.se',
      },
      args: ['--version', '1.0.0-rc.1'],
    });

    expect(made).toMatchObject({ code: 1, files: {} });
    expect(made.output).not.toContain('Made teams');
    expect(made.errors).toMatch(/TEAMS_CLIENT_ID is not an id\. Copy "Application \(client\) ID"/);
    expect(made.errors).toMatch(/PUBLIC_URL cannot be reached from Microsoft\. Give an address with https/);
    expect(made.errors).toMatch(/TEAMS_DEVELOPER_NAME is too long.*at most 32/);
    expect(made.errors).toMatch(/TEAMS_PRIVACY_URL must be an address with https/);
    expect(made.errors).toMatch(/version must be three numbers with dots/);
  });

  test('a setting that is missing or empty says where to find it', async () => {
    const made = await makePackage({ env: { TEAMS_CLIENT_ID: '', TEAMS_DEVELOPER_NAME: 'Samverk' } });

    expect(made.errors).toMatch(/TEAMS_CLIENT_ID is not set\. Copy/);
    expect(made.errors).toMatch(/PUBLIC_URL is not set\. Give/);
  });

  test.each(['https://127.0.0.1', 'https://samverk', 'https://samverk.internal', 'samverk.example.org'])(
    'Microsoft cannot reach %s',
    async (address) => {
      const made = await makePackage({ env: { ...right, PUBLIC_URL: address } });

      expect(made.errors).toMatch(/PUBLIC_URL cannot be reached from Microsoft/);
    },
  );
});

test('settings come from .env as well, and the version can be raised for a changed package', async () => {
  const made = await makePackage({
    dotEnv: `TEAMS_CLIENT_ID=${CLIENT_ID}\nPUBLIC_URL=https://samverk.example.org:8443/bot\n`,
    args: ['--version', '1.4.2'],
  });

  expect(Manifest.parse(readJson(made.files, 'manifest.json'))).toMatchObject({
    version: '1.4.2',
    validDomains: ['samverk.example.org:8443'],
    developer: { websiteUrl: 'https://samverk.example.org:8443/bot' },
  });
});

test('the same settings make the same package, byte for byte', async () => {
  const [one, two] = [await makePackage({ env: right }), await makePackage({ env: right })];

  expect(one.zip).toBeDefined();
  expect(one.zip).toEqual(two.zip);
});

describeInBrowser("the package's icons", (open) => {
  test('colour fills its square, and outline is white on nothing', async () => {
    const { files } = await makePackage({ env: right });
    const page = await (await open()).newPage();

    const color = await page.evaluate(lookAt, toAddress(files['color.png']));
    const outline = await page.evaluate(lookAt, toAddress(files['outline.png']));

    expect(color).toMatchObject({ width: 192, height: 192, clear: 0 });
    expect(outline).toMatchObject({ width: 32, height: 32, other: 0 });
    expect(outline.clear).toBeGreaterThan(outline.white);
    expect(outline.white).toBeGreaterThan(100);
    await page.close();
  });
});

function toAddress(bytes: Uint8Array | undefined): string {
  return `data:image/png;base64,${Buffer.from(bytes ?? []).toString('base64')}`;
}

/** Runs in the browser: how many of the pixels are clear, white, or something else? */
async function lookAt(address: string) {
  const image = new Image();
  image.src = address;
  await image.decode();
  const { width, height } = image;
  const context = new OffscreenCanvas(width, height).getContext('2d');
  context?.drawImage(image, 0, 0);
  const { data = [] } = context?.getImageData(0, 0, width, height) ?? {};
  const counts = { width, height, clear: 0, white: 0, other: 0 };
  for (let at = 0; at < data.length; at += 4) {
    const [red = 0, green = 0, blue = 0, alpha = 0] = data.slice(at, at + 4);
    if (alpha === 0) counts.clear += 1;
    else if (Math.min(red, green, blue) > 250) counts.white += 1;
    else counts.other += 1;
  }
  return counts;
}

const TRANSLATED = /^(name|description)\.|(commands|parameters)\[\d+\]\.(title|description)$/;

/** The paths of everything in a manifest that people read, as a language file names them. */
function listTexts(value: unknown, path = ''): string[] {
  if (typeof value === 'string') return TRANSLATED.test(path) ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, at) => listTexts(item, `${path}[${at}]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, item]) => listTexts(item, path === '' ? key : `${path}.${key}`));
}
