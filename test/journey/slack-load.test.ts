// Many messages to many channels in two workspaces, through a Slack in a bad mood and a kill -9: once each, and no faster than Slack takes them.
// SLACK_LOAD=2000 npm test -- test/journey/slack-load sends so many to 60 channels, and holds the time to what the limits allow.
import { afterEach, describe, expect, test } from '@jest/globals';
import { toConversation } from '../../src/platforms/slack/slack-place.ts';
import { type FindPlace, listCrowd } from '../fake/crowd.ts';
import { planFaults } from '../fake/fault-plan.ts';
import { type Ground, layGround, removeOriginals } from '../fake/kill-ground.ts';
import { type SecondProcess, startProcess } from '../fake/second-process.ts';
import { type Fault, PASSING } from '../fake/slack-faults.ts';
import { CALLS, findShortestSending, POSTS_IN_CHANNEL } from '../fake/slack-limits.ts';
import type { SlackLoadOrders } from '../fake/slack-load-orders.ts';
import { type Call, openSlackServer, type SlackServer } from '../fake/slack-server.ts';
import type { Workspace } from '../fake/slack-world.ts';
import { findShortestSpan } from '../fake/teams-limits.ts';
import { preferredDatabase } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';

const CHILD = new URL('../fake/killed-slack-road.ts', import.meta.url);
const ASKED_FOR = Number(process.env.SLACK_LOAD ?? 0);
const CHANNELS = ASKED_FOR ? 60 : 8;
const OCCURRENCES = ASKED_FOR ? Math.ceil(ASKED_FOR / CHANNELS) : 5;
const TOTAL = CHANNELS * OCCURRENCES;
/** Silence goes by too, once nobody waits any more. */
const FAULTS: readonly Fault[] = [...PASSING, 'silent-after'];
const SEED = process.env.SLACK_LOAD_SEED ?? 'kronoberg';
/** Of the messages, for each of the faults. What nobody heard the end of is looked for, fifty times a minute at most. */
const SHARE = ASKED_FOR ? 0.01 : 0.05;
/** What a killed child had in hand comes back after this; in the short run, nobody has half a minute. */
const LEASE = ASKED_FOR ? {} : { leaseMs: 4_000 };
/** Where a time is measured, it is held to what the limits allow by this much. */
const MOST_OVER = 1.1;
const LIMIT_MS = ASKED_FOR ? 900_000 : 120_000;

const closing: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
  await removeOriginals();
});

describe(`${TOTAL} messages to ${CHANNELS} channels in two workspaces of Slack`, () => {
  test(
    'arrive once each, whatever goes wrong and whoever is killed, and no limit is broken',
    async () => {
      const { slack, ground, orders } = await prepare();
      slack.plan = planFaults(SEED, FAULTS, SHARE);

      const killedAt = await killAt(slack, start(orders), TOTAL / 2);
      const { code, errors } = await start(orders).end();

      const posts = slack.world.posts.map(({ channel, metadata }) => `${channel.id} ${JSON.stringify(metadata)}`);
      const times = measure(slack.calls, killedAt);
      report(posts.length, times, slack);
      expect([code, errors]).toEqual([0, '']);
      expect(await countStates(ground)).toEqual([{ state: 'sent', _count: TOTAL }]);
      expect(new Set(posts).size).toBe(TOTAL);
      expect(posts.length).toBe(TOTAL);
      expect(slack.breaches).toEqual([]);
      if (ASKED_FOR) expect(times.took).toBeLessThanOrEqual(times.allowed * MOST_OVER);
    },
    LIMIT_MS,
  );

  test(
    'in a workspace that is told to wait hold up nothing in the other, and arrive when the wait is over',
    async () => {
      const { slack, ground, orders, workspaces } = await prepare();
      const [calm, busy] = workspaces;
      const endsAt = performance.now() + 60_000;
      slack.busy.set(busy.id, ASKED_FOR ? () => endsAt - performance.now() : () => 1_000);
      const postsIn = ({ id }: Workspace) => slack.world.posts.filter(({ channel }) => channel.workspace.id === id);

      const child = start(orders);
      await until(() => postsIn(calm).length === TOTAL / 2, LIMIT_MS / 2);
      const calls = slack.calls.filter(({ workspace }) => workspace === calm.id);
      const inBusy = postsIn(busy).length;
      if (!ASKED_FOR) slack.busy.delete(busy.id);
      const { code, errors } = await child.end();

      const times = measure(calls, 0);
      report(calls.length, times, slack);
      expect([code, errors]).toEqual([0, '']);
      if (!ASKED_FOR) expect(inBusy).toBe(0);
      expect(await countStates(ground)).toEqual([{ state: 'sent', _count: TOTAL }]);
      expect(slack.world.posts).toHaveLength(TOTAL);
      expect(slack.breaches).toEqual([]);
      if (ASKED_FOR) expect(times.took).toBeLessThanOrEqual(times.allowed * MOST_OVER);
    },
    LIMIT_MS,
  );
});

