// A county's whole year on the real road: people write commands and answer what they are asked, on a clock that a test moves.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { PromptId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, openHouse } from '../../src/main.ts';
import { entriesOf } from '../../src/message/entries.ts';
import type { Answers, Form } from '../../src/message/form.ts';
import type { Message } from '../../src/message/message.ts';
import { type Answer, Incoming, PlatformUser } from '../../src/platform.ts';
import { tick } from '../../src/reminders/tick.ts';
import { createDraw } from '../../src/simulation/draw.ts';
import { fillForm } from '../../src/simulation/fill-form.ts';
import { createFakePlatform } from '../fake/fake-platform.ts';
import { date } from '../topics/build-subjects.ts';
import { readCountyText } from './import-county.ts';

/** What stands written in the file, and what instead. */
export type Edit = readonly [written: string, instead: string];

export interface AskedOf {
  readonly promptId: PromptId;
  readonly personId: string;
  readonly organisationId: string;
}

export interface Year {
  readonly database: Database;
  readonly clock: MovableClock;
  goTo(instant: string): Promise<void>;
  write(person: string, text: string): Promise<string>;
  /** Imports the file anew, edited. */
  importAgain(...edits: readonly Edit[]): Promise<void>;
  /** Who is asked by the open prompts of a topic, without those that nobody is asked by. */
  listAsked(topic: string): Promise<readonly AskedOf[]>;
  open(asked: AskedOf): Promise<Extract<Answer, { kind: 'form' }>>;
  /** Fills in the form by chance, always the same, and sends it. */
  answer(asked: AskedOf, given?: (form: Form) => Answers): Promise<Answer>;
  take(asked: AskedOf, kind: 'submitted' | 'drafted', entries: Record<string, string>): Promise<Answer>;
  /** What stands in the form on the card itself. */
  look(asked: AskedOf): Promise<Answers | undefined>;
  posts(place: string): readonly Message[];
}

export async function openYear(
  database: Database,
  { county, start, edits = [] }: { readonly county: string; readonly start: string; readonly edits?: readonly Edit[] },
): Promise<Year> {
  const clock = createMovableClock(new Date(start));
  const queue = createDrainQueue();
  const topics = createTopics();
  const platform = createFakePlatform({ name: 'room' });
  const road = { database, queue, clock, log: silentLog, topics };
  const { handle } = await openHouse(road, [platform], () => 0);
  const draw = createDraw(2024);
  async function importEdited(all: readonly Edit[]): Promise<void> {
    let text = await readCountyText(county);
    for (const [written, instead] of all) {
      if (!text.includes(written)) throw new Error(`${county}.yaml has no "${written}".`);
      text = text.replace(written, instead);
    }
    await importFiles(
      { database, topics, now: clock.now() },
      { files: [{ name: `${county}.yaml`, text }], isDryRun: false },
    );
  }
  await importEdited(edits);
  let acts = 0;
  const from = (person: string) =>
    PlatformUser.parse({
      platform: 'room',
      tenant: county,
      user: person.startsWith(`${county}/`) ? person : `${county}/${person}`,
    });
  const take = async (person: string, incoming: object) => {
    const answer = await handle.take(Incoming.parse({ key: `act-${acts++}`, from: from(person), ...incoming }));
    await queue.drain(clock.now());
    return answer;
  };
  async function open({ personId, promptId }: AskedOf) {
    const opened = await handle.look({ kind: 'opened', from: from(personId), promptId });
    if (opened.kind !== 'form') throw new Error(`${personId} got no form: ${JSON.stringify(opened)}`);
    return opened;
  }
  return {
    database,
    clock,
    open,
    async goTo(instant) {
      clock.moveTo(new Date(instant));
      await tick(road);
      await queue.drain(clock.now());
    },
    write: async (person, text) => JSON.stringify(await take(person, { kind: 'wrote', text })),
    importAgain: (...more) => importEdited([...edits, ...more]),
    async listAsked(topic) {
      const { db } = database;
      const prompts = await db.prompt.findMany({ where: { topic, closedAt: null }, orderBy: { key: 'asc' } });
      const where = { promptId: { in: prompts.map(({ id }) => id) }, releasedAt: null };
      const rows = await db.asked.findMany({ where, orderBy: [{ promptId: 'asc' }, { personId: 'asc' }] });
      return rows.map(({ promptId, personId, organisationId }) => ({
        ...{ promptId: PromptId.parse(promptId), personId, organisationId },
      }));
    },
    async answer(asked, given = () => ({})) {
      const { form, basedOn } = await open(asked);
      const mine = (matter: string) => draw(`${asked.promptId} ${matter}`);
      const today = date(clock.now().toISOString().slice(0, 10));
      const answers = fillForm({ form, given: given(form), draw: mine, today, language: 'sv' });
      const entries = entriesOf(form, answers, 'sv');
      return take(asked.personId, { kind: 'submitted', promptId: asked.promptId, entries, basedOn });
    },
    take: (asked, kind, entries) => take(asked.personId, { kind, promptId: asked.promptId, entries, basedOn: 0 }),
    async look({ personId, promptId }) {
      const shown = await handle.look({ kind: 'looked', from: from(personId), promptIds: [promptId] });
      return shown.kind === 'views' ? shown.views[0]?.values : undefined;
    },
    posts: (place) =>
      platform.posts.filter(({ to }) => to.id === `room/${county}/${place}`).map(({ message }) => message),
  };
}
