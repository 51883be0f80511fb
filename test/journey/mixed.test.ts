// One county with a group that sits in Teams and in Slack: one check-in, answers from both, one line of progress on both.
import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createSlack } from '../../src/platforms/slack/slack.ts';
import { SLACK } from '../../src/platforms/slack/slack-setting.ts';
import { createTeams } from '../../src/platforms/teams/teams.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createKeptLog } from '../fake/kept-log.ts';
import { listenLater } from '../fake/listen-later.ts';
import { createSlackClient } from '../fake/slack-client.ts';
import { changedEvent } from '../fake/slack-payloads.ts';
import { createPostman as createSlackPostman } from '../fake/slack-postman.ts';
import { openSlackServer } from '../fake/slack-server.ts';
import type { Channel } from '../fake/slack-world.ts';
import { changedActivity } from '../fake/teams-activities.ts';
import { createTeamsClient } from '../fake/teams-client.ts';
import { openTeamsConnector } from '../fake/teams-connector.ts';
import { openTeamsIdentity } from '../fake/teams-identity.ts';
import { createPostman as createTeamsPostman } from '../fake/teams-postman.ts';
import { makeAccount, makeTenant, type Place } from '../fake/teams-world.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { createInstallations } from '../platforms/slack/open-slack.ts';
import { toCredential, toEndpoints } from '../platforms/teams/open-teams.ts';
import { about } from '../topics/about.ts';
import { importCounty } from './import-county.ts';

const GROUP = 'Arbetsgruppen för mottagande och bosättning';
const UMEA = 'umea.kontakt@example.org';
const guides = 'Flyktingguider i fler kommuner';
const at = (time: string) => `${time}:00Z`;

type Mixed = Awaited<ReturnType<typeof openMixedCounty>>;
let mixed: Mixed;
beforeEach(async () => {
  mixed = await openMixedCounty(await openTestDatabase(), at('2019-08-26T08:00'));
});
afterEach(() => mixed.close());

