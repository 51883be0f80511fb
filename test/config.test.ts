// What the environment may say, and what is said back when it is wrong.
import { readFile } from 'node:fs/promises';
import { parseEnv } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { readConfig } from '../src/config.ts';
import { InvalidInput } from '../src/errors.ts';

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
  test('names every variable that config.ts reads, and nothing else', async () => {
    const source = await readFile(new URL('../src/config.ts', import.meta.url), 'utf8');
    const read = [...source.matchAll(/^ {2}([A-Z][A-Z0-9_]*):/gm)].map(([, name]) => name);

    const named = Object.keys(await readExample());

    expect(read).toContain('SAMVERK_SECRET');
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
