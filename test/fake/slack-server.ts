// Slack on real HTTP: its Web API and the addresses it gives for answers, its limits, and its moods.
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultPlan } from './fault-plan.ts';
import { type Asked, openForeignServer, type Reply } from './foreign-server.ts';
import type { Fault } from './slack-faults.ts';
import { CALLS, POSTS_IN_CHANNEL, POSTS_IN_WORKSPACE } from './slack-limits.ts';
import { type Args, answerMethod, done, fail, knowsMethod, readContent, type Told } from './slack-web-api.ts';
import { type Account, type Channel, createWorld, type Workspace, type World } from './slack-world.ts';
import { createTurnstile, type Moment } from './teams-limits.ts';

export interface Call {
  readonly method: string;
  readonly workspace: string;
  readonly channel?: string | undefined;
  readonly at: number;
}

export interface SlackServer {
  /** Ends with "/api/". */
  readonly apiUrl: string;
  readonly world: World;
  /** Everything that was done against Slack's rules, in words. Empty, where all is well. */
  readonly breaches: string[];
  /** Whatever became of it. */
  readonly calls: Call[];
  /** What goes wrong, now and then. */
  plan?: FaultPlan<Fault> | undefined;
  /** The next post or change meets this, and the one after it the next; undefined, and it goes well. */
  readonly nextFaults: (Fault | undefined)[];
  /** A method that goes wrong each time. */
  readonly broken: Map<string, Fault>;
  /** A workspace that answers nothing but "too many requests", and for how many milliseconds more one should stay away. */
  readonly busy: Map<string, () => number>;
  /** Whoever comes with this token is led there. */
  sockets?: { readonly appToken: string; readonly url: string } | undefined;
  /** As if nobody had come for an hour. */
  forgetCalls(): void;
  /** Good for one modal within three seconds. */
  makeTrigger(account: Account): string;
  /** Where one may answer for half an hour, five times. */
  makeResponseUrl(channel: Channel, account: Account): string;
  close(): Promise<void>;
}

export interface SlackOptions {
  /** Members, or posts, on one page. */
  readonly pageSize?: number;
  readonly slowMs?: number;
  /** How much time has been skipped so far. */
  readonly skipMs?: () => number;
}

const TRIGGER_MS = 3_000;
const RESPONSES = 5;
const STRUCK = ['chat.postMessage', 'chat.update'];

