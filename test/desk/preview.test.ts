// What a preview shows is what then happens: the same messages, to the same places, at the same moments.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import type { Wanted } from '../../src/desk/desk.ts';
import type { Entries } from '../../src/message/entries.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { writeOnce } from '../fake/write-once.ts';
import { aMeeting, enterDesk, listForeseen, listSent, type OpenDesk, openDesk, previewOf } from './open-desk.ts';

let database: Database;
let desk: OpenDesk;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  desk = await openDesk(database, '2026-10-01T07:00:00Z');
});

/** Plays everything that is planned, and returns what was foreseen and what was sent from then on. */
async function play(wanted: Wanted, entries: Entries) {
  const before = desk.platform.posts.length;
  const shown = await desk.start(wanted, entries);
  const { sends } = previewOf(shown);
  const done = await desk.confirm(shown);
  if (done.kind !== 'done') throw new Error(JSON.stringify(done));
  await desk.goTo(desk.clock.now());
  for (const at of new Set(sends.map((send) => send.at.toISOString()))) await desk.goTo(at);
  const id = done.ref.id.replace(/\/\d{4}-\d{2}-\d{2}$/, '');
  return { foreseen: listForeseen(sends), sent: listSent(desk.platform.posts.slice(before), id), done, sends };
}

const newMeeting = { act: 'new', kind: 'meeting' } as const;

test('a meeting is reminded of, nudged about and told of as previewed', async () => {
  const { foreseen, sent } = await play(newMeeting, aMeeting);

  expect(foreseen.length).toBeGreaterThan(8);
  expect(sent).toEqual(foreseen);
});

test('a meeting in four days is told of at once, and nobody is nudged in the same breath', async () => {
  const { foreseen, sent, sends } = await play(newMeeting, { ...aMeeting, heldOn: '2026-10-05' });

  expect(sends.filter(({ isNow }) => isNow).map(({ kind }) => kind)).toEqual(['reminder']);
  expect(sent).toEqual(foreseen);
});

test('a meeting that comes back every month is as previewed, each time', async () => {
  const { foreseen, sent } = await play(newMeeting, { ...aMeeting, repeats: 'monthly', until: '2026-12-31' });

  expect(await database.db.meeting.findMany({ select: { heldOn: true }, orderBy: { heldOn: 'asc' } })).toEqual(
    // The fourth Thursday; Christmas Eve gives way.
    ['2026-10-22', '2026-11-26', '2026-12-28'].map((heldOn) => ({ heldOn })),
  );
  expect(sent).toEqual(foreseen);
});

describe('once a meeting was told of', () => {
  let subjectId: string;
  beforeEach(async () => {
    await emptyTables(database);
    await writeOnce(database, 'told', async () => {
      const before = await openDesk(database, '2026-10-01T07:00:00Z');
      subjectId = (await before.act(newMeeting, aMeeting)).ref.id;
      await before.goTo('2026-10-15T07:00:00Z');
    });
    desk = await enterDesk(database, '2026-10-15T07:00:00Z');
  });

  test.each([
    ['moved to another day', 'move', { heldOn: '2026-11-12', startsAt: '13.00', endsAt: '15.00' }, 5],
    ['moved to other hours', 'move', { heldOn: '2026-10-22', startsAt: '9', endsAt: '11' }, 5],
    ['changed', 'change', { place: 'Stadshuset', agenda: 'Inledning' }, 0],
    ['paused', 'pause', {}, 0],
    ['closed early', 'close', {}, 0],
  ] as const)('what is %s is told of as previewed', async (_how, act, entries, now) => {
    const { foreseen, sent, sends } = await play({ act, kind: 'meeting', subjectId }, entries);

    expect(sends.filter(({ isNow }) => isNow).flatMap(({ posts }) => posts)).toHaveLength(now);
    expect(sent).toEqual(foreseen);
  });

  test('that it is off is told to those who had heard of it, once', async () => {
    const { sent } = await play({ act: 'cancel', kind: 'meeting', subjectId }, { reason: 'För få kan komma.' });
    await desk.goTo('2026-10-22T12:00:00Z');

    expect(sent).toHaveLength(5);
    expect(sent.every((line) => line.includes('Inställt: Beredningsgruppens möte 22 oktober'))).toBe(true);
    expect(listSent(desk.platform.posts, subjectId)).toEqual(sent);
  });
});

test('nothing of a preview is left when it is not confirmed', async () => {
  const count = async () => [await database.db.meeting.count(), await database.db.occurrence.count()];
  const before = await count();

  await desk.start({ act: 'new', kind: 'meeting' }, aMeeting);

  expect(await count()).toEqual(before);
  expect(await database.db.prompt.count()).toBe(0);
  expect(await database.db.change.count()).toBe(0);
});
