// An independent Slack on this machine, which knows nothing of ours: a real process, real signatures, a page to look at.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { access, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { WebSocket } from 'undici';
import { stringify } from 'yaml';
import { z } from 'zod';
import { until } from './until.ts';

/** `npm run peer:slack` puts it there; it is too large for everybody to install. */
const BINARY = fileURLToPath(new URL('../../node_modules/local-slack-linux-x64/bin/local-slack', import.meta.url));

export const WORKSPACE = 'T01FOLK';
export const APP = { appId: 'A01SAMVERK', botUserId: 'U0SAMVERK', botName: 'samverk' } as const;
export const TOKENS = {
  botToken: 'xoxb-local-samverk',
  appToken: 'xapp-local-samverk',
  signingSecret: 'a-local-signing-secret',
} as const;

export interface LocalUser {
  readonly id: string;
  readonly name: string;
  readonly email: string;
}

export interface LocalChannel {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
}

export interface LocalWorkspace {
  readonly users: readonly LocalUser[];
  readonly channels: readonly LocalChannel[];
  /** Where our events are sent; without it, over Socket Mode. */
  readonly requestUrl?: string;
}

const Block = z.looseObject({ type: z.string(), block_id: z.string().optional() });
type Block = z.infer<typeof Block>;

const Post = z.looseObject({
  ts: z.string(),
  text: z.string().default(''),
  blocks: z.array(Block).default([]),
  /** Whom alone it is shown to. */
  ephemeral_to: z.string().optional(),
});
export type Post = z.infer<typeof Post>;

const View = z.looseObject({ type: z.string(), blocks: z.array(Block) });
export type View = z.infer<typeof View>;

export interface LocalSlack {
  readonly apiUrl: string;
  readonly pageUrl: string;
  /** Somebody writes a message, with a mention or in their own chat with the app. */
  write(message: { readonly channel: string; readonly user: string; readonly text: string }): Promise<void>;
  command(given: { readonly channel: string; readonly user: string; readonly text: string }): Promise<void>;
  /** Presses the button of a post that says this. */
  press(on: PressOn): Promise<void>;
  openHome(user: string): Promise<View>;
  pressAtHome(user: string, label: string): void;
  /** Sends the form that is open, with these values by the names of their fields. */
  submit(user: string, values: Readonly<Record<string, string>>): void;
  /** What is open on top of everything. */
  readonly modal: () => View | undefined;
  /** What was wrong with the form when it was sent last, by the id of the block. */
  readonly faults: () => Readonly<Record<string, string>>;
  listPosts(channel: string): Promise<readonly Post[]>;
  /** Somebody's own chat with the app, once there is one. */
  findPersonal(user: string): Promise<string | undefined>;
  /** Does somebody speak for our app over Socket Mode? */
  readonly isConnected: () => boolean;
  close(): Promise<void>;
}

export interface PressOn {
  readonly channel: string;
  readonly ts: string;
  readonly user: string;
  readonly label: string;
}

export async function isLocalSlackHere(): Promise<boolean> {
  return access(BINARY).then(
    () => true,
    () => false,
  );
}