test('a check-in is answered on one platform, changed on the other, and shown alike on both', async () => {
  const { teams, slack } = mixed;
  await mixed.goTo(at('2019-09-09T07:00'));
  const before = [teams.read(), slack.read()].map((posts) => posts.filter((post) => post.includes(guides)).length);

  const answer = 'Svara för Umeå kommun';
  const first = await teams.fill(await teams.press(answer, guides), about('flyktingguider-fler', { light: 'green' }));
  await mixed.goTo(at('2019-09-09T07:20'));
  const afterFirst = [teams.read(), slack.read()].map(findProgress);
  const form = await slack.press(answer, guides);
  const changed = about('flyktingguider-fler', { light: 'yellow', comment: 'Två kommuner saknar guider.' });
  const second = await slack.fill(form, changed);
  await mixed.goTo(at('2019-09-09T07:40'));
  const afterSecond = [teams.read(), slack.read()].map(findProgress);

  expect(before).toEqual([1, 1]);
  for (const { text } of [first, second]) expect(text).toMatch(/Tack! Svaret är sparat \(kvitto /);
  expect(afterFirst[0]).toContain('Umeå kommun');
  expect(afterFirst[0]).toContain('Grön');
  expect(afterFirst[1]).toBe(afterFirst[0]);
  expect(afterSecond[0]).toContain('Gul');
  expect(afterSecond[1]).toBe(afterSecond[0]);
  expect(await mixed.database.db.reply.count({ where: { isCurrent: true } })).toBe(1);
});

test('a platform that refuses everything holds up nothing on the other', async () => {
  for (const { id } of mixed.slackServer.world.workspaces.values()) mixed.slackServer.busy.set(id, () => 60_000);

  await mixed.goTo(at('2019-09-09T07:00'));

  expect(mixed.teams.read().some((post) => post.includes(guides))).toBe(true);
  expect(mixed.slack.read().some((post) => post.includes(guides))).toBe(false);
});

/** What the card says of how it stands. */
function findProgress(posts: readonly string[]): string | undefined {
  const card = posts.findLast((post) => post.includes(guides));
  return card?.match(new RegExp(`${guides} — Umeå kommun: [●▲■] [A-ZÅÄÖ][a-zåäö]+`))?.[0];
}

async function openMixedCounty(database: Database, start: string) {
  const clock = createMovableClock(new Date(start));
  const skipMs = () => clock.now().getTime();
  const queue = createDrainQueue();
  const log = createKeptLog();
  const topics = createTopics();
  const road = { database, queue, clock, log, topics };
  const tenant = makeTenant('Länsstyrelsen i Västerbotten');
  const slackServer = await openSlackServer({ skipMs });
  const workspace = slackServer.world.addWorkspace('Samverkan i Västerbotten');
  await importCounty({ database, topics, now: clock.now() }, 'vasterbotten', { teams: tenant, slack: workspace.id });

  const registration = { clientId: randomUUID(), clientSecret: randomUUID() };
  const identity = await openTeamsIdentity(registration);
  const connector = await openTeamsConnector({ identity, skipMs });
  const signingSecret = randomUUID();
  const ground = { db: database.db, clock, log };
  const teamsPlatform = createTeams({
    ...ground,
    config: { kind: 'microsoft', tenantId: tenant, ...toCredential(registration) },
    isTenantAllowed: async (asked) => asked === tenant,
    endpoints: toEndpoints(identity, connector),
  });
  const slackPlatform = createSlack(
    {
      ...ground,
      config: { apiUrl: slackServer.apiUrl, receive: { kind: 'http', signingSecret } },
      isTenantAllowed: async (asked) => asked === workspace.id,
      now: () => performance.now() + skipMs(),
    },
    createInstallations(slackServer.world),
  );
  const { handle } = await openHouse(road, [teamsPlatform, slackPlatform], () => 0);
  const doors = [
    { path: '/api/messages', handler: teamsPlatform.listen(handle) },
    { path: SLACK, handler: slackPlatform.listen(handle) },
  ];
  const health = createHealth(database.db, clock);
  const server = await listenLater(() => createApp({ health, doors, home: '/room', isHttps: false, log }));
  server.open();

  const coordinator = await findAddress(database, 'vasterbotten/samordnare');
  const settle = () => drain(queue, clock);
  const inTeams = [coordinator, UMEA].map((email) => makeAccount(email, tenant, { email }));
  const place: Place = connector.world.addPlace({
    ...{ kind: 'channel', name: GROUP, tenant, team: 'Integration' },
    members: inTeams,
  });
  const teamsPostman = createTeamsPostman(identity, `${server.url}/api/messages`);
  const enterTeams = (account: (typeof inTeams)[number]) =>
    createTeamsClient({ connector, postman: teamsPostman, account, place });
  const inSlack = [coordinator, UMEA].map((email) => slackServer.world.addAccount({ name: email, workspace, email }));
  const channel: Channel = slackServer.world.addChannel({
    kind: 'channel',
    name: 'mottagande',
    workspace,
    members: inSlack,
  });
  const slackPostman = createSlackPostman(signingSecret, `${server.url}${SLACK}`);
  const enterSlack = (account: (typeof inSlack)[number]) =>
    createSlackClient({ slack: slackServer, postman: slackPostman, account, channel });

  const [teamsCoordinator, teamsUmea] = inTeams.map(enterTeams);
  const [slackCoordinator, slackUmea] = inSlack.map(enterSlack);
  if (!teamsCoordinator || !teamsUmea || !slackCoordinator || !slackUmea) throw new Error('Somebody is missing.');
  await teamsCoordinator.send(changedActivity(teamsCoordinator.scene, 'added'));
  await teamsCoordinator.write(`koppla ${GROUP}`, { isMention: true });
  await slackCoordinator.send({ as: 'event', payload: changedEvent(slackCoordinator.scene, 'joined') });
  await slackCoordinator.write(`koppla ${GROUP}`, { isMention: true });
  await settle();
  return {
    ...{ database, slackServer, teams: teamsUmea, slack: slackUmea },
    async goTo(instant: string) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await settle();
    },
    async close() {
      await server.close();
      await slackPlatform.close();
      await slackServer.close();
      await connector.close();
      await identity.close();
    },
  };
}

/** What is paced goes out a few seconds later each. */
async function drain(queue: ReturnType<typeof createDrainQueue>, clock: MovableClock): Promise<void> {
  for (let round = 0; round < 6; round += 1) {
    await queue.drain(clock.now());
    clock.moveTo(new Date(clock.now().getTime() + 2_000));
  }
}

async function findAddress({ db }: Database, id: string): Promise<string> {
  const { email } = await db.person.findFirstOrThrow({ where: { id }, select: { email: true } });
  return email ?? '';
}
