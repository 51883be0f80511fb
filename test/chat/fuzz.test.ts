// Whatever somebody writes: an answer in words every time, no crash, and nothing stored but what the command is for.
import { beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { z } from 'zod';
import { findCommand, listCommands } from '../../src/chat/commands.ts';
import type { Database } from '../../src/database/open.ts';
import { hasPersonalNumber } from '../../src/message/personal-number.ts';
import type { Answer } from '../../src/platform.ts';
import { textsIn } from '../../src/text/texts.ts';
import { Event } from '../../src/topics/events/event.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { type Chat, channel, mail, openChat, ownChat } from './open-chat.ts';

const RUNS = Number(process.env.COMMAND_FUZZ_RUNS ?? 500);
const SEED = Number(process.env.COMMAND_FUZZ_SEED ?? 20_261_126);
const TIMEOUT_MS = 60_000 + RUNS * 100;

/** What each command may leave behind; every other leaves nothing. */
const LEAVES: Readonly<Record<string, readonly string[]>> = {
  needs: ['need', 'occurrence'],
  events: ['event', 'occurrence'],
  substitute: ['absence', 'appointment', 'membership', 'occurrence', 'delivery'],
  successor: ['appointment', 'membership', 'occurrence', 'delivery'],
  minutes: ['minutes'],
  calendar: ['feed'],
  bind: ['conversation', 'occurrence', 'delivery'],
};
/** One's own chat is remembered whatever is written there. */
const ALWAYS: readonly string[] = ['conversation', 'incoming'];
/** No command may ever change how many of these there are. */
const TABLES = [
  ...['absence', 'appointment', 'call', 'contact', 'conversation', 'county', 'delivery', 'event', 'feed', 'incoming'],
  ...['meeting', 'membership', 'need', 'occurrence', 'organisation', 'person', 'prompt', 'reply', 'working_group'],
] as const;

const words = listCommands().flatMap(({ name }) =>
  (['sv', 'en'] as const).flatMap((language) => textsIn(language).chat.commands[name].words),
);
const names = [
  'alby',
  'alby-2',
  'beby@example.org',
  'Integrationssamordnare, alby kommun',
  'samordnare',
  'ingen',
  'för',
];
const days = [
  '9–13 mars',
  '1 juli',
  '2026-04-10',
  '2026-02-30',
  '31 april',
  '13–9 mars',
  '10 april',
  'i morgon',
  '0000-00-00',
];
const things = [
  'Umeå',
  'habo',
  '2480',
  'SFI',
  'beredningsgruppen',
  'bort',
  'ny',
  'länet',
  'klart 1',
  'klart 99999999999',
  'dra tillbaka 1',
];
const hostile = [
  ...["'; drop table person; --", '<script>alert(1)</script>', '%s%n', '{{7*7}}', '\u0000', '\u202e', '😀'.repeat(40)],
  ...[
    'https://example.org/x',
    'javascript:alert(1)',
    'http://',
    '8112189876',
    '811218-9876',
    'Å'.repeat(300),
    ' · ',
    '"',
    '\\',
  ],
];

const piece = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...names, ...days, ...things) },
  { weight: 2, arbitrary: fc.constantFrom(...hostile) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 30 }) },
  { weight: 1, arbitrary: fc.constantFrom(...words) },
);
const written = fc
  .tuple(
    fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.string({ maxLength: 20 }) },
    ),
    fc.array(piece, { maxLength: 5 }),
    fc.constantFrom(' ', '  ', '\n'),
  )
  .map(([word, rest, space]) => [word, ...rest].join(space));
const who = fc.constantFrom(
  mail.alby,
  mail.coordinator,
  mail.neighbour,
  'beby@example.org',
  'okand@example.org',
  undefined,
);
const where = fc.constantFrom(undefined, channel, ownChat);

/** What once was answered with "try again in a while", and would be so for ever. */
const FOUND = [`${'x'.repeat(59)}😀 ${'y'.repeat(20)}`, 'behov Fler\0 tolkar', 'behov klart 99999999999'].map(
  (text): [string, typeof mail.coordinator, undefined] => [text, mail.coordinator, undefined],
);

let database: Database;
let chat: Chat;
beforeAll(async () => {
  database = await openTestDatabase();
  chat = await openChat(database);
});

test(
  `${RUNS} commands as nobody would write them`,
  async () => {
    let before = await countRows();
    await fc.assert(
      fc.asyncProperty(written, who, where, async (text, email, at) => {
        const answer = await chat.write(email, text, at);
        const after = await countRows();
        const changed = [...after].filter(([table, count]) => before.get(table) !== count).map(([table]) => table);
        before = after;

        expect(readWords(answer)).toMatch(/\p{L}{2}/u);
        expect(readWords(answer)).not.toContain(textsIn('sv').road.trouble);
        const allowed = [...ALWAYS, ...(LEAVES[findName(text)] ?? [])];
        expect(changed.filter((table) => !allowed.includes(table))).toEqual([]);
      }),
      // What was stored meanwhile is there: the same words again are another case.
      { numRuns: RUNS, seed: SEED, endOnFailure: true, examples: FOUND },
    );

    const stored = await readWritten();
    expect(stored.filter(hasPersonalNumber)).toEqual([]);
    expect(stored.length).toBeGreaterThan(RUNS / 4);
  },
  TIMEOUT_MS,
);

test('what was proposed meanwhile is whole, and of the county of whoever proposed it', async () => {
  const events = await database.db.event.findMany();
  const people = await database.db.person.findMany({ select: { id: true, countyId: true } });

  for (const { title, place, link, countyId, proposedById, fromOn, toOn } of events) {
    expect(title.length).toBeLessThanOrEqual(150);
    expect(Event.unwrap().shape.title.safeParse(title).success).toBe(true);
    expect(`${place ?? ''}`.length).toBeLessThanOrEqual(150);
    expect(link ?? 'https://').toMatch(/^https?:\/\//);
    expect(people.find(({ id }) => id === proposedById)?.countyId).toBe(countyId);
    expect(fromOn <= toOn).toBe(true);
  }
});

function findName(text: string): string {
  const [word = ''] = text.trim().split(/\s+/);
  return findCommand(word.toLowerCase().normalize('NFC'))?.name ?? '';
}

/** All that is said, however it is said. */
function readWords(answer: Answer): string {
  switch (answer.kind) {
    case 'note':
    case 'receipt':
      return answer.text;
    case 'card':
      return JSON.stringify(answer.message);
    default:
      throw new Error(`A command was answered with ${answer.kind}.`);
  }
}

const Counts = z.array(z.object({ name: z.string(), count: z.coerce.number() }));

async function countRows(): Promise<ReadonlyMap<string, number>> {
  const counts = TABLES.map((table) => `select '${table}' as name, count(*)::int as count from ${table}`);
  const minutes = `select 'minutes' as name, count(minutes_on)::int as count from meeting`;
  const { rows } = await database.executeSql([...counts, minutes].join(' union all '));
  return new Map(Counts.parse(rows).map(({ name, count }) => [name, count]));
}

/** Every text that anybody wrote, wherever it is kept. */
async function readWritten(): Promise<readonly string[]> {
  const { db } = database;
  const incoming = await db.incoming.findMany({ select: { body: true } });
  const needs = await db.need.findMany({ select: { text: true, outcome: true } });
  const events = await db.event.findMany({ select: { title: true, place: true } });
  return [...incoming, ...needs, ...events].map((row) => JSON.stringify(Object.values(row)));
}
