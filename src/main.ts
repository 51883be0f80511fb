// Builds the house; the only file that knows everybody.
import type { RequestHandler } from 'express';
import { followAppointments } from './appointments/follow.ts';
import { type Instant, isZoneDataSound } from './calendar/zone.ts';
import { CALENDAR } from './chat/calendar.ts';
import { createHandle } from './chat/handle.ts';
import { REACH_QUEUE, reachMembers } from './chat/reach-members.ts';
import type { Clock } from './clock.ts';
import type { Config } from './config.ts';
import { startQueue } from './database/boss-queue.ts';
import { type Db, openDatabase } from './database/open.ts';
import { type DeliveryRoom, deliver, deliveryQueue } from './delivery/deliver.ts';
import { isTenantServed } from './directory/county-store.ts';
import { InvalidInput } from './errors.ts';
import type { PersonId } from './ids.ts';
import { loadExamples } from './import/load-examples.ts';
import type { Log } from './log.ts';
import { createPostbox } from './mail.ts';
import { type Handle, type Platform, PlatformName } from './platform.ts';
import { createRoom } from './platforms/room/room.ts';
import type { RoomLink } from './platforms/room/room-link.ts';
import { ROOM } from './platforms/room/room-setting.ts';
import { SLACK } from './platforms/slack/slack-setting.ts';
import { TEAMS } from './platforms/teams/teams-setting.ts';
import { TELL_QUEUE } from './reminders/hand-out.ts';
import { replan } from './reminders/plan-ahead.ts';
import { REFRESH_QUEUE, refreshBatch } from './reminders/refresh.ts';
import { REOPEN_QUEUE, reopenListed } from './reminders/reopen-listed.ts';
import type { Road, Site } from './reminders/road.ts';
import { tellBatch } from './reminders/tell.ts';
import { promiseTrouble, TROUBLE_QUEUE, tellTrouble } from './reminders/tell-trouble.ts';
import { APPOINTMENTS_QUEUE, PULSE_QUEUE, TIDY_QUEUE } from './reminders/tick.ts';
import { beat } from './reminders/tick-store.ts';
import { createTicking } from './reminders/ticking.ts';
import { createSeal } from './seal.ts';
import type { Language } from './text/language.ts';
import { textsIn } from './text/texts.ts';
import type { Topics } from './topic.ts';
import { callTopic } from './topics/calls/call-topic.ts';
import { createContactTopic } from './topics/contacts/contact-topic.ts';
import { createEventTopic } from './topics/events/event-topic.ts';
import { createFollowUpTopic } from './topics/followups/follow-up-topic.ts';
import { createMeetingTopic } from './topics/meetings/meeting-topic.ts';
import { watchTopic } from './topics/meetings/watch-topic.ts';
import { memoTopic } from './topics/memos/memo-topic.ts';
import { listRaised } from './topics/needs/need-store.ts';
import { needTopic } from './topics/needs/need-topic.ts';
import { planTopic } from './topics/plans/plan-topic.ts';
import { readYear } from './topics/plans/read-year.ts';
import { surveyTopic } from './topics/surveys/survey-topic.ts';
import { createApp } from './web/app.ts';
import { createCalendarDoor } from './web/calendar.ts';
import { type Closing, createClosing, STOP_MS } from './web/closing.ts';
import { createDesk } from './web/desk/desk-door.ts';
import { DESK } from './web/desk/desk-setting.ts';
import { SIGN_IN_QUEUE, sendSignInLetters } from './web/desk/entrance/sign-in-letter.ts';
import { tidyDesk } from './web/desk/entrance/tidy-desk.ts';
import { createHealth } from './web/health.ts';
import { createPeople } from './web/people.ts';
import { findSecret } from './web/secret.ts';
import { listen } from './web/server.ts';
import { createSite } from './web/site.ts';

/** Every queue there is: jobs are promised to these only. */
export const QUEUES: readonly string[] = [
  TELL_QUEUE,
  REFRESH_QUEUE,
  TROUBLE_QUEUE,
  REACH_QUEUE,
  REOPEN_QUEUE,
  APPOINTMENTS_QUEUE,
  PULSE_QUEUE,
  TIDY_QUEUE,
  SIGN_IN_QUEUE,
  ...PlatformName.options.map(deliveryQueue),
];