export async function openSlackServer(options: SlackOptions = {}): Promise<SlackServer> {
  const { pageSize = 100, slowMs = 700, skipMs = () => 0 } = options;
  const world = createWorld();
  const breaches: string[] = [];
  const triggers = new Map<string, { readonly userId: string; readonly until: number }>();
  const responses = new Map<string, { readonly channel: Channel; readonly userId: string; left: number }>();
  let turnstile = createTurnstile();
  let made = 0;

  const server = await openForeignServer(async (asked) => {
    const [, door = '', name = ''] = asked.url.pathname.split('/');
    if (door === 'respond') return answerResponse(name, asked);
    return door === 'api' ? answerCall(name, asked) : { status: 404 };
  });

  async function answerCall(method: string, asked: Asked): Promise<Reply> {
    const args = Object.fromEntries(new URLSearchParams(asked.body));
    if (method === 'apps.connections.open') return strike(slack.broken.get(method), () => leadToSocket(asked));
    if (!knowsMethod(method)) breaches.push(`There is no method ${method}.`);
    if (args.token !== undefined) breaches.push('A token came in the body, where logs keep it.');
    const workspace = findWorkspace(asked.headers.authorization);
    const refusal = refuseToken(workspace);
    if (refusal || !workspace) return tell(refusal ?? fail('invalid_auth'));
    slack.calls.push({ method, workspace: workspace.id, channel: args.channel, at: asked.at });
    const busyMs = slack.busy.get(workspace.id)?.() ?? 0;
    if (busyMs > 0) return limit(busyMs);
    const moment = { at: asked.at + skipMs(), notBefore: asked.notBefore + skipMs() };
    const late = count(method, workspace, args, moment);
    if (late !== undefined) return limit(late);
    return strike(findFault(method, args), () =>
      answerMethod(method, { world, workspace, args, pageSize, breaches, useTrigger }),
    );
  }

  function leadToSocket({ headers }: Asked): Told {
    const { sockets } = slack;
    const isTheirs = sockets && headers.authorization === `Bearer ${sockets.appToken}`;
    return isTheirs ? done({ url: sockets.url }) : fail('invalid_auth');
  }

  function findFault(method: string, args: Args): Fault | undefined {
    const always = slack.broken.get(method);
    if (always || !STRUCK.includes(method)) return always;
    if (slack.nextFaults.length > 0) return slack.nextFaults.shift();
    return slack.plan?.strike(`${method} ${JSON.stringify(args)}`);
  }

  function findWorkspace(authorization = ''): Workspace | undefined {
    return [...world.workspaces.values()].find(({ botToken }) => authorization === `Bearer ${botToken}`);
  }

  /** @returns how long to stay away, where it came too early */
  function count(method: string, { id }: Workspace, { channel }: Args, at: Moment): number | undefined {
    const lanes =
      method === 'chat.postMessage'
        ? [
            ['channel', turnstile.enter(`post ${channel}`, POSTS_IN_CHANNEL, at)] as const,
            ['workspace', turnstile.enter(`post in ${id}`, POSTS_IN_WORKSPACE, at)] as const,
          ]
        : [['method', turnstile.enter(`${method} in ${id}`, CALLS[method] ?? [], at)] as const];
    const waits = lanes.flatMap(([scope, ms]) => (ms === undefined ? [] : [{ scope, ms }]));
    for (const { scope, ms } of waits) breaches.push(`${method} came ${Math.ceil(ms)} ms too early for its ${scope}.`);
    return waits.length === 0 ? undefined : Math.max(...waits.map(({ ms }) => ms));
  }

  function useTrigger(id: string) {
    const trigger = triggers.get(id);
    if (!trigger) return { error: 'invalid_trigger_id' };
    if (trigger.until < performance.now()) return { error: 'expired_trigger_id' };
    triggers.delete(id);
    return { userId: trigger.userId };
  }

  function answerResponse(id: string, asked: Asked): Reply {
    const response = responses.get(id);
    if (!response || response.left === 0) return { status: 404, body: 'expired_url' };
    response.left -= 1;
    const body: Record<string, unknown> = JSON.parse(asked.body);
    const content = readContent({ text: `${body.text}`, blocks: JSON.stringify(body.blocks ?? []) }, breaches);
    if ('error' in content) return { status: 500, body: content.error };
    if (body.response_type !== 'ephemeral') breaches.push('An answer to one person went to all.');
    world.post({ channel: response.channel, content, onlyTo: response.userId });
    return { status: 200, body: 'ok' };
  }

  async function strike(fault: Fault | undefined, apply: () => Told): Promise<Reply> {
    if (fault === undefined) return tell(apply());
    if (fault.startsWith('code:')) return tell(fail(fault.slice('code:'.length)));
    switch (fault) {
      case 'limited':
        return limit(1_000);
      case 'status-500':
        return { status: 500, body: 'Something broke.' };
      case 'status-503':
        return { status: 503, body: 'Nobody is here.' };
      case 'page':
        return { status: 200, body: '<html>A proxy was here.</html>' };
      case 'cut-before':
        return 'reset';
    }
    const told = apply();
    switch (fault) {
      case 'accepted-500':
        return { status: 502, body: 'Something broke.' };
      case 'accepted-internal-error':
        return tell(fail('internal_error'));
      case 'cut-after':
        return 'reset';
      case 'silent-after':
        return 'silence';
      default:
        await wait(slowMs);
        return tell(told);
    }
  }

  const slack: SlackServer = {
    apiUrl: `${server.url}/api/`,
    world,
    breaches,
    calls: [],
    nextFaults: [],
    broken: new Map(),
    busy: new Map(),
    forgetCalls() {
      turnstile = createTurnstile();
    },
    makeTrigger({ id: userId }) {
      made += 1;
      const id = `${made}.${userId}`;
      triggers.set(id, { userId, until: performance.now() + TRIGGER_MS });
      return id;
    },
    makeResponseUrl(channel, { id: userId }) {
      made += 1;
      responses.set(`${made}`, { channel, userId, left: RESPONSES });
      return `${server.url}/respond/${made}`;
    },
    close: server.close,
  };
  return slack;
}

function refuseToken(workspace: Workspace | undefined): Told | undefined {
  if (!workspace) return fail('invalid_auth');
  if (workspace.state === 'revoked') return fail('token_revoked');
  return workspace.state === 'inactive' ? fail('account_inactive') : undefined;
}

function tell(body: Told): Reply {
  return { status: 200, body };
}

function limit(ms: number): Reply {
  return { status: 429, headers: { 'retry-after': `${Math.ceil(ms / 1_000)}` }, body: fail('ratelimited') };
}
