// The manifests from which a county board makes its app in Slack.
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from '@jest/globals';
import Ajv from 'ajv';
import { z } from 'zod';
import { SLACK_SCOPES } from '../../src/platforms/slack/slack-scopes.ts';
import { type Made, makePackage } from './make-package.ts';

const PUBLIC_URL = 'https://samverk.example.org/';

const Manifest = z.object({
  display_information: z.object({ name: z.string(), long_description: z.string() }),
  features: z.object({
    app_home: z.object({ home_tab_enabled: z.boolean(), messages_tab_enabled: z.boolean() }),
    shortcuts: z.array(z.object({ type: z.string(), callback_id: z.string() })),
    slash_commands: z.array(z.object({ command: z.string(), url: z.string().optional() })),
  }),
  oauth_config: z.object({
    redirect_urls: z.array(z.string()).optional(),
    scopes: z.object({ bot: z.array(z.string()) }),
  }),
  settings: z.object({
    event_subscriptions: z.object({ request_url: z.string().optional(), bot_events: z.array(z.string()) }),
    interactivity: z.object({ is_enabled: z.boolean(), request_url: z.string().optional() }),
    socket_mode_enabled: z.boolean(),
    token_rotation_enabled: z.boolean(),
    org_deploy_enabled: z.boolean(),
  }),
});

function read(made: Made, file: string) {
  return Manifest.parse(JSON.parse(made.slack[file] ?? '{}'));
}

function faultsOf(manifest: unknown): unknown {
  const file = new URL('../../manifests/slack/schema/app-manifest-2.0.0.schema.json', import.meta.url);
  const ajv = new Ajv.default({ allErrors: true, strict: false, formats: { uri: URL.canParse } });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')));
  validate(manifest);
  return validate.errors ?? [];
}

function readSection(title: string): string {
  const doc = readFileSync(new URL('../../docs/slack.md', import.meta.url), 'utf8');
  return doc.split(/^## /m).find((section) => section.startsWith(title)) ?? '';
}

describe('the manifests for Slack', () => {
  let made: Made;

  beforeAll(async () => {
    made = await makePackage({ env: { PUBLIC_URL } });
  });

  test('are made for both ways in, and it is said where they lie and what comes next', () => {
    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(Object.keys(made.slack).sort()).toEqual(['slack-http.json', 'slack-socket.json']);
    expect(made.output).toContain('Made slack-http.json, for Slack over HTTP.');
    expect(made.output).toContain('Create New App > From a manifest');
  });

  test.each(['slack-http.json', 'slack-socket.json'])("keep Slack's schema: %s", (file) => {
    expect(faultsOf(JSON.parse(made.slack[file] ?? ''))).toEqual([]);
    expect(made.slack[file]).not.toContain('{{');
  });

  test('would not keep it with a description that is too short, or a property that Slack does not know', () => {
    const manifest = JSON.parse(made.slack['slack-http.json'] ?? '');
    const { display_information: display } = manifest;

    const short = faultsOf({ ...manifest, display_information: { ...display, long_description: 'Kort.' } });
    const unknown = faultsOf({ ...manifest, settings: { ...manifest.settings, socket_mode: true } });

    expect(short).toMatchObject([{ keyword: 'minLength' }]);
    expect(unknown).toMatchObject([{ keyword: 'additionalProperties' }]);
  });

  test('over HTTP, Slack is told where to send what', () => {
    const { features, settings, oauth_config } = read(made, 'slack-http.json');

    const door = 'https://samverk.example.org/slack/events';
    expect(settings.event_subscriptions.request_url).toBe(door);
    expect(settings.interactivity).toEqual({ is_enabled: true, request_url: door });
    expect(features.slash_commands).toEqual([{ command: '/samverk', url: door }]);
    expect(oauth_config.redirect_urls).toEqual(['https://samverk.example.org/slack/oauth/callback']);
    expect(settings.socket_mode_enabled).toBe(false);
  });

  test('in Socket Mode, Slack is told no address to send to', () => {
    const { features, settings, oauth_config } = read(made, 'slack-socket.json');

    expect(settings.event_subscriptions.request_url).toBeUndefined();
    expect(settings.interactivity).toEqual({ is_enabled: true });
    expect(features.slash_commands).toEqual([{ command: '/samverk' }]);
    expect(oauth_config.redirect_urls).toEqual(['https://samverk.example.org/slack/oauth/callback']);
    expect(settings.socket_mode_enabled).toBe(true);
  });

  test('differ in nothing else', () => {
    const [http, socket] = ['slack-http.json', 'slack-socket.json'].map((file) => read(made, file));

    expect(socket?.oauth_config).toEqual(http?.oauth_config);
    expect(socket?.display_information).toEqual(http?.display_information);
    expect(socket?.features.app_home).toEqual(http?.features.app_home);
    expect(socket?.settings.event_subscriptions.bot_events).toEqual(http?.settings.event_subscriptions.bot_events);
  });

  test('want tokens that do not run out, in one workspace at a time, as the service does', () => {
    const { settings } = read(made, 'slack-http.json');

    expect(settings).toMatchObject({ token_rotation_enabled: false, org_deploy_enabled: false });
  });

  test('subscribe to the very events that the service knows, and in channels to none of what people say', () => {
    const incoming = new URL('../../src/platforms/slack/slack-incoming.ts', import.meta.url);
    const known = [...readFileSync(incoming, 'utf8').matchAll(/case '(\w+)':/g)].map(([, event = '']) =>
      // What is said in channels is another event of the same type.
      event === 'message' ? 'message.im' : event,
    );

    expect(known).toContain('app_mention');
    expect(read(made, 'slack-http.json').settings.event_subscriptions.bot_events).toEqual(known.toSorted());
  });

  test('ask for the very scopes that installing asks for, and that docs/slack.md explains', () => {
    const asked = read(made, 'slack-http.json').oauth_config.scopes.bot;
    const rows = readSection('What it is allowed, and why').matchAll(/^\| `([^`]+)` \|/gm);
    const explained = [...rows].map(([, scope]) => scope);

    expect(asked).toEqual([...SLACK_SCOPES]);
    expect(explained.sort()).toEqual([...SLACK_SCOPES].sort());
  });
});

describe('without an address that Slack can reach', () => {
  test.each([
    { env: {}, why: 'PUBLIC_URL is not set.' },
    { env: { PUBLIC_URL: 'http://samverk.intern:3978' }, why: 'PUBLIC_URL cannot be reached from Slack.' },
  ])('Socket Mode is what is left, and it is said: $why', async ({ env, why }) => {
    const made = await makePackage({ env });

    expect(made).toMatchObject({ code: 0, errors: '' });
    expect(Object.keys(made.slack)).toEqual(['slack-socket.json']);
    expect(made.output).toContain(`No manifest for Slack over HTTP: ${why}`);
    expect(faultsOf(JSON.parse(made.slack['slack-socket.json'] ?? ''))).toEqual([]);
    expect(read(made, 'slack-socket.json').oauth_config.redirect_urls).toBeUndefined();
  });
});

test('what is wrong for Teams keeps nobody from Slack', async () => {
  const made = await makePackage({ env: { TEAMS_CLIENT_ID: 'samverk', PUBLIC_URL } });

  expect(made.code).toBe(1);
  expect(made.errors).toContain('TEAMS_CLIENT_ID is not an id.');
  expect(Object.keys(made.slack)).toHaveLength(2);
});
