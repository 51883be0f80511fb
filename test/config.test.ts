// What the environment may say, and what is said back when it is wrong.
import { mkdtempSync, rmSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { InvalidInput } from '../src/errors.ts';
import { writeCertificate } from './fake/certificate-file.ts';

const SECRET = 'a'.repeat(32);

describe('with nothing set', () => {
  test('Samverk is local, on the embedded database', () => {
    expect(readConfig({})).toEqual({
      host: '127.0.0.1',
      port: 3978,
      publicUrl: 'http://127.0.0.1:3978',
      dataDir: './data',
      logLevel: 'info',
      isLocal: true,
    });
  });

  test('an empty line means the same as no line', () => {
    const empty = {
      HOST: '',
      PORT: '',
      PUBLIC_URL: '',
      DATABASE_URL: '',
      DATA_DIR: '',
      SAMVERK_SECRET: '',
      LOG_LEVEL: '',
    };

    expect(readConfig(empty)).toEqual(readConfig({}));
  });

  test("other programs' variables say nothing", () => {
    expect(readConfig({ PATH: '/usr/bin', HOSTNAME: 'desk' })).toEqual(readConfig({}));
  });
});

describe('what is set', () => {
  test('is what the config says', () => {
    const config = readConfig({
      HOST: '0.0.0.0',
      PORT: '8080',
      PUBLIC_URL: 'https://samverk.example.org/',
      DATABASE_URL: 'postgres://samverk@db:5432/samverk',
      DATA_DIR: '/var/lib/samverk',
      SAMVERK_SECRET: SECRET,
      LOG_LEVEL: 'warn',
    });

    expect(config).toEqual({
      host: '0.0.0.0',
      port: 8080,
      publicUrl: 'https://samverk.example.org',
      databaseUrl: 'postgres://samverk@db:5432/samverk',
      dataDir: '/var/lib/samverk',
      secret: SECRET,
      logLevel: 'warn',
      isLocal: false,
    });
  });

  test('cannot be changed afterwards', () => {
    expect(Object.isFrozen(readConfig({}))).toBe(true);
  });

  test('an IPv6 address makes an address that a browser understands', () => {
    expect(readConfig({ HOST: '::1', PORT: '80' }).publicUrl).toBe('http://[::1]:80');
  });
});

describe('e-mail', () => {
  const open = { PUBLIC_URL: 'https://samverk.example.org', SAMVERK_SECRET: SECRET };

  test.each([
    ['smtps://user:p%40ss@mail.example.org', 'Samverk <samverk@example.org>'],
    ['smtp://127.0.0.1:25', 'samverk@example.org'],
  ])('%s from %s', (SMTP_URL, MAIL_FROM) => {
    expect(readConfig({ ...open, SMTP_URL, MAIL_FROM }).mail).toEqual({ url: SMTP_URL, from: MAIL_FROM });
  });

  test.each([
    [{ SMTP_URL: 'smtps://mail.example.org' }, 'MAIL_FROM'],
    [{ MAIL_FROM: 'samverk@example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'https://mail.example.org', MAIL_FROM: 'samverk@example.org' }, 'SMTP_URL'],
    [{ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'Samverk' }, 'MAIL_FROM'],
    [{ SMTP_URL: 'smtps://mail.example.org', MAIL_FROM: 'a@example.org\nBcc: b@example.org' }, 'MAIL_FROM'],
  ])('%j is refused with a word about %s', (env, path) => {
    let said: unknown;
    try {
      readConfig({ ...open, ...env });
    } catch (error) {
      said = error;
    }

    expect(said).toMatchObject({ findings: [expect.objectContaining({ path })] });
  });
});

describe('local mode', () => {
  test.each(['127.0.0.1', '127.8.0.1', 'localhost', '::1'])(
    'is for a machine that only itself can reach: %s',
    (HOST) => {
      expect(readConfig({ HOST }).isLocal).toBe(true);
    },
  );

  test.each([
    { PUBLIC_URL: 'https://samverk.example.org', SAMVERK_SECRET: SECRET },
    { DATABASE_URL: 'postgresql://samverk@db/samverk', SAMVERK_SECRET: SECRET },
    { SAMVERK_SECRET: SECRET },
  ])('ends where something is configured: %j', (environment) => {
    expect(readConfig(environment).isLocal).toBe(false);
  });

  test.each([{ PUBLIC_URL: 'https://samverk.example.org' }, { DATABASE_URL: 'postgresql://samverk@db/samverk' }])(
    'does not end without a secret: %j',
    (environment) => {
      expect(listFaults(environment)).toEqual(['SAMVERK_SECRET']);
    },
  );

  test.each(['0.0.0.0', '192.0.2.7', '::', '127.0.0.1.example.org', 'localhost.example.org'])(
    'does not end without a secret and an address for the links: %s',
    (HOST) => {
      expect(listFaults({ HOST })).toEqual(['SAMVERK_SECRET', 'PUBLIC_URL']);
    },
  );
});

describe('what is wrong', () => {
  test('is said all at once, with the name of the variable', () => {
    const environment = {
      HOST: '0.0.0.0',
      PORT: '70000',
      PUBLIC_URL: 'samverk.example.org',
      DATABASE_URL: 'mysql://db/samverk',
      SAMVERK_SECRET: 'short',
      LOG_LEVEL: 'loud',
    };

    expect(listFaults(environment)).toEqual(['PORT', 'PUBLIC_URL', 'DATABASE_URL', 'SAMVERK_SECRET', 'LOG_LEVEL']);
  });

  test('is said together with what is missing', () => {
    expect(listFaults({ HOST: '0.0.0.0', PORT: 'http' })).toEqual(['PORT', 'SAMVERK_SECRET', 'PUBLIC_URL']);
  });

  test('is said without telling the secret or the password', () => {
    const fault = refuse({ SAMVERK_SECRET: 'rävrumpa', DATABASE_URL: 'mysql://samverk:smultron@db/samverk' });

    expect(JSON.stringify([fault.message, fault.findings])).not.toMatch(/rävrumpa|smultron/);
  });
});

describe('.env.example', () => {
  test('names every variable that is read, and nothing else', async () => {
    const parts = await readdir(new URL('../src/environment/', import.meta.url));
    const files = ['config.ts', ...parts.map((file) => `environment/${file}`)];
    const sources = files.map((file) => readFile(new URL(`../src/${file}`, import.meta.url), 'utf8'));
    const source = (await Promise.all(sources)).join('\n');
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name);

    const named = Object.keys(await readExample());

    expect(read).toEqual(expect.arrayContaining(['SAMVERK_SECRET', 'TEAMS_CLIENT_ID', 'SLACK_TOKEN_KEY']));
    expect(named.sort()).toEqual(read.sort());
  });

  test('copied as it is, changes nothing', async () => {
    expect(readConfig(await readExample())).toEqual(readConfig({}));
  });
});

async function readExample(): Promise<Readonly<Record<string, string | undefined>>> {
  return parseEnv(await readFile(new URL('../.env.example', import.meta.url), 'utf8'));
}

function listFaults(environment: Readonly<Record<string, string>>): readonly string[] {
  return refuse(environment).findings.map(({ path }) => path);
}

function refuse(environment: Readonly<Record<string, string>>): InvalidInput {
  try {
    readConfig(environment);
  } catch (error) {
    if (error instanceof InvalidInput) return error;
    throw error;
  }
  throw new Error('The environment was taken as right.');
}

describe('Teams', () => {
  const teams = {
    TEAMS_CLIENT_ID: '5c2b7d3e-0000-4000-8000-000000000001',
    TEAMS_CLIENT_SECRET: 'shh',
    TEAMS_TENANT_ID: '5c2b7d3e-0000-4000-8000-000000000002',
    SAMVERK_SECRET: SECRET,
  };

  test('is off until it is configured', () => {
    expect(readConfig({}).teams).toBeUndefined();
  });

  test('is on with the credentials of an app, and ends the local mode', () => {
    const { teams: read, isLocal } = readConfig(teams);

    expect(read).toEqual({
      kind: 'microsoft',
      clientId: teams.TEAMS_CLIENT_ID,
      tenantId: teams.TEAMS_TENANT_ID,
      credential: { kind: 'secret', secret: 'shh' },
    });
    expect(isLocal).toBe(false);
  });

  test('takes a managed identity instead of a secret', () => {
    const { TEAMS_CLIENT_SECRET: _, ...bare } = teams;

    const { teams: read } = readConfig({ ...bare, TEAMS_MANAGED_IDENTITY: 'system' });

    expect(read).toMatchObject({ credential: { kind: 'managed-identity', identity: 'system' } });
  });

  test('takes a certificate instead of a secret, when its file is right', () => {
    const { TEAMS_CLIENT_SECRET: _, ...bare } = teams;
    const folder = mkdtempSync(join(tmpdir(), 'samverk-config-'));
    const { path } = writeCertificate(join(folder, 'samverk.pem'));

    const { teams: read } = readConfig({ ...bare, TEAMS_CERTIFICATE: path });
    const faults = listFaults({ ...bare, TEAMS_CERTIFICATE: join(folder, 'nowhere.pem') });
    rmSync(folder, { recursive: true });

    expect(read).toMatchObject({ credential: { kind: 'certificate', path } });
    expect(faults).toEqual(['TEAMS_CERTIFICATE']);
  });

  test('says all that is missing at once', () => {
    const { TEAMS_CLIENT_ID } = teams;

    expect(listFaults({ TEAMS_CLIENT_ID, SAMVERK_SECRET: SECRET })).toEqual(['TEAMS_CLIENT_SECRET', 'TEAMS_TENANT_ID']);
    expect(listFaults({ ...teams, TEAMS_MANAGED_IDENTITY: 'system' })).toEqual(['TEAMS_MANAGED_IDENTITY']);
    expect(listFaults({ TEAMS_CLIENT_SECRET: 'shh', TEAMS_TENANT_ID: 'x' })).toEqual([
      'TEAMS_CLIENT_SECRET',
      'TEAMS_TENANT_ID',
    ]);
    expect(listFaults({ ...teams, TEAMS_CLIENT_ID: 'samverk' })).toEqual(['TEAMS_CLIENT_ID']);
  });

  const connector = 'http://127.0.0.1:56150/_connector';

  test('can be tried with a local client, on this machine alone', () => {
    expect(readConfig({ TEAMS_LOCAL_CLIENT: connector }).teams).toEqual({
      kind: 'local-client',
      connectorUrl: connector,
    });
  });

  test.each([
    { TEAMS_LOCAL_CLIENT: connector, HOST: '0.0.0.0', PUBLIC_URL: 'https://example.org', SAMVERK_SECRET: SECRET },
    { TEAMS_LOCAL_CLIENT: 'https://example.org/_connector' },
    { TEAMS_LOCAL_CLIENT: connector, ...teams },
    { TEAMS_LOCAL_CLIENT: 'somewhere' },
  ])('does not let in whoever asks where others can reach it, or together with credentials: %j', (environment) => {
    expect(listFaults(environment)).toEqual(['TEAMS_LOCAL_CLIENT']);
  });
});

describe('Slack', () => {
  const KEY = '0'.repeat(64);
  const NEW_KEY = 'F'.repeat(64);
  const one = { SLACK_BOT_TOKEN: 'xoxb-1-smultron', SLACK_SIGNING_SECRET: 'rävrumpa', SAMVERK_SECRET: SECRET };
  const several = {
    SLACK_CLIENT_ID: '123.456',
    SLACK_CLIENT_SECRET: 'hallon',
    SLACK_TOKEN_KEY: KEY,
    SLACK_SIGNING_SECRET: 'rävrumpa',
    PUBLIC_URL: 'https://samverk.example.org',
    SAMVERK_SECRET: SECRET,
  };

  test('is off until it is configured', () => {
    expect(readConfig({}).slack).toBeUndefined();
  });

  test('is on with the token of one workspace, and ends the local mode', () => {
    const { slack, isLocal } = readConfig(one);

    expect(slack).toEqual({
      apiUrl: 'https://slack.com/api/',
      receive: { kind: 'http', signingSecret: 'rävrumpa' },
      install: { kind: 'token', botToken: 'xoxb-1-smultron' },
    });
    expect(isLocal).toBe(false);
  });

  test('is on with a client id, for every workspace that installs the app', () => {
    const { slack, isLocal } = readConfig({ ...several, SLACK_TOKEN_KEY: `${NEW_KEY}, ${KEY}` });

    expect(slack?.install).toEqual({
      kind: 'oauth',
      clientId: '123.456',
      clientSecret: 'hallon',
      keys: [NEW_KEY.toLowerCase(), KEY],
    });
    expect(isLocal).toBe(false);
  });

  test('opens the line itself with an app-level token', () => {
    const { SLACK_SIGNING_SECRET: _, ...bare } = one;

    const { slack } = readConfig({ ...bare, SLACK_APP_TOKEN: 'xapp-1-lingon' });

    expect(slack?.receive).toEqual({ kind: 'socket', appToken: 'xapp-1-lingon' });
  });

  test('wants a secret for its links like everything that others reach', () => {
    const { SAMVERK_SECRET: _, ...bare } = one;

    expect(listFaults(bare)).toEqual(['SAMVERK_SECRET']);
  });

  test('says all that is missing at once', () => {
    const { SLACK_BOT_TOKEN } = one;
    const { SLACK_CLIENT_ID } = several;

    expect(listFaults({ SLACK_BOT_TOKEN, SAMVERK_SECRET: SECRET })).toEqual(['SLACK_SIGNING_SECRET']);
    expect(listFaults({ SLACK_CLIENT_ID, SAMVERK_SECRET: SECRET })).toEqual([
      'SLACK_SIGNING_SECRET',
      'SLACK_CLIENT_SECRET',
      'SLACK_TOKEN_KEY',
      'PUBLIC_URL',
    ]);
  });

  test('says once that an address is missing, whoever needs it', () => {
    const { PUBLIC_URL: _, ...bare } = several;

    expect(listFaults({ ...bare, HOST: '0.0.0.0' })).toEqual(['PUBLIC_URL']);
  });

  test.each([
    { SLACK_SIGNING_SECRET: 'rävrumpa' },
    { SLACK_APP_TOKEN: 'xapp-1' },
    { SLACK_CLIENT_SECRET: 'hallon' },
    { SLACK_TOKEN_KEY: KEY },
    { SLACK_API_URL: 'https://slack.com/api/' },
  ])('is not half configured: %j', (environment) => {
    expect(listFaults(environment)).toEqual(Object.keys(environment));
  });

  test('knows which of two it is to use', () => {
    const { SLACK_CLIENT_SECRET, SLACK_TOKEN_KEY } = several;

    expect(listFaults({ ...one, ...several })).toEqual(['SLACK_BOT_TOKEN']);
    expect(listFaults({ ...one, SLACK_APP_TOKEN: 'xapp-1' })).toEqual(['SLACK_APP_TOKEN']);
    expect(listFaults({ ...one, SLACK_CLIENT_SECRET, SLACK_TOKEN_KEY })).toEqual([
      'SLACK_CLIENT_SECRET',
      'SLACK_TOKEN_KEY',
    ]);
  });

  test.each([
    { SLACK_BOT_TOKEN: 'xoxp-1-smultron' },
    { SLACK_BOT_TOKEN: 'xoxe.xoxb-1-smultron' },
    { SLACK_API_URL: 'slack' },
  ])('says what a value should be: %j', (environment) => {
    expect(listFaults({ ...one, ...environment })).toEqual(Object.keys(environment));
  });

  test.each([
    { SLACK_CLIENT_ID: 'samverk' },
    { SLACK_TOKEN_KEY: 'smultronställe' },
    { SLACK_TOKEN_KEY: `${KEY},` },
    { PUBLIC_URL: 'http://samverk.example.org' },
  ])('says what a value should be where several workspaces are served: %j', (environment) => {
    expect(listFaults({ ...several, ...environment })).toEqual(Object.keys(environment));
  });

  test('can be tried with a Slack on this machine, and leads back to it', () => {
    const here = { PUBLIC_URL: 'http://127.0.0.1:3978', SLACK_API_URL: 'http://localhost:4000/api' };

    expect(readConfig({ ...several, ...here }).slack?.apiUrl).toBe('http://localhost:4000/api/');
  });

  test.each(['https://slack.com/api', 'https://lansstyrelsen.enterprise.slack.com/api/'])(
    'sends its tokens to Slack: %s',
    (SLACK_API_URL) => {
      expect(readConfig({ ...one, SLACK_API_URL }).slack?.apiUrl).toMatch(/\/api\/$/);
    },
  );

  test.each([
    'http://slack.com/api/',
    'https://slack.com.example.org/api/',
    'https://notslack.com/api/',
    'http://10.0.0.1',
  ])('sends its tokens nowhere else: %s', (SLACK_API_URL) => {
    expect(listFaults({ ...one, SLACK_API_URL })).toEqual(['SLACK_API_URL']);
  });

  test('says what is wrong without telling a token or a key', () => {
    const wrong = {
      ...several,
      SLACK_BOT_TOKEN: 'xoxp-smultron',
      SLACK_APP_TOKEN: 'lingon',
      SLACK_TOKEN_KEY: 'hjortron',
    };

    const fault = refuse(wrong);

    expect(fault.findings.length).toBeGreaterThan(2);
    expect(JSON.stringify([fault.message, fault.findings])).not.toMatch(/smultron|lingon|hallon|hjortron|rävrumpa/);
  });
});
