// A whole county behind a real HTTP door: real file, real road, real room, on a clock that a journey moves.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PersonId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { createRoom } from '../../src/platforms/room/room.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createApp } from '../../src/web/app.ts';
import { createHealth } from '../../src/web/health.ts';
import { createPeople } from '../../src/web/people.ts';
import { listenLater } from '../fake/listen-later.ts';
import {
  createVisitor,
  type Fields,
  readCards,
  readForms,
  readHidden,
  readPresses,
  readText,
} from '../platforms/room/visitor.ts';
import { importCounty, readCountyText } from './import-county.ts';

export interface Member {
  /** The cards of a conversation, newest first, as a reader sees them. */
  read(conversation: string): Promise<readonly string[]>;
  /** Presses the button with these words on the newest card that has it. */
  press(conversation: string, words: string, twice?: boolean): Promise<Shown>;
  /** Presses the button with these words on the page that is shown. */
  choose(shown: Shown, words: string, twice?: boolean): Promise<Shown>;
  /** Follows the link with these words on the page that is shown. */
  follow(shown: Shown, words: string): Promise<Shown>;
  /** Sends the open form of the page that is shown. */
  submit(shown: Shown, typed: Fields): Promise<Shown>;
  /** Asks Samverk in their own words. */
  write(text: string): Promise<Shown>;
}

/** The page that a person was led to. */
export interface Shown {
  readonly html: string;
  readonly text: string;
}

export interface OpenCounty {
  readonly database: Database;
  readonly clock: MovableClock;
  goTo(instant: string): Promise<void>;
  /** Imports the county's file anew, with this written for that. */
  change(written: string, instead: string): Promise<void>;
  /** A member, let in by a signed link as outside local mode. */
  enter(person: string): Promise<Member>;
  close(): Promise<void>;
}

export async function openCounty(database: Database, county: string, start: string): Promise<OpenCounty> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  await importCounty({ database, topics, now: clock.now() }, county);

  const road = { database, queue, clock, log: silentLog, topics };
  const doors: { path: string; handler: ReturnType<typeof room.listen> }[] = [];
  const server = await listenLater(() =>
    createApp({ health: createHealth(database.db, clock), doors, home: '/room', isHttps: false, log: silentLog }),
  );
  const room = createRoom({
    db: database.db,
    clock,
    secret: 'a secret of at least thirty-two characters',
    publicUrl: server.url,
    isLocal: false,
    people: createPeople(database.db, clock),
    log: silentLog,
  });
  const house = await openHouse(road, [room], () => 0);
  doors.push({ path: '/room', handler: room.listen(house.handle) });
  server.open();
  return {
    database,
    clock,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    async change(written, instead) {
      const text = (await readCountyText(county)).replace(written, instead);
      await importFiles(
        { database, topics, now: clock.now() },
        { files: [{ name: `${county}.yaml`, text }], isDryRun: false },
      );
    },
    async enter(person) {
      const visitor = createVisitor(server.url);
      // Weeks pass between two visits: each time by a new link.
      const enter = () => visitor.get(new URL(room.linkFor(PersonId.parse(person), { kind: 'inbox' })).pathname);
      const read = async (conversation: string) => {
        await enter();
        return (await visitor.get(`/room/c/room/${conversation}`)).html;
      };
      const send = async (fields: Fields) => {
        const { html } = await visitor.post('/room/act', fields);
        await queue.drain(clock.now());
        return { html, text: readText(html) };
      };
      const ask = async (text: string) => {
        await enter();
        const { html } = await visitor.get('/room/ask');
        return send({ ...readHidden(readForms(html).find((one) => one.includes('name="text"')) ?? ''), text });
      };
      const follow = async ({ html }: Shown, words: string) => {
        const links = [...html.matchAll(/<a[^>]*href="([^"]*)"[^>]*>([\s\S]*?)<\/a>/g)];
        const href = links.find(([, , text = '']) => readText(text).includes(words))?.[1];
        if (href === undefined) throw new Error(`No link "${words}": ${readText(html)}`);
        const { html: page } = await visitor.get(href.replaceAll('&amp;', '&'));
        return { html: page, text: readText(page) };
      };
      return { ...createMember(read, send), follow, write: ask };
    },
    async close() {
      room.close();
      await server.close();
    },
  };
}

type Read = (conversation: string) => Promise<string>;
type Send = (fields: Fields) => Promise<Shown>;

function createMember(read: Read, send: Send): Omit<Member, 'write' | 'follow'> {
  async function pressOn(html: string, words: string, twice = false): Promise<Shown> {
    for (const form of readForms(html)) {
      const button = [...form.matchAll(/<button[^>]*name="_press"[^>]*>[\s\S]*?<\/button>/g)].map(([text]) => text);
      const wanted = button.find((text) => readText(text).includes(words));
      const value = wanted && readPresses(wanted)[0];
      if (!value) continue;
      const fields = { ...readHidden(form), _press: value };
      // Both clicks are on their way before either is answered.
      const [first] = await Promise.all(twice ? [send(fields), send(fields)] : [send(fields)]);
      if (first) return first;
    }
    throw new Error(`No button "${words}": ${readText(html)}`);
  }
  return {
    async read(conversation) {
      return readCards(await read(conversation)).map(readText);
    },
    press: async (conversation, words, twice) => pressOn(await read(conversation), words, twice),
    choose: ({ html }, words, twice) => pressOn(html, words, twice),
    async submit({ html }, typed) {
      const form = readForms(html).find((one) => one.includes('answer-form')) ?? '';
      return send({ ...readHidden(form), ...typed });
    },
  };
}
