// Microsoft's Bot Connector and the few pages of Graph that a bot reads: real HTTP, its limits, and its moods.
import { setTimeout as wait } from 'node:timers/promises';
import type { FaultPlan } from './fault-plan.ts';
import { type Asked, openForeignServer, type Reply } from './foreign-server.ts';
import { answerBot, type Effect } from './teams-bot-api.ts';
import { type Accident, describeRefusal, type Fault, isRefusal, type Refusal } from './teams-faults.ts';
import { answerGraph } from './teams-graph.ts';
import { BOT_SCOPE, GRAPH_SCOPE, type TeamsIdentity } from './teams-identity.ts';
import { createTurnstile, type Moment, ROSTERS, SENDS, TENANT } from './teams-limits.ts';
import { createWorld, type Place, type World } from './teams-world.ts';

export interface Arrival {
  readonly kind: Effect['kind'];
  readonly place: string;
  readonly tenant: string;
  readonly at: number;
}

export interface TeamsConnector {
  readonly url: string;
  readonly graphUrl: string;
  readonly world: World;
  /** Everything that was done against Microsoft's rules, in words. Empty, where all is well. */
  readonly breaches: string[];
  /** What came in at the connector, whatever became of it. */
  readonly arrivals: Arrival[];
  /** What goes wrong, now and then. */
  plan?: FaultPlan<Fault> | undefined;
  /** The next request at the connector meets this, and the one after it the next; undefined, and it goes well. */
  readonly nextFaults: (Fault | undefined)[];
  /** As if nobody had come for an hour. */
  forgetArrivals(): void;
  /** Where a place is served: every part of the world has its own address. */
  serviceUrlOf(place: Place): string;
  close(): Promise<void>;
}

export interface ConnectorOptions {
  readonly identity: TeamsIdentity;
  /** Members on one page of a roster. */
  readonly pageSize?: number;
  /** How long a slow answer takes. */
  readonly slowMs?: number;
  /** How much time has been skipped so far. */
  readonly skipMs?: () => number;
}

export async function openTeamsConnector(options: ConnectorOptions): Promise<TeamsConnector> {
  const { identity, pageSize = 200, slowMs = 700, skipMs = () => 0 } = options;
  const world = createWorld(identity.registration.clientId);
  let turnstile = createTurnstile();
  const breaches: string[] = [];
  const unchecked: Effect[] = [];
  const arrivals: Arrival[] = [];
  const nextFaults: (Fault | undefined)[] = [];
  const server = await openForeignServer(async (asked) => {
    if (asked.url.pathname.startsWith('/v1.0/')) {
      if (!identity.admits(asked.headers.authorization, GRAPH_SCOPE)) return deny('InvalidAuthenticationToken');
      return answerGraph(world, asked, server.url);
    }
    if (!identity.admits(asked.headers.authorization, BOT_SCOPE)) return deny('Unauthorized');
    return answerConnector(asked);
  });

  async function answerConnector(asked: Asked): Promise<Reply> {
    const effect = answerBot({ world, pageSize, urlOf: connector.serviceUrlOf }, asked);
    const late = effect.place && count(effect, effect.place, asked);
    if (late !== undefined) return throttle(late);
    const planned = () => connector.plan?.strike(`${asked.method} ${asked.url.pathname} ${asked.body}`);
    const fault = nextFaults.length > 0 ? nextFaults.shift() : planned();
    unchecked.push(effect);
    if (fault === undefined) return effect.apply();
    return goWrong(fault, effect);
  }

  /** @returns how long to stay away */
  function count(
    { kind }: Pick<Effect, 'kind'>,
    { id, tenant }: Pick<Place, 'id' | 'tenant'>,
    asked: Moment,
  ): number | undefined {
    const moment = { at: asked.at + skipMs(), notBefore: asked.notBefore + skipMs() };
    arrivals.push({ kind, place: id, tenant, at: moment.at });
    const windows = kind === 'roster' ? ROSTERS : SENDS;
    const waits = [
      ['conversation', turnstile.enter(`${kind} ${id}`, windows, moment)] as const,
      ['tenant', turnstile.enter(tenant, TENANT, moment)] as const,
    ].flatMap(([scope, ms]) => (ms === undefined ? [] : [{ scope, ms }]));
    for (const { scope, ms } of waits) breaches.push(`A ${kind} came ${Math.ceil(ms)} ms too early for its ${scope}.`);
    return waits.length === 0 ? undefined : Math.max(...waits.map(({ ms }) => ms));
  }

  async function goWrong(fault: Fault, effect: Effect): Promise<Reply> {
    if (isRefusal(fault)) return fault === 'busy' ? throttle(2_000) : refuse(fault);
    if (fault === 'cut-before') return 'reset';
    const reply = effect.apply();
    if (fault !== 'slow') return LOST_ANSWERS[fault];
    await wait(slowMs);
    return reply;
  }

  const connector: TeamsConnector = {
    url: server.url,
    graphUrl: `${server.url}/v1.0`,
    world,
    get breaches() {
      breaches.push(...unchecked.splice(0).flatMap((effect) => effect.findBreaches()));
      return breaches;
    },
    arrivals,
    nextFaults,
    forgetArrivals() {
      turnstile = createTurnstile();
    },
    serviceUrlOf: ({ region }) => `${server.url}/${region}/`,
    close: server.close,
  };
  return connector;
}

function refuse(fault: Refusal): Reply {
  const { status, code, message } = describeRefusal(fault);
  return { status, body: { error: { code, message } } };
}

function deny(code: string): Reply {
  return { status: 401, body: { error: { code, message: 'Authorization has been denied for this request.' } } };
}

function throttle(ms: number): Reply {
  const { status, code, message } = describeRefusal('busy');
  return { status, headers: { 'retry-after': `${Math.ceil(ms / 1000)}` }, body: { error: { code, message } } };
}

/** It has arrived, but who sent it does not hear so. */
const LOST_ANSWERS: Record<Exclude<Accident, 'slow' | 'cut-before'>, Reply> = {
  'accepted-504': refuse('gateway-timeout'),
  'cut-after': 'reset',
  'silent-after': 'silence',
};
