// One service with its three platforms behind their real doors: the web room, a tenant of Teams and a workspace of Slack.
import { randomUUID } from 'node:crypto';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue, type DrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PersonId } from '../../src/ids.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createRoom } from '../../src/platforms/room/room.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { SLACK } from '../../src/platforms/slack/slack-setting.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import type { Road } from '../../src/reminders/road.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createPeople } from '../../src/web/people.ts';
import { createSite } from '../../src/web/site.ts';
import { createKeptLog, type KeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { createPostman as createSlackPostman, type Postman as SlackPostman } from '../fake/slack-postman.ts';
import { openSlackServer, type SlackServer } from '../fake/slack-server.ts';
import type { Workspace } from '../fake/slack-world.ts';
import { openTeamsConnector, type TeamsConnector } from '../fake/teams-connector.ts';
import { openTeamsIdentity } from '../fake/teams-identity.ts';
import { createPostman as createTeamsPostman, type Postman as TeamsPostman } from '../fake/teams-postman.ts';
import { makeTenant } from '../fake/teams-world.ts';
import { createInstallations } from '../platforms/slack/open-slack.ts';
import { toCredential, toEndpoints } from '../platforms/teams/open-teams.ts';

export interface AllDoors {
  readonly road: Road;
  readonly clock: MovableClock;
  readonly queue: DrainQueue;
  readonly log: KeptLog;
  readonly url: string;
  /** The path of somebody's signed link into the room. */
  linkFor(person: string): string;
  readonly teams: { readonly tenant: string; readonly connector: TeamsConnector; readonly postman: TeamsPostman };
  readonly slack: { readonly workspace: Workspace; readonly server: SlackServer; readonly postman: SlackPostman };
  close(): Promise<void>;
}

const SECRET = 'a secret of at least thirty-two characters';

/** No county is in it yet. */
export async function openAllDoors(database: Database, start: string): Promise<AllDoors> {
  const clock = createMovableClock(new Date(start));
  // Days pass between two posts, and none in a minute of the test.
  const skipMs = () => clock.now().getTime();
  const queue = createDrainQueue();
  const log = createKeptLog();
  const topics = createTopics();
  const tenant = makeTenant('Länsstyrelserna');
  const slackServer = await openSlackServer({ skipMs });
  const workspace = slackServer.world.addWorkspace('Samverkan mellan länen');
  const registration = { clientId: randomUUID(), clientSecret: randomUUID() };
  const identity = await openTeamsIdentity(registration);
  const connector = await openTeamsConnector({ identity, skipMs });
  const signingSecret = randomUUID();
  const ground = { db: database.db, clock, log };
  const doors: { path: string; handler: ReturnType<typeof teams.listen> }[] = [];
  const health = createHealth(database.db, clock);
  const server = await listenLater(() => createApp({ health, doors, home: '/room', isHttps: false, log }));
  const site = createSite({ publicUrl: server.url, secret: SECRET });
  const road = { database, queue, clock, log, topics, site };
  const people = createPeople(database.db, clock);
  const room = createRoom({ ...ground, secret: SECRET, publicUrl: server.url, isLocal: false, people });
  const teams = createTeams({
    ...ground,
    config: { kind: 'microsoft', tenantId: tenant, ...toCredential(registration) },
    isTenantAllowed: async (asked) => asked === tenant,
    endpoints: toEndpoints(identity, connector),
  });
  const slack = createSlack(
    {
      ...ground,
      config: { apiUrl: slackServer.apiUrl, receive: { kind: 'http', signingSecret } },
      isTenantAllowed: async (asked) => asked === workspace.id,
      now: () => performance.now() + skipMs(),
    },
    createInstallations(slackServer.world),
  );
  const { handle } = await openHouse(road, [room, teams, slack], () => 0);
  doors.push(
    { path: '/room', handler: room.listen(handle) },
    { path: '/api/messages', handler: teams.listen(handle) },
    { path: SLACK, handler: slack.listen(handle) },
  );
  server.open();
  return {
    ...{ road, clock, queue, log, url: server.url },
    linkFor: (person) => new URL(room.linkFor(PersonId.parse(person), { kind: 'inbox' })).pathname,
    teams: { tenant, connector, postman: createTeamsPostman(identity, `${server.url}/api/messages`) },
    slack: { workspace, server: slackServer, postman: createSlackPostman(signingSecret, `${server.url}${SLACK}`) },
    async close() {
      room.close();
      await server.close();
      await slack.close();
      await slackServer.close();
      await connector.close();
      await identity.close();
    },
  };
}
