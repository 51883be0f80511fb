// Counties behind the desk's real HTTP door: real files, real road, on a clock that a test moves.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import type { PersonRole } from '../../src/directory/person.ts';
import { findPersonAnywhere } from '../../src/directory/person-store.ts';
import { addSignInLink } from '../../src/directory/sign-in-store.ts';
import { PersonId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { silentLog } from '../../src/log.ts';
import { createPostbox } from '../../src/mail.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import type { Handle } from '../../src/platform.ts';
import { createRoom } from '../../src/platforms/room/room.ts';
import type { Road } from '../../src/reminders/road.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createDesk } from '../../src/web/desk/desk-door.ts';
import { SIGN_IN_QUEUE, sendSignInLetters } from '../../src/web/desk/entrance/sign-in-letter.ts';
import { createHealth } from '../../src/web/health.ts';
import { createPeople } from '../../src/web/people.ts';
import { createSite } from '../../src/web/site.ts';
import { listenLater } from '../fake/listen-later.ts';
import { writeOnce } from '../fake/write-once.ts';
import { readCountyText } from '../journey/import-county.ts';
import { createVisitor, type Page, readForms, readHidden, type Visitor } from '../platforms/room/visitor.ts';

export const SECRET = 'a secret of at least thirty-two characters';

export interface DeskOptions {
  readonly counties: readonly string[];
  readonly start: string;
  readonly isLocal?: boolean;
  /** A mail server's address. */
  readonly smtp?: string;
  /** As a proxy with https before it says. */
  readonly publicUrl?: string;
}

export interface OpenDesk {
  readonly url: string;
  readonly road: Road;
  readonly handle: Handle;
  readonly clock: MovableClock;
  goTo(instant: string): Promise<void>;
  /** Work that waits in the queues is done. */
  drain(): Promise<void>;
  give(person: string, ...roles: readonly PersonRole[]): Promise<void>;
  /** What stands in a new link for somebody. */
  makeLink(person: string): Promise<string>;
  /** Somebody who has come in by a link of their own. */
  enter(person: string): Promise<Guest>;
  /** Somebody whom nobody knows. */
  visit(): Visitor;
  close(): Promise<void>;
}

export interface Guest extends Visitor {
  /** Sends what the page's forms carry, to wherever; with a proof that the last page gave. */
  send(path: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
}

export async function openDesk(database: Database, options: DeskOptions): Promise<OpenDesk> {
  const { counties, start, isLocal = false, smtp } = options;
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  await writeOnce(database, `desk ${counties.join()} ${start}`, async () => {
    for (const county of counties) {
      const files = [{ name: `${county}.yaml`, text: await readCountyText(county) }];
      await importFiles({ database, topics, now: clock.now() }, { files, isDryRun: false });
    }
  });
  const doors: { path: string; handler: ReturnType<typeof createDesk> }[] = [];
  const server = await listenLater(() =>
    createApp({ health: createHealth(database.db, clock), doors, home: '/desk', isHttps: false, log: silentLog }),
  );
  const { db } = database;
  const people = createPeople(db, clock);
  const publicUrl = options.publicUrl ?? server.url;
  const room = createRoom({ db, clock, secret: SECRET, publicUrl, isLocal, people, log: silentLog });
  const site = createSite({ publicUrl, secret: SECRET });
  const road = { database, queue, clock, log: silentLog, topics, site };
  const { handle } = await openHouse(road, [room], () => 0);
  if (smtp !== undefined) {
    const postbox = createPostbox({ url: smtp, from: 'Samverk <samverk@example.org>' });
    await queue.work(SIGN_IN_QUEUE, { workers: 1, batchSize: 1, pollSeconds: 1 }, (jobs) =>
      sendSignInLetters({ database, clock, log: silentLog, postbox, site }, jobs),
    );
  }
  const hasMail = smtp !== undefined;
  doors.push({
    path: '/desk',
    handler: createDesk({ road, handle, secret: SECRET, publicUrl, isLocal, hasMail, roomUrl: '/room' }),
  });
  server.open();
  const makeLink = async (person: string) => {
    const found = await findPersonAnywhere(db, PersonId.parse(person));
    if (!found) throw new Error(`There is no ${person}.`);
    return addSignInLink(db, { countyId: found.countyId, personId: found.id }, clock.now());
  };
  return {
    url: server.url,
    road,
    handle,
    clock,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    async drain() {
      await queue.drain(clock.now());
    },
    async give(person, ...roles) {
      await db.person.update({ where: { id: person }, data: { roles: [...roles] } });
    },
    makeLink,
    async enter(person) {
      const visitor = createVisitor(server.url);
      await visitor.post(`/desk/in/${await makeLink(person)}`, {});
      return toGuest(visitor);
    },
    visit: () => createVisitor(server.url),
    async close() {
      room.close();
      await server.close();
    },
  };
}

function toGuest(visitor: Visitor): Guest {
  return {
    ...visitor,
    async send(path, fields = {}) {
      const { html } = await visitor.get('/desk');
      const leave = readForms(html).find((form) => form.includes('action="/desk/leave"')) ?? '';
      return visitor.post(path, { ...readHidden(leave), ...fields });
    },
  };
}
