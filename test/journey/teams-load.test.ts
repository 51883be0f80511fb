// Very many messages to one tenant through a connector that misbehaves, killed in between: each once, and no limit broken.
// TEAMS_LOAD=2000 npm test -- test/journey/teams-load sends so many to forty conversations, and measures the time.
import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import { toConversation } from '../../src/platforms/teams/teams-place.ts';
import { type FindPlace, listCrowd } from '../fake/crowd.ts';
import { planFaults } from '../fake/fault-plan.ts';
import { type Ground, layGround, removeOriginals } from '../fake/kill-ground.ts';
import { type SecondProcess, startProcess } from '../fake/second-process.ts';
import { openTeamsConnector, type TeamsConnector } from '../fake/teams-connector.ts';
import { PASSING } from '../fake/teams-faults.ts';
import { openTeamsIdentity, type TeamsIdentity } from '../fake/teams-identity.ts';
import { findShortestSpan, SENDS, TENANT } from '../fake/teams-limits.ts';
import type { LoadOrders } from '../fake/teams-load-orders.ts';
import { makeAccount, makeTenant } from '../fake/teams-world.ts';
import { preferredDatabase } from '../fake/test-database.ts';

const CHILD = new URL('../fake/killed-teams-road.ts', import.meta.url);
const ASKED_FOR = Number(process.env.TEAMS_LOAD ?? 0);
const CONVERSATIONS = ASKED_FOR ? 40 : 6;
const OCCURRENCES = ASKED_FOR ? Math.ceil(ASKED_FOR / CONVERSATIONS) : 10;
const SEED = process.env.TEAMS_LOAD_SEED ?? 'blekinge';
/** What a killed child had in hand comes back after this; in the short run, nobody has half a minute. */
const LEASE = ASKED_FOR ? {} : { leaseMs: 4_000 };
/** Of the messages, for each of the faults. */
const SHARE = 0.1;
/** Where a time is measured, it is held to what the limits allow by this much. */
const MOST_OVER = 1.1;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await removeOriginals();
});

describe(`${CONVERSATIONS * OCCURRENCES} messages to ${CONVERSATIONS} conversations of one tenant in Teams`, () => {
  test(
    'arrive once each, whatever goes wrong and whoever is killed, and no limit is broken',
    async () => {
      const { connector, ground, orders } = await prepare();
      connector.plan = planFaults(SEED, PASSING, SHARE);
      const total = CONVERSATIONS * OCCURRENCES;

      const killedAt = await killAt(connector, start(orders), total / 2);
      const { code, errors } = await start(orders).end();

      const posts = connector.world.posts.map(({ place, content }) => `${place.id} ${markOf(content.cards)}`);
      const states = await countStates(ground);
      const times = measure(connector, killedAt);
      report(connector, posts.length, times);
      expect([code, errors]).toEqual([0, '']);
      expect(states).toEqual([{ state: 'sent', _count: total }]);
      expect(new Set(posts).size).toBe(total);
      expect(posts.length).toBe(total);
      expect(connector.breaches).toEqual([]);
      if (ASKED_FOR) expect(times.took).toBeLessThanOrEqual(times.allowed * MOST_OVER);
    },
    ASKED_FOR ? 600_000 : 120_000,
  );
});

async function prepare(): Promise<{ connector: TeamsConnector; ground: Ground; orders: LoadOrders }> {
  const registration = { clientId: randomUUID(), clientSecret: randomUUID() };
  const identity = await openTeamsIdentity(registration);
  closing.push(identity.close);
  const connector = await openTeamsConnector({ identity });
  closing.push(connector.close);
  const tenant = makeTenant('Folklän');
  const dueAt = new Date();
  const findPlace = findPlaces(connector, tenant);
  const amount = { crowd: CONVERSATIONS, occurrences: OCCURRENCES, dueAt, findPlace, tenants: { teams: [tenant] } };
  const ground = await layGround(preferredDatabase, amount);
  closing.push(ground.remove);
  const orders = { ...ground.options, ...registration, ...addressOf(identity, connector), tenant, dueAt };
  return {
    connector,
    ground,
    orders: { ...orders, ...LEASE, crowd: CONVERSATIONS, deliveries: CONVERSATIONS * OCCURRENCES },
  };
}