export function createTopics(): Topics {
  const meeting = createMeetingTopic({ replan: (tx, subject) => replan(tx, meeting, subject), listRaised });
  const contact = createContactTopic({ replan: (tx, subject) => replan(tx, contact, subject) });
  const event = createEventTopic({ replan: (tx, subject) => replan(tx, event, subject) });
  const followup = createFollowUpTopic({ readYear });
  return {
    call: callTopic,
    meeting,
    plan: planTopic,
    followup,
    contact,
    need: needTopic,
    event,
    survey: surveyTopic,
    memo: memoTopic,
    watch: watchTopic,
  };
}

export interface House {
  readonly road: Road;
  readonly platforms: readonly Platform[];
  readonly handle: Handle;
}

/**
 * Puts the workers in their places: from here on, what is promised is done.
 * @param chance between 0 and 1, for the jitter of retries
 */
export async function openHouse(road: Road, platforms: readonly Platform[], chance: () => number): Promise<House> {
  const { database, queue, clock, leaseMs, log } = road;
  const onFailed: DeliveryRoom['onFailed'] = (tx, deliveries, conversations) =>
    promiseTrouble(queue, tx, { deliveries, conversations });
  const outbox: DeliveryRoom = { database, queue, clock, log, chance, onFailed, leaseMs };
  await queue.work(TELL_QUEUE, { workers: 2, batchSize: 50, pollSeconds: 0.5 }, (jobs) => tellBatch(road, jobs));
  await queue.work(REFRESH_QUEUE, { workers: 1, batchSize: 50, pollSeconds: 0.5 }, (jobs) => refreshBatch(road, jobs));
  await queue.work(TROUBLE_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 5 }, (jobs) => tellTrouble(road, jobs));
  await queue.work(REACH_QUEUE, { workers: 1, batchSize: 1, pollSeconds: 5 }, (jobs) =>
    reachMembers({ road, platforms }, jobs),
  );
  await queue.work(REOPEN_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 5 }, () => reopenListed(road, platforms));
  await queue.work(APPOINTMENTS_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 5 }, () => followAppointments(road));
  await queue.work(PULSE_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 5 }, () =>
    beat(database.db, 'queue', clock.now()),
  );
  await queue.work(TIDY_QUEUE, { workers: 1, batchSize: 10, pollSeconds: 60 }, async () => {
    for (const platform of platforms) await platform.tidy?.();
    await tidyDesk(database.db, clock.now());
  });
  for (const platform of platforms) {
    await queue.work(
      deliveryQueue(platform.name),
      { workers: 3, batchSize: 10, pollSeconds: 0.5 },
      (_jobs, isStopping) => deliver(outbox, platform, isStopping),
    );
  }
  return { road, platforms, handle: createHandle({ road, platforms }) };
}

export interface Service {
  /** Where it listens: "http://127.0.0.1:3978". */
  readonly address: string;
  /** Where people reach it: as configured, else the same. */
  readonly publicUrl: string;
  readonly secret: string;
  readonly road: Road;
  /** For more that is at work: it is stopped together with the rest. */
  whenStopping(stop: () => Promise<void>): void;
  /** Takes no more, lets what is being sent and answered finish, and closes everything: within ten seconds. */
  stop(): Promise<void>;
}

