// A whole county behind the service's real HTTP door, with its people in Teams: put in, connected and reached as they would be.
import { randomUUID } from 'node:crypto';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createKeptLog, type KeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { changedActivity } from '../fake/teams-activities.ts';
import { type ClientOptions, createTeamsClient, type Shown, type TeamsClient } from '../fake/teams-client.ts';
import { openTeamsConnector, type TeamsConnector } from '../fake/teams-connector.ts';
import { openTeamsIdentity, type TeamsIdentity } from '../fake/teams-identity.ts';
import { createPostman, type Postman } from '../fake/teams-postman.ts';
import { type Account, makeAccount, makeTenant, type Place } from '../fake/teams-world.ts';
import { toCredential, toEndpoints } from '../platforms/teams/open-teams.ts';
import { importCounty } from './import-county.ts';

export interface TeamsCounty {
  readonly clock: MovableClock;
  readonly connector: TeamsConnector;
  readonly identity: TeamsIdentity;
  readonly postman: Postman;
  readonly log: KeptLog;
  readonly tenant: string;
  goTo(instant: string): Promise<void>;
  /** What waits is done, at the moment that it is. */
  settle(): Promise<void>;
  /** A channel or a group chat with everybody in it who is in Teams, connected to a group by the coordinator. */
  connect(place: { readonly kind: 'channel' | 'chat'; readonly group: string }): Promise<Place>;
  /** Somebody of the county, by their id; in their own chat, where no other place is named. */
  enter(person: string, place?: Place, options?: Client): TeamsClient;
  enterAs(account: Account, place: Place, options?: Client): TeamsClient;
  accountOf(person: string): Account;
  /** What the coordinator was shown when a group was connected. */
  readonly bindings: Shown[];
  close(): Promise<void>;
}

type Client = Pick<ClientOptions, 'isOld'>;

const COORDINATOR = 'vasterbotten/samordnare';
/** The others are not in Teams, as in most counties. */
export const IN_TEAMS: readonly string[] = [
  COORDINATOR,
  'vasterbotten/umea-kontakt',
  'vasterbotten/vannas-kontakt',
  'vasterbotten/skelleftea-kontakt',
  'vasterbotten/arbetsformedlingen-chef',
  'vasterbotten/arbetsformedlingen-ersattare',
];

export async function openTeamsCounty(database: Database, start: string): Promise<TeamsCounty> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  const log = createKeptLog();
  const tenant = makeTenant('Länsstyrelsen i Västerbotten');
  await importCounty({ database, topics, now: clock.now() }, 'vasterbotten', { teams: tenant });
  const accounts = await makeAccounts(database, tenant);

  const registration = { clientId: randomUUID(), clientSecret: randomUUID() };
  const identity = await openTeamsIdentity(registration);
  // Days pass between two posts, and none in a minute of the test.
  const skipMs = () => clock.now().getTime();
  const connector = await openTeamsConnector({ identity, skipMs });
  const road = { database, queue, clock, log, topics };
  const teams = createTeams({
    config: { kind: 'microsoft', tenantId: tenant, ...toCredential(registration) },
    db: database.db,
    clock,
    log,
    isTenantAllowed: async (asked) => asked === tenant,
    endpoints: toEndpoints(identity, connector),
  });
  const house = await openHouse(road, [teams], () => 0);
  const doors = [{ path: '/api/messages', handler: teams.listen(house.handle) }];
  const health = createHealth(database.db, clock);
  const server = await listenLater(() => createApp({ health, doors, home: '/room', isHttps: false, log }));
  server.open();

  const postman = createPostman(identity, `${server.url}/api/messages`);
  const bindings: Shown[] = [];
  const accountOf = (person: string) => {
    const account = accounts.get(person);
    if (!account) throw new Error(`${person} has no account.`);
    return account;
  };
  const settle = async () => {
    await queue.drain(clock.now());
  };
  const county: TeamsCounty = {
    clock,
    connector,
    identity,
    postman,
    log,
    tenant,
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
      const team = kind === 'channel' ? { team: 'Integration' } : {};
      const place = connector.world.addPlace({ kind, name, tenant, ...team, members: [...accounts.values()] });
      const coordinator = county.enter(COORDINATOR, place);
      await coordinator.send(changedActivity(coordinator.scene, 'added'));
      bindings.push(await coordinator.write(`koppla ${name}`, { isMention: true }));
      await settle();
      return place;
    },
    enter(person, place, options) {
      const account = accountOf(person);
      return county.enterAs(account, place ?? connector.world.openPersonal(account, 'emea'), options);
    },
    enterAs: (account, place, options) =>
      withSettling(createTeamsClient({ connector, postman, account, place, ...options }), settle),
    async close() {
      await server.close();
      await connector.close();
      await identity.close();
    },
  };
  return county;
}

/** What follows from a press is done before the person looks again. */
function withSettling(client: TeamsClient, settle: () => Promise<unknown>): TeamsClient {
  const then = async (doing: Promise<Shown>) => {
    const shown = await doing;
    await settle();
    return shown;
  };
  return {
    ...client,
    press: (...on) => then(client.press(...on)),
    pressTwice: (words) => then(client.pressTwice(words)),
    pressOn: (...on) => then(client.pressOn(...on)),
    fill: (...form) => then(client.fill(...form)),
  };
}

async function makeAccounts({ db }: Database, tenant: string): Promise<ReadonlyMap<string, Account>> {
  const where = { id: { in: [...IN_TEAMS] } };
  const people = await db.person.findMany({ where, select: { id: true, name: true, email: true } });
  return new Map(people.map(({ id, name, email }) => [id, makeAccount(name, tenant, { email })]));
}