export async function openLocalSlack(workspace: LocalWorkspace): Promise<LocalSlack> {
  const folder = await mkdtemp(join(tmpdir(), 'samverk-slack-'));
  const port = await findPort();
  const config = join(folder, 'workspace.yaml');
  await writeFile(config, stringify(describeWorkspace(workspace)));
  const flags = ['--config', config, '--port', `${port}`, '--base-host', '127.0.0.1', '--files-dir', folder];
  const child = spawn(BINARY, flags, { stdio: 'ignore' });
  const ended = once(child, 'exit');
  const pageUrl = `http://127.0.0.1:${port}`;
  await until(() =>
    fetch(`${pageUrl}/_control/state`).then(
      ({ ok }) => ok,
      () => false,
    ),
  );
  const screen = await openScreen(port);
  const control = async (path: string, body: unknown) => {
    await ask(`${pageUrl}/_control/${path}`, body);
  };
  const listPosts = async (channel: string) =>
    z.object({ messages: z.array(Post) }).parse(await ask(`${pageUrl}/_control/messages/${channel}`)).messages;
  return {
    apiUrl: `${pageUrl}/api/`,
    pageUrl,
    write: (message) => control('message', message),
    command: (given) => control('command', { ...given, command: '/samverk' }),
    async press({ channel, ts, user, label }) {
      const post = (await listPosts(channel)).find((each) => each.ts === ts);
      await control('interact', { channel, messageTs: ts, user, action: findButton(post?.blocks ?? [], label) });
    },
    async openHome(user) {
      screen.forgetHome(user);
      await control('open-home', { user });
      await until(() => screen.home(user) !== undefined);
      return screen.home(user) ?? { type: 'home', blocks: [] };
    },
    pressAtHome(user, label) {
      const action = findButton(screen.home(user)?.blocks ?? [], label);
      screen.send({ t: 'block_action', channel: '', messageTs: '', user, action, appId: APP.appId });
    },
    submit: (user, values) => screen.send({ t: 'view_submit', user, values: toState(screen.modal(), values) }),
    modal: screen.modal,
    faults: screen.faults,
    listPosts,
    async findPersonal(user) {
      const { channels } = State.parse(await ask(`${pageUrl}/_control/state`));
      return channels.find(({ is_im: isIm, members }) => isIm && members.includes(user))?.id;
    },
    isConnected: screen.isConnected,
    async close() {
      screen.close();
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function describeWorkspace({ users, channels, requestUrl }: LocalWorkspace) {
  const delivery = requestUrl === undefined ? { mode: 'socket' } : { mode: 'events', requestUrl };
  return {
    workspace: { name: 'Folkbildningen', domain: 'folkbildningen', teamId: WORKSPACE },
    app: { ...APP, ...TOKENS, ...delivery },
    users: users.map(({ id, name, email }) => ({ id, name, real_name: name, email, tz: 'Europe/Stockholm' })),
    channels: channels.map(({ id, name, members }) => ({ id, name, members: [...members, APP.botUserId] })),
  };
}

/** It takes no port of its own choice. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function ask(url: string, body?: unknown): Promise<unknown> {
  const request = body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) };
  const response = await fetch(url, { ...request, headers: { 'content-type': 'application/json' } });
  if (!response.ok) throw new Error(`The local Slack refused ${url}: ${await response.text()}`);
  return response.json();
}

const State = z.looseObject({
  channels: z.array(z.looseObject({ id: z.string(), is_im: z.boolean().optional(), members: z.array(z.string()) })),
});

const Apps = z.array(z.looseObject({ connected: z.union([z.number(), z.boolean()]) }));
const Pushed = z.discriminatedUnion('t', [
  z.looseObject({ t: z.literal('init'), state: z.looseObject({ apps: Apps }) }),
  z.looseObject({ t: z.literal('view'), stack: z.array(View) }),
  z.looseObject({ t: z.literal('view_errors'), errors: z.record(z.string(), z.string()) }),
  z.looseObject({ t: z.literal('home'), user: z.string(), view: View }),
  z.looseObject({ t: z.literal('socket_status'), connected: z.union([z.number(), z.boolean()]).optional() }),
]);

/** What its page is told, and sends. */
async function openScreen(port: number) {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/ui`);
  let stack: readonly View[] = [];
  let faults: Readonly<Record<string, string>> = {};
  let isConnected = false;
  const homes = new Map<string, View>();
  socket.addEventListener('message', ({ data }) => {
    const pushed = Pushed.safeParse(JSON.parse(String(data))).data;
    if (pushed?.t === 'init') isConnected = Boolean(pushed.state.apps[0]?.connected);
    if (pushed?.t === 'socket_status') isConnected = Boolean(pushed.connected ?? isConnected);
    if (pushed?.t === 'view_errors') faults = pushed.errors;
    if (pushed?.t === 'home') homes.set(pushed.user, pushed.view);
    if (pushed?.t !== 'view') return;
    stack = pushed.stack;
    faults = {};
  });
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve);
    socket.addEventListener('error', reject);
  });
  return {
    modal: () => stack.at(-1),
    faults: () => faults,
    home: (user: string) => homes.get(user),
    forgetHome: (user: string) => homes.delete(user),
    isConnected: () => isConnected,
    send: (message: unknown) => socket.send(JSON.stringify(message)),
    close: () => socket.close(),
  };
}

const Text = z.looseObject({ text: z.string() });
const Button = z.looseObject({ type: z.literal('button'), text: Text, action_id: z.string() });

/** As the page would send it. */
function findButton(blocks: readonly Block[], label: string) {
  for (const { block_id, elements, accessory } of blocks) {
    const candidates = [...(Array.isArray(elements) ? elements : []), accessory];
    const buttons = candidates.flatMap((each) => Button.safeParse(each).data ?? []);
    const button = buttons.find(({ text }) => text.text.includes(label));
    if (button) return { ...button, block_id };
  }
  throw new Error(`No button says "${label}".`);
}

const Input = z.looseObject({
  element: z.looseObject({
    type: z.string(),
    action_id: z.string(),
    options: z.array(z.looseObject({ value: z.string() })).default([]),
  }),
});

function toState(view: View | undefined, values: Readonly<Record<string, string>>) {
  const entries = (view?.blocks ?? []).flatMap((block) => {
    const { block_id: blockId = '' } = block;
    const element = Input.safeParse(block).data?.element;
    const value = element && values[element.action_id];
    return element && value !== undefined
      ? [[blockId, { [element.action_id]: toElementState(element, value) }] as const]
      : [];
  });
  return Object.fromEntries(entries);
}

/** A text, a date, or an option by its value. */
function toElementState({ type, options }: z.infer<typeof Input>['element'], value: string) {
  if (type === 'plain_text_input' || type === 'number_input') return { type, value };
  if (type === 'datepicker') return { type, selected_date: value };
  return { type, selected_option: options.find((option) => option.value === value) };
}