export interface Ground {
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Opens everything or nothing: what was open by the time something failed is closed again.
 * @throws InvalidInput where the operator can mend it
 */
export async function openService(config: Config, ground: Ground): Promise<Service> {
  if (!isZoneDataSound()) throw new InvalidInput(NO_ZONES);
  const closing = createClosing(ground.log);
  try {
    return await open(config, ground, closing);
  } catch (error) {
    await closing.all();
    throw error;
  }
}

const NO_ZONES =
  'This Node does not know when Swedish clocks change: half the year, reminders would come an hour wrong. ' +
  'Install a Node with full time zone data (full-icu), such as the official builds.';

async function open(config: Config, { clock, log }: Ground, closing: Closing): Promise<Service> {
  const database = await openDatabase({ url: config.databaseUrl, dataDir: config.dataDir, log });
  closing.close(database.close);
  const server = await listen(config);
  closing.stop(() => server.stop(STOP_MS));
  const queue = await startQueue(database, log, QUEUES);
  const { isLocal } = config;
  const secret = await findSecret(config);
  const publicUrl = config.port === 0 ? config.publicUrl.replace(/:0$/, `:${server.port}`) : config.publicUrl;
  const site = createSite({ publicUrl, secret });
  const road = { database, queue, clock, log, topics: createTopics(), site };
  const ticking = createTicking(road);
  closing.stop(() => ticking.stop().then(queue.stop));
  if (isLocal) await loadExamples(road);

  const people = createPeople(database.db, clock);
  const elsewhere = { url: DESK, name: (language: Language) => textsIn(language).deskPages.nav.label };
  const room = createRoom({ db: database.db, clock, secret, publicUrl, isLocal, people, elsewhere, log });
  closing.stop(async () => room.close());
  const outer = await openOuterPlatforms(config, database.db, { clock, log, publicUrl });
  for (const { close } of outer) if (close) closing.stop(close);
  const { handle } = await openHouse(road, [room, ...outer.map(({ platform }) => platform)], Math.random);
  await openMail(config, { ...road, site }, closing);
  await ticking.start();
  const health = createHealth(database.db, clock);
  const doors = [
    { path: ROOM, handler: room.listen(handle) },
    {
      path: DESK,
      handler: createDesk({
        ...{ road, handle, secret, publicUrl, isLocal, roomUrl: ROOM },
        hasMail: config.mail !== undefined,
      }),
    },
    { path: CALENDAR, handler: createCalendarDoor({ db: database.db, clock, sign: site.sign }) },
    ...outer.flatMap(({ path, platform, more = [] }) => [{ path, handler: platform.listen(handle) }, ...more]),
  ];
  server.serve(createApp({ health, doors, home: ROOM, isHttps: publicUrl.startsWith('https:'), log }));
  log.info('service.opened', { address: server.address, database: database.kind, isLocal });
  return { address: server.address, publicUrl, secret, road, whenStopping: closing.stop, stop: closing.all };
}

/** Without a mail server nobody is promised a letter. */
async function openMail(
  { mail }: Config,
  { database, queue, clock, log, site }: Road & { readonly site: Site },
  closing: Closing,
): Promise<void> {
  if (!mail) return;
  const postbox = createPostbox(mail);
  closing.stop(async () => postbox.close());
  const room = { database, clock, log, postbox, site };
  await queue.work(SIGN_IN_QUEUE, { workers: 1, batchSize: 1, pollSeconds: 1 }, (jobs) =>
    sendSignInLetters(room, jobs),
  );
}

interface Door {
  readonly path: string;
  readonly handler: RequestHandler;
}

interface OuterPlatform {
  readonly path: string;
  readonly platform: Platform;
  /** Doors beside the one that the platform itself knocks on. */
  readonly more?: readonly Door[];
  /** Where it holds something open by itself. */
  readonly close?: () => Promise<void>;
}

interface OuterGround extends Ground {
  readonly publicUrl: string;
}

/**
 * Those that are somebody else's: on when they are configured. None is asked for anything before it is needed, and the
 * libraries of one that is not configured are not even read: they are half of what a start would take.
 */
async function openOuterPlatforms({ teams, slack }: Config, db: Db, ground: OuterGround): Promise<OuterPlatform[]> {
  const outer: OuterPlatform[] = [];
  if (teams) {
    const { createTeams } = await import('./platforms/teams/teams.ts');
    const isTenantAllowed = (tenant: string) => isTenantServed(db, 'teams', tenant);
    outer.push({ path: TEAMS, platform: createTeams({ config: teams, db, ...ground, isTenantAllowed }) });
  }
  if (slack) {
    const { createSlack } = await import('./platforms/slack/slack.ts');
    const { openInstallations } = await import('./platforms/slack/slack-installing.ts');
    const { SLACK_INSTALL } = await import('./platforms/slack/slack-install.ts');
    const deps = { config: slack, db, ...ground, isTenantAllowed: (team: string) => isTenantServed(db, 'slack', team) };
    const { installations, door } = await openInstallations(deps);
    const platform = createSlack(deps, installations);
    const more = door ? [{ path: SLACK_INSTALL, handler: door }] : [];
    outer.push({ path: SLACK, platform, more, close: platform.close });
  }
  return outer;
}

/** A way into the web room for one person, until then. Whoever has it is that person: give it to nobody else. */
export function writeRoomLink(
  { secret, publicUrl }: Pick<Service, 'secret' | 'publicUrl'>,
  { personId, until }: { readonly personId: PersonId; readonly until: Instant },
): string {
  const link: RoomLink = { purpose: 'inbox', personId, until: until.getTime() };
  return new URL(`${ROOM}/in/${createSeal(secret, 'room').close('link', link)}`, publicUrl).href;
}
