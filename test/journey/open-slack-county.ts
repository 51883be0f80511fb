// A whole county behind the service's real HTTP door, with its people in Slack: invited, connected and reached as they would be.
import { randomUUID } from 'node:crypto';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { SLACK } from '../../src/platforms/slack/slack-setting.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createKeptLog, type KeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { createSlackClient, type Shown, type SlackClient } from '../fake/slack-client.ts';
import { changedEvent } from '../fake/slack-payloads.ts';
import { createPostman } from '../fake/slack-postman.ts';
import { openSlackServer, type SlackServer } from '../fake/slack-server.ts';
import type { Account, Channel, Workspace } from '../fake/slack-world.ts';
import { createInstallations } from '../platforms/slack/open-slack.ts';
import { importCounty } from './import-county.ts';

export interface SlackCounty {
  readonly clock: MovableClock;
  readonly slack: SlackServer;
  readonly workspace: Workspace;
  readonly log: KeptLog;
  goTo(instant: string): Promise<void>;
  /** What waits is done, each at its turn. */
  settle(): Promise<void>;
  /** A channel with everybody in it who is in Slack, connected to a group by the coordinator. */
  connect(place: { readonly kind: 'channel' | 'private' | 'group'; readonly group: string }): Promise<Channel>;
  /** Somebody of the county, by their id; in their direct messages, where no other place is named. */
  enter(person: string, channel?: Channel): SlackClient;
  enterAs(account: Account, channel: Channel): SlackClient;
  accountOf(person: string): Account;
  /** What the coordinator was shown when a group was connected. */
  readonly bindings: Shown[];
  close(): Promise<void>;
}

export const COORDINATOR = 'vasterbotten/samordnare';
/** The others are not in Slack, as in most counties. */
export const IN_SLACK: readonly string[] = [
  COORDINATOR,
  'vasterbotten/umea-kontakt',
  'vasterbotten/vannas-kontakt',
  'vasterbotten/skelleftea-kontakt',
  'vasterbotten/arbetsformedlingen-chef',
  'vasterbotten/arbetsformedlingen-ersattare',
];

/** What is paced goes out a few seconds later each. */
const PACED_ROUNDS = 4;
const ROUND_MS = 2_000;

export async function openSlackCounty(database: Database, start: string): Promise<SlackCounty> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  const log = createKeptLog();
  // Days pass between two posts, and none in a minute of the test.
  const skipMs = () => clock.now().getTime();
  const slack = await openSlackServer({ skipMs });
  const { world } = slack;
  const workspace = world.addWorkspace('Länsstyrelsen i Västerbotten');
  await importCounty({ database, topics, now: clock.now() }, 'vasterbotten', { slack: workspace.id });
  const accounts = await addAccounts(database, slack, workspace);

  const signingSecret = randomUUID();
  const road = { database, queue, clock, log, topics };
  const platform = createSlack(
    {
      config: { apiUrl: slack.apiUrl, receive: { kind: 'http', signingSecret } },
      db: database.db,
      clock,
      log,
      isTenantAllowed: async (asked) => asked === workspace.id,
      now: () => performance.now() + skipMs(),
    },
    createInstallations(world),
  );
  const house = await openHouse(road, [platform], () => 0);
  const doors = [{ path: SLACK, handler: platform.listen(house.handle) }];
  const health = createHealth(database.db, clock);
  const server = await listenLater(() => createApp({ health, doors, home: '/room', isHttps: false, log }));
  server.open();

  const postman = createPostman(signingSecret, `${server.url}${SLACK}`);
  const bindings: Shown[] = [];
  const accountOf = (person: string) => {
    const account = accounts.get(person);
    if (!account) throw new Error(`${person} has no account.`);
    return account;
  };
  const settle = async () => {
    for (let round = 0; round < PACED_ROUNDS; round += 1) {
      await queue.drain(clock.now());
      clock.moveTo(new Date(clock.now().getTime() + ROUND_MS));
    }
  };
  const county: SlackCounty = {
    clock,
    slack,
    workspace,
    log,
    bindings,
    accountOf,
    settle,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await settle();
    },
    async connect({ kind, group }) {
      const { name } = await database.db.group.findFirstOrThrow({ where: { id: group }, select: { name: true } });
      const channel = world.addChannel({ kind, name, workspace, members: [...accounts.values()] });
      const coordinator = county.enter(COORDINATOR, channel);
      if (kind !== 'group') await coordinator.send({ as: 'event', payload: changedEvent(coordinator.scene, 'joined') });
      bindings.push(await coordinator.write(`koppla ${name}`, { isMention: true }));
      await settle();
      return channel;
    },
    enter(person, channel) {
      const account = accountOf(person);
      return county.enterAs(account, channel ?? world.openDirect(account, workspace));
    },
    enterAs: (account, channel) => withSettling(createSlackClient({ slack, postman, account, channel }), settle),
    async close() {
      await server.close();
      await platform.close();
      await slack.close();
    },
  };
  return county;
}

/** What follows from a press is done before the person looks again. */
function withSettling(client: SlackClient, settle: () => Promise<unknown>): SlackClient {
  const then = async (doing: Promise<Shown>) => {
    const shown = await doing;
    await settle();
    return shown;
  };
  return {
    ...client,
    press: (...on) => then(client.press(...on)),
    pressTwice: (words) => then(client.pressTwice(words)),
    pressIn: (...on) => then(client.pressIn(...on)),
    fill: (...form) => then(client.fill(...form)),
  };
}

async function addAccounts(
  { db }: Database,
  { world }: SlackServer,
  workspace: Workspace,
): Promise<ReadonlyMap<string, Account>> {
  const where = { id: { in: [...IN_SLACK] } };
  const people = await db.person.findMany({ where, select: { id: true, name: true, email: true } });
  return new Map(people.map(({ id, name, email }) => [id, world.addAccount({ name, workspace, email })]));
}
