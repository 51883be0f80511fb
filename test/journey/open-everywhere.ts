// Two counties behind one service, reached in the web room, in Teams and in Slack through the same tenant and workspace.
import { randomUUID } from 'node:crypto';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PersonId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createRoom } from '../../src/platforms/room/room.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { SLACK } from '../../src/platforms/slack/slack-setting.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import { createApp } from '../../src/web/app.ts';
import { DESK } from '../../src/web/desk/desk-setting.ts';
import { createHealth } from '../../src/web/health.ts';
import { createPeople } from '../../src/web/people.ts';
import { createSite } from '../../src/web/site.ts';
import { createKeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { createSlackClient } from '../fake/slack-client.ts';
import { createPostman as createSlackPostman } from '../fake/slack-postman.ts';
import { openSlackServer } from '../fake/slack-server.ts';
import { createTeamsClient } from '../fake/teams-client.ts';
import { openTeamsConnector } from '../fake/teams-connector.ts';
import { openTeamsIdentity } from '../fake/teams-identity.ts';
import { createPostman as createTeamsPostman } from '../fake/teams-postman.ts';
import { makeAccount, makeTenant } from '../fake/teams-world.ts';
import { createVisitor, readForms, readHidden, readText } from '../platforms/room/visitor.ts';
import { createInstallations } from '../platforms/slack/open-slack.ts';
import { toCredential, toEndpoints } from '../platforms/teams/open-teams.ts';
import { readCountyText } from './import-county.ts';

export const PLACES = ['room', 'teams', 'slack'] as const;
export type PlaceName = (typeof PLACES)[number];

/** Known to a platform by their address, and to the web room by a link, where anybody knows them. */
export interface Visitor {
  readonly id?: string;
  readonly email: string;
}

export interface Everywhere {
  readonly clock: MovableClock;
  /** What somebody sees who writes this in their own place. */
  ask(place: PlaceName, who: Visitor, text: string): Promise<string>;
  close(): Promise<void>;
}

const SECRET = 'a secret of at least thirty-two characters';

/** What is paced goes out a few seconds later each. */
const ROUND_MS = 2_000;

export async function openEverywhere(
  database: Database,
  start: string,
  counties: readonly string[],
): Promise<Everywhere> {
  const clock = createMovableClock(new Date(start));
  const skipMs = () => clock.now().getTime();
  const queue = createDrainQueue();
  const log = createKeptLog();
  const topics = createTopics();
  const tenant = makeTenant('Länsstyrelserna');
  const slackServer = await openSlackServer({ skipMs });
  const workspace = slackServer.world.addWorkspace('Samverkan mellan länen');
  for (const county of counties) {
    const files = [{ name: `${county}.yaml`, text: await readCountyText(county) }];
    await importFiles({ database, topics, now: clock.now() }, { files, isDryRun: false });
  }
  await database.db.county.updateMany({ data: { tenants: { teams: [tenant], slack: [workspace.id] } } });

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
  const { handle } = await openHouse(road, [room, teams, slack], () => 0, `${server.url}${DESK}`);
  doors.push(
    { path: '/room', handler: room.listen(handle) },
    { path: '/api/messages', handler: teams.listen(handle) },
    { path: SLACK, handler: slack.listen(handle) },
  );
  server.open();
  const teamsPostman = createTeamsPostman(identity, `${server.url}/api/messages`);
  const slackPostman = createSlackPostman(signingSecret, `${server.url}${SLACK}`);

  const askIn: Readonly<Record<PlaceName, (who: Visitor, text: string) => Promise<string>>> = {
    async room({ id }, text) {
      const visitor = createVisitor(server.url);
      if (id !== undefined) await visitor.get(new URL(room.linkFor(PersonId.parse(id), { kind: 'inbox' })).pathname);
      const { html } = await visitor.get('/room/ask');
      const form = readForms(html).find((one) => one.includes('name="text"'));
      const answered = await visitor.post('/room/act', { ...readHidden(form ?? ''), text });
      // What stands around it, the list of one's own groups, is no answer.
      return readText(/<main[\s\S]*<\/main>/.exec(answered.html)?.[0] ?? answered.html);
    },
    async teams({ email }, text) {
      const account = makeAccount(email, tenant, { email });
      const place = connector.world.openPersonal(account, 'emea');
      return (await createTeamsClient({ connector, postman: teamsPostman, account, place }).write(text)).text;
    },
    async slack({ email }, text) {
      const account = slackServer.world.addAccount({ name: email, workspace, email });
      const channel = slackServer.world.openDirect(account, workspace);
      const client = createSlackClient({ slack: slackServer, postman: slackPostman, account, channel });
      return (await client.write(text)).text;
    },
  };
  return {
    clock,
    async ask(place, who, text) {
      clock.moveTo(new Date(clock.now().getTime() + ROUND_MS));
      const shown = await askIn[place](who, text);
      await queue.drain(clock.now());
      return shown;
    },
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
