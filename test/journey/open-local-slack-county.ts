// A whole county behind the service's real HTTP door, with its people in a Slack that others have written.
import { createMovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { SLACK } from '../../src/platforms/slack/slack-setting.ts';
import { createSingleInstallation } from '../../src/platforms/slack/slack-token.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createKeptLog, type KeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { APP, type LocalSlack, openLocalSlack, type Post, TOKENS, WORKSPACE } from '../fake/local-slack.ts';
import { until } from '../fake/until.ts';
import { importCounty } from './import-county.ts';
import { COORDINATOR, IN_SLACK } from './open-slack-county.ts';

export interface LocalCounty {
  readonly slack: LocalSlack;
  readonly log: KeptLog;
  goTo(instant: string): Promise<void>;
  /** What waits is done, each at its turn. */
  settle(): Promise<void>;
  /** Connects a group to its channel, as its coordinator does. @returns the channel's id */
  connect(group: string): Promise<string>;
  /** Somebody's id in Slack, by their id in the county. */
  userOf(person: string): string;
  /** The newest post there that says this, for all or for one alone. */
  find(channel: string, words: string, onlyTo?: string): Promise<Post>;
  /** Somebody's own chat with the app. */
  ownChatOf(person: string): Promise<string>;
  close(): Promise<void>;
}

/** How our events come to us: to the door's address, or through a socket that we hold. */
export type Way = 'HTTP' | 'Socket Mode';

const CHANNELS = [
  { id: 'C01NATVERK', name: 'kommunnatverket', group: 'vasterbotten/kommunnatverket' },
  { id: 'C02BEREDNING', name: 'beredningsgruppen', group: 'vasterbotten/beredningsgruppen' },
  { id: 'C03MOTTAGANDE', name: 'mottagande', group: 'vasterbotten/arbetsgrupp-mottagande' },
] as const;

/** What is paced goes out a few seconds later each. */
const PACED_ROUNDS = 4;
const ROUND_MS = 2_000;

export async function openLocalSlackCounty(database: Database, way: Way, start: string): Promise<LocalCounty> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  const log = createKeptLog();
  await importCounty({ database, topics, now: clock.now() }, 'vasterbotten', { slack: WORKSPACE });
  const users = await listUsers(database);
  const server = await listenLater(() => app);
  const slack = await openLocalSlack({
    users: [...users.values()],
    channels: CHANNELS.map(({ id, name }) => ({ id, name, members: [...users.values()].map((user) => user.id) })),
    ...(way === 'HTTP' ? { requestUrl: `${server.url}${SLACK}` } : {}),
  });
  const { apiUrl } = slack;
  const road = { database, queue, clock, log, topics };
  const receive =
    way === 'HTTP'
      ? ({ kind: 'http', signingSecret: TOKENS.signingSecret } as const)
      : ({ kind: 'socket', appToken: TOKENS.appToken } as const);
  const platform = createSlack(
    {
      config: { apiUrl, receive },
      db: database.db,
      clock,
      log,
      isTenantAllowed: async (asked) => asked === WORKSPACE,
      // This Slack waits longer than the real one; what happens when we are late is shown elsewhere.
      patience: { openMs: 10_000, ackMs: 10_000 },
      // Days pass between two posts, and none in a minute of the test.
      now: () => performance.now() + clock.now().getTime(),
    },
    createSingleInstallation({ apiUrl, botToken: TOKENS.botToken }),
  );
  const house = await openHouse(road, [platform], () => 0);
  const doors = [{ path: SLACK, handler: platform.listen(house.handle) }];
  const app = createApp({ health: createHealth(database.db, clock), doors, home: '/room', isHttps: false, log });
  server.open();
  if (way === 'Socket Mode') await until(slack.isConnected);

  const userOf = (person: string) => users.get(person)?.id ?? '';
  const county: LocalCounty = {
    slack,
    log,
    userOf,
    async settle() {
      for (let round = 0; round < PACED_ROUNDS; round += 1) {
        await queue.drain(clock.now());
        clock.moveTo(new Date(clock.now().getTime() + ROUND_MS));
      }
    },
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await county.settle();
    },
    async connect(group) {
      const channel = CHANNELS.find((each) => each.group === group)?.id ?? '';
      const { name } = await database.db.group.findFirstOrThrow({ where: { id: group }, select: { name: true } });
      await slack.write({ channel, user: userOf(COORDINATOR), text: `<@${APP.botUserId}> koppla ${name}` });
      await county.find(channel, name);
      await county.settle();
      return channel;
    },
    async find(channel, words, onlyTo) {
      const search = async () =>
        (await slack.listPosts(channel)).findLast(
          ({ text, ephemeral_to: to }) => text.includes(words) && to === onlyTo && !text.startsWith('<@'),
        );
      await until(async () => (await search()) !== undefined);
      const found = await search();
      if (!found) throw new Error(`Nothing there says "${words}".`);
      return found;
    },
    async ownChatOf(person) {
      const own = await slack.findPersonal(userOf(person));
      if (own === undefined) throw new Error(`${person} has no chat with the app.`);
      return own;
    },
    async close() {
      await platform.close();
      await server.close();
      await slack.close();
    },
  };
  return county;
}

async function listUsers({ db }: Database) {
  const where = { id: { in: [...IN_SLACK] } };
  const people = await db.person.findMany({ where, select: { id: true, name: true, email: true } });
  return new Map(
    people.map(({ id, name, email }, place) => [id, { id: `U0${place + 1}PERSON`, name, email: email ?? '' }] as const),
  );
}