function addressOf({ url, openIdMetadataUrl }: TeamsIdentity, { graphUrl }: TeamsConnector) {
  return { login: url, openIdMetadata: openIdMetadataUrl, graph: graphUrl };
}

/** Channels, group chats and personal chats, all mixed. */
function findPlaces(connector: TeamsConnector, tenant: string): FindPlace {
  const { world } = connector;
  const kinds = ['channel', 'chat', 'personal'] as const;
  const found = listCrowd(CONVERSATIONS).map((personId, n) => {
    const kind = kinds[n % kinds.length] ?? 'personal';
    const account = makeAccount(`Person ${n}`, tenant);
    const team = kind === 'channel' ? { team: `Team ${n}` } : {};
    const isOwn = kind === 'personal';
    const add = () =>
      world.addPlace({ kind: isOwn ? 'chat' : kind, name: `Plats ${n}`, tenant, ...team, members: [account] });
    const place = isOwn ? world.openPersonal(account, 'emea') : add();
    const inTeam = place.team ? { teamId: place.team.id, groupId: place.team.groupId } : {};
    const ids = { conversationId: place.id, tenantId: tenant, userId: account.objectId, ...inTeam };
    return [personId, toConversation(kind, place.name, { serviceUrl: connector.serviceUrlOf(place), ...ids })] as const;
  });
  const places = new Map(found);
  return (personId) => {
    const place = places.get(personId);
    if (!place) throw new Error(`Nobody knows where ${personId} is.`);
    const { id, platform, kind, address } = place;
    return { id, platform, kind, address };
  };
}

function start(orders: LoadOrders): SecondProcess {
  const child = startProcess(CHILD, [JSON.stringify(orders)]);
  closing.push(() => child.kill());
  return child;
}

/** Once so many have arrived. @returns when it was dead */
async function killAt({ world }: TeamsConnector, child: SecondProcess, count: number): Promise<number> {
  while (world.posts.length < count) await wait(5);
  await child.kill();
  return performance.now();
}

/** The post's mark, which stands in its card; every one its own. */
function markOf(cards: readonly unknown[]): string {
  return /samverk-[0-9a-f]+/.exec(JSON.stringify(cards))?.[0] ?? 'unmarked';
}

async function countStates(ground: Ground) {
  const database = await ground.open();
  try {
    return await database.db.delivery.groupBy({ by: ['state'], _count: true });
  } finally {
    await database.close();
  }
}

interface Times {
  /** From the first arrival to the last, without the time when nobody was alive. */
  readonly took: number;
  /** The shortest in which so many requests may arrive. */
  readonly allowed: number;
  readonly down: number;
}

function measure({ arrivals }: TeamsConnector, killedAt: number): Times {
  const times = arrivals.map(({ at }) => at);
  const back = times.find((at) => at > killedAt) ?? killedAt;
  const down = back - killedAt;
  const places = [...new Set(arrivals.map(({ place }) => place))];
  const spans = places.map((id) => findShortestSpan(arrivals.filter(({ place }) => place === id).length, SENDS));
  const allowed = Math.max(findShortestSpan(arrivals.length, TENANT), ...spans);
  return { took: (times.at(-1) ?? 0) - (times[0] ?? 0) - down, allowed, down };
}

function report({ plan, arrivals }: TeamsConnector, posts: number, { took, allowed, down }: Times): void {
  if (!ASKED_FOR) return;
  const struck = [...(plan?.struck ?? [])].map(([fault, count]) => `${count} ${fault}`).join(', ');
  process.stdout.write(
    `${posts} posts by ${arrivals.length} requests in ${(took / 1000).toFixed(1)} s, where the limits allow ` +
      `${(allowed / 1000).toFixed(1)} s: ${(took / allowed).toFixed(3)}; ${(down / 1000).toFixed(1)} s nobody was alive; ${struck}\n`,
  );
}