interface Prepared {
  readonly slack: SlackServer;
  readonly workspaces: readonly [Workspace, Workspace];
  readonly ground: Ground;
  readonly orders: SlackLoadOrders;
}

async function prepare(): Promise<Prepared> {
  const slack = await openSlackServer();
  closing.push(slack.close);
  const workspaces = [slack.world.addWorkspace('Folkbildningen'), slack.world.addWorkspace('Regionen')] as const;
  const dueAt = new Date();
  const tenants = { slack: workspaces.map(({ id }) => id) };
  const places = { findPlace: findPlaces(slack, workspaces), tenants };
  const ground = await layGround(preferredDatabase, { crowd: CHANNELS, occurrences: OCCURRENCES, dueAt, ...places });
  closing.push(ground.remove);
  const installations = workspaces.map(({ id, name, botToken, botUserId }) => ({
    ...{ teamId: id, teamName: name },
    ...{ botToken, botUserId },
  }));
  const { apiUrl } = slack;
  const amount = { crowd: CHANNELS, deliveries: TOTAL, dueAt };
  return { slack, workspaces, ground, orders: { ...ground.options, ...amount, ...LEASE, apiUrl, installations } };
}

/** Every other channel in each workspace. */
function findPlaces({ world }: SlackServer, workspaces: readonly [Workspace, Workspace]): FindPlace {
  const found = listCrowd(CHANNELS).map((personId, n) => {
    const workspace = n % 2 === 0 ? workspaces[0] : workspaces[1];
    const { id: channelId, name } = world.addChannel({ kind: 'channel', name: `plats-${n}`, workspace, members: [] });
    return [personId, toConversation('channel', name, { teamId: workspace.id, channelId })] as const;
  });
  const places = new Map(found);
  return (personId) => {
    const place = places.get(personId);
    if (!place) throw new Error(`Nobody knows where ${personId} is.`);
    const { id, platform, kind, address } = place;
    return { id, platform, kind, address };
  };
}

function start(orders: SlackLoadOrders): SecondProcess {
  const child = startProcess(CHILD, [JSON.stringify(orders)]);
  closing.push(() => child.kill());
  return child;
}

/** Once so many have arrived. @returns when it was dead */
async function killAt({ world }: SlackServer, child: SecondProcess, count: number): Promise<number> {
  await until(() => world.posts.length >= count, LIMIT_MS / 2);
  await child.kill();
  return performance.now();
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
  /** From the first call to the last, without the time when nobody was alive. */
  readonly took: number;
  /** The shortest in which so many calls may come. */
  readonly allowed: number;
  readonly down: number;
}

function measure(calls: readonly Call[], killedAt: number): Times {
  const times = calls.map(({ at }) => at);
  const back = times.find((at) => at > killedAt) ?? killedAt;
  const down = killedAt === 0 ? 0 : back - killedAt;
  const posts = calls.filter(({ method }) => method === 'chat.postMessage');
  const spans = [
    ...groupBy(posts, ({ channel = '' }) => channel).map((some) => findShortestSpan(some.length, POSTS_IN_CHANNEL)),
    ...groupBy(posts, ({ workspace }) => workspace).map((some) =>
      findShortestSending(some.map(({ channel = '' }) => channel)),
    ),
    ...groupBy(calls, ({ workspace, method }) => `${workspace} ${method}`).map((some) =>
      findShortestSpan(some.length, CALLS[some[0]?.method ?? ''] ?? []),
    ),
  ];
  return { took: (times.at(-1) ?? 0) - (times[0] ?? 0) - down, allowed: Math.max(...spans), down };
}

function groupBy(calls: readonly Call[], name: (call: Call) => string): readonly (readonly Call[])[] {
  const groups = new Map<string, Call[]>();
  for (const call of calls) groups.set(name(call), [...(groups.get(name(call)) ?? []), call]);
  return [...groups.values()];
}

function report(posts: number, { took, allowed, down }: Times, { plan, calls }: SlackServer): void {
  if (!ASKED_FOR) return;
  const struck = [...(plan?.struck ?? [])].map(([fault, count]) => `${count} ${fault}`).join(', ');
  process.stdout.write(
    `${posts} posts by ${calls.length} calls in ${(took / 1000).toFixed(1)} s, where the limits allow ` +
      `${(allowed / 1000).toFixed(1)} s: ${(took / allowed).toFixed(3)}; ${(down / 1000).toFixed(1)} s nobody was alive; ${struck}\n`,
  );
}
