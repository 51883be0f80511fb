// The acts that hold, repeat, close and open: what each does, what it refuses, and that nothing happens twice.
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { PlatformError } from '../../src/errors.ts';
import { CountyId } from '../../src/ids.ts';
import { listChanges } from '../../src/records/change-store.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { writeOnce } from '../fake/write-once.ts';
import {
  aMeeting,
  CONVENER,
  COORDINATOR,
  enterDesk,
  MEMBER,
  type OpenDesk,
  openDesk,
  previewOf,
  settleDesk,
} from './open-desk.ts';

let database: Database;
let desk: OpenDesk;
let subjectId: string;
const about = (act: 'nudge' | 'pause' | 'resume' | 'close' | 'reopen' | 'resend' | 'cancel' | 'change' | 'move') =>
  ({ act, kind: 'meeting', subjectId }) as const;
/** When everybody had been asked whether they come. */
const TOLD_AT = '2026-10-15T07:00:00Z';
const countPosts = () => desk.platform.posts.length;

beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  await writeOnce(database, 'told', async () => {
    const before = await openDesk(database, '2026-10-01T07:00:00Z');
    subjectId = (await before.act({ act: 'new', kind: 'meeting' }, aMeeting)).ref.id;
    await before.goTo(TOLD_AT);
  });
  desk = await enterDesk(database, TOLD_AT);
});

describe('a reminder now', () => {
  test('goes to the silent alone, and to nobody a second time within the hour', async () => {
    await desk.answer(MEMBER, { attendance: 'yes' });
    const before = countPosts();

    const done = await desk.act(about('nudge'));
    await desk.goTo('2026-10-15T07:00:10Z');
    const nudged = desk.platform.posts.slice(before).map(({ to }) => to.id);
    await desk.goTo('2026-10-15T07:50:00Z');
    const again = await desk.start(about('nudge'));
    await desk.goTo('2026-10-15T08:00:00Z');
    const after = await desk.start(about('nudge'));

    expect(done.said).toBe('3 som inte har svarat får en påminnelse nu.');
    expect(nudged).toEqual(['mig-1', 'samordnare', 'vannas-1'].map((name) => `room/testlan/${name}`));
    expect(again).toMatchObject({ kind: 'refused', refused: expect.stringContaining('torsdag 15 oktober kl. 9.00') });
    expect(after.kind).toBe('preview');
    expect(countPosts()).toBe(before + 3);
  });

  test('is not offered when all have answered', async () => {
    for (const name of ['umea-1', 'vannas-1', 'mig-1', 'samordnare']) {
      await desk.answer(`testlan/${name}`, { attendance: 'yes' });
    }

    expect(await desk.start(about('nudge'))).toMatchObject({ kind: 'refused' });
  });
});

describe('a pause', () => {
  test('holds what comes until it ends, and leaves a trace of both', async () => {
    const before = countPosts();
    await desk.act(about('pause'), { reason: 'Väntar på besked.' });
    await desk.goTo('2026-10-21T07:00:00Z');
    const held = countPosts();
    await desk.act(about('resume'));
    await desk.goTo('2026-10-21T07:00:10Z');

    expect(held).toBe(before);
    expect(countPosts()).toBeGreaterThan(held);
    const trace = await listChanges(database.db, {
      countyId: CountyId.parse('testlan'),
      topic: 'meeting',
      subjectId,
    });
    expect(trace).toMatchObject([
      { act: 'resume', byId: COORDINATOR, fields: [{ label: 'Påminnelser', from: 'pausade', to: 'skickas' }] },
      {
        act: 'pause',
        fields: [
          { label: 'Skäl', to: 'Väntar på besked.' },
          { label: 'Påminnelser', from: 'skickas', to: 'pausade' },
        ],
      },
      { act: 'new' },
    ]);
  });
});

describe('while it is paused', () => {
  const PAUSED = ['Det är pausat: inget skickas förrän du återupptar det.'];
  beforeEach(() => desk.act(about('pause')));

  test.each([
    ['another day', { heldOn: '2026-11-12', startsAt: '13.00', endsAt: '15.00' }, 'Ny dag för Beredningsgruppens möte'],
    ['other hours', { heldOn: '2026-10-22', startsAt: '9', endsAt: '11' }, 'Ny tid för mötet i Beredningsgruppen'],
  ])('a move to %s is told once it goes on, as both previews say', async (_to, entries, title) => {
    const before = countPosts();
    const moved = await desk.start(about('move'), entries);
    await desk.confirm(moved);
    await desk.goTo('2026-10-16T07:00:00Z');
    const held = countPosts();
    const resumed = await desk.start(about('resume'));
    await desk.confirm(resumed);
    await desk.goTo('2026-10-16T07:00:10Z');
    const told = desk.platform.posts
      .slice(before)
      .map(({ to, message }) => `${to.id} ${message.title}`)
      .toSorted();

    expect(previewOf(moved)).toMatchObject({ words: PAUSED, sends: [] });
    expect(held).toBe(before);
    expect(told).toHaveLength(5);
    expect(told[0]).toContain(title);
    const now = previewOf(resumed).sends.filter(({ isNow }) => isNow);
    const foreseen = now.flatMap(({ posts }) => posts.map(({ to, message }) => `${to.id} ${message.title}`));
    expect(foreseen.toSorted()).toEqual(told);
  });

  test('a move that is of no use by then is told to nobody', async () => {
    const before = countPosts();
    await desk.act(about('move'), { heldOn: '2026-10-22', startsAt: '9', endsAt: '11' });
    await desk.goTo('2026-10-22T12:00:00Z');
    await desk.act(about('resume'));
    await desk.goTo('2026-10-22T12:00:10Z');

    expect(countPosts()).toBe(before);
  });

  test('that it is off is told at once, as previewed, for nothing is left to wait for', async () => {
    const before = countPosts();
    const shown = await desk.start(about('cancel'), {});
    await desk.confirm(shown);
    await desk.goTo('2026-10-15T07:00:10Z');

    const now = previewOf(shown).sends.filter(({ isNow }) => isNow);
    expect(now.flatMap(({ posts }) => posts)).toHaveLength(5);
    expect(previewOf(shown).words.join(' ')).not.toContain('pausat');
    expect(countPosts()).toBe(before + 5);
    expect(await database.db.pause.count()).toBe(0);
  });

  test('one of several says so, and what the others send', async () => {
    const monthly = { ...aMeeting, heldOn: '2026-11-05', repeats: 'monthly', until: '2026-12-31' };
    const { ref } = await desk.act({ act: 'new', kind: 'meeting' }, monthly);
    await desk.act({ act: 'pause', kind: 'meeting', subjectId: ref.id });
    const shown = await desk.start(
      { act: 'change', kind: 'meeting', subjectId: ref.id },
      { scope: 'all', place: 'Stadshuset' },
    );

    expect(previewOf(shown).sends.length).toBeGreaterThan(0);
    expect(previewOf(shown).words.at(-1)).toMatch(/^En del är pausat/);
  });

  test('nothing is sent again', async () => {
    await database.db.delivery.updateMany({ data: { state: 'failed' } });

    expect(await desk.start(about('resend'))).toEqual({
      kind: 'refused',
      refused: 'Det är pausat. Återuppta det först.',
    });
  });
});

describe('a question', () => {
  test('that is closed early takes no answer and reminds nobody, until it is opened again with a reason', async () => {
    await desk.act(about('close'));
    await desk.goTo('2026-10-15T07:00:10Z');
    const closed = await desk.answer(MEMBER, { attendance: 'yes' });
    const before = countPosts();
    await desk.goTo('2026-10-19T07:00:00Z');
    const without = await desk.start(about('reopen'), { until: '2026-10-20' });
    await desk.act(about('reopen'), { until: '2026-10-20', reason: 'Två ringde i efterhand.' });
    await desk.goTo('2026-10-19T07:20:00Z');
    const open = await desk.answer(MEMBER, { attendance: 'yes' });

    expect(closed).toMatchObject({ kind: 'note', text: expect.stringContaining('Frågan stängde') });
    expect(countPosts()).toBe(before);
    expect(without).toMatchObject({ kind: 'faults', faults: [{ field: 'reason' }] });
    expect(open).toMatchObject({ kind: 'receipt' });
  });

  test('about a day that is off is not opened again', async () => {
    const { db } = database;
    await desk.act(about('move'), { heldOn: '2026-11-12', startsAt: '13.00', endsAt: '15.00' });
    await desk.goTo('2026-10-15T07:00:10Z');
    const nothing = await desk.start(about('reopen'));
    await desk.act(about('close'));
    await desk.act(about('reopen'), { until: '2026-11-10', reason: 'Två ringde.' });
    const open = await db.prompt.findMany({ where: { subjectId, closesAt: { gt: desk.clock.now() } } });
    await desk.act(about('cancel'), {});

    expect(nothing).toEqual({ kind: 'refused', refused: 'Ingen fråga är stängd.' });
    expect(open.map(({ question }) => question)).toEqual([expect.stringContaining('2026-11-12')]);
    expect(await desk.start(about('reopen'))).toMatchObject({ kind: 'refused' });
  });

  test('is opened again by a coordinator alone', async () => {
    await desk.act(about('close'), {}, CONVENER);

    expect(await desk.start(about('reopen'), undefined, CONVENER)).toEqual({
      kind: 'refused',
      refused: 'Bara länets samordnare kan göra det här.',
    });
  });
});

test('what failed is sent again, and to nobody else', async () => {
  desk.platform.refuse = ({ to }) =>
    to.id.endsWith('umea-1') ? new PlatformError('no', { verdict: 'permanent', code: 'blocked' }) : undefined;
  const nothing = await desk.start(about('resend'));
  await desk.goTo('2026-10-19T07:00:00Z');
  desk.platform.refuse = undefined;
  const before = countPosts();

  const convener = await desk.start(about('resend'), undefined, CONVENER);
  const done = await desk.act(about('resend'));
  await desk.goTo('2026-10-19T07:01:00Z');

  expect(nothing).toMatchObject({ kind: 'refused' });
  expect(convener).toEqual({ kind: 'refused', refused: 'Bara länets samordnare kan göra det här.' });
  expect(done.said).toBe('1 meddelande skickas igen.');
  expect(desk.platform.posts.slice(before).map(({ to }) => to.id)).toEqual(['room/testlan/umea-1']);
});

test('what failed is not sent again once it is of no use', async () => {
  desk.platform.refuse = () => new PlatformError('no', { verdict: 'permanent', code: 'blocked' });
  await desk.goTo('2026-10-19T07:00:00Z');
  desk.platform.refuse = undefined;
  const before = await desk.start(about('resend'));
  await desk.goTo('2026-10-22T12:00:00Z');

  expect(before).toMatchObject({ kind: 'preview' });
  expect(await desk.start(about('resend'))).toMatchObject({
    kind: 'refused',
    refused: expect.stringMatching(/^\d+ meddelanden skickas inte igen, för nu är det för sent\.$/),
  });
});

describe('what is confirmed', () => {
  test('is done once, however often it is confirmed', async () => {
    const shown = await desk.start(about('cancel'), { reason: 'För få.' });
    const all = await Promise.all([desk.confirm(shown), desk.confirm(shown)]);
    const later = await desk.confirm(shown);

    expect(all.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(later).toMatchObject({ kind: 'done', said: expect.stringContaining('redan gjort') });
    expect(await database.db.change.count({ where: { act: 'cancel' } })).toBe(1);
    await desk.goTo('2026-10-15T07:00:10Z');
    expect(desk.platform.posts.filter(({ message }) => message.title.startsWith('Inställt'))).toHaveLength(5);
  });

  test('is shown anew where it would be sent to others by now', async () => {
    const shown = await desk.start(about('change'), { place: 'Stadshuset' });
    await database.db.membership.create({
      data: {
        ...{ id: 'testlan/ny', countyId: 'testlan', groupId: 'testlan/beredningsgruppen', personId: 'testlan/sprak-1' },
        ...{ role: 'member', fromOn: '2026-01-01' },
      },
    });
    const again = await desk.confirm(shown);

    expect(again).toMatchObject({ kind: 'preview', notice: expect.stringContaining('ändrats') });
    expect(await database.db.meeting.findFirstOrThrow({ select: { place: true } })).toEqual({
      place: 'Länsstyrelsen, Umeå',
    });
    expect(previewOf(again).seal).not.toBe(previewOf(shown).seal);
    expect((await desk.confirm(again)).kind).toBe('done');
  });
});

describe('who may', () => {
  test.each([
    ['a member', MEMBER, 'Bara länets samordnare och gruppernas sammankallande kan planera utskick.'],
    ['a convener of another group', 'testlan/sprak-1', 'Bara länets samordnare, och sammankallande'],
  ])('%s is refused in plain words', async (_who, by, words) => {
    await database.db.membership.updateMany({ where: { personId: 'testlan/sprak-1' }, data: { role: 'convener' } });

    expect(await desk.start(about('cancel'), undefined, by)).toMatchObject({
      kind: 'refused',
      refused: expect.stringContaining(words),
    });
  });

  test('a convener steers the meetings of their own group, and can call no others', async () => {
    const opened = await desk.start({ act: 'new', kind: 'meeting' }, undefined, CONVENER);
    const other = await desk.start(
      { act: 'new', kind: 'meeting' },
      { ...aMeeting, group: 'testlan/natverket' },
      CONVENER,
    );

    expect(opened).toMatchObject({ kind: 'form', values: { group: 'testlan/beredningsgruppen' } });
    expect(other).toMatchObject({ kind: 'faults', faults: [{ field: 'group' }] });
    expect((await desk.act(about('change'), { place: 'Stadshuset' }, CONVENER)).said).toBe('Ändringen är sparad.');
    expect(await desk.start({ act: 'new', kind: 'call' }, undefined, CONVENER)).toMatchObject({ kind: 'refused' });
  });

  test('another county’s coordinator does not see that it is there', async () => {
    await settleDesk(database, 'grannlan');

    expect(await desk.start(about('cancel'), undefined, 'grannlan/samordnare')).toEqual({
      kind: 'refused',
      refused: 'Det finns inte längre. Börja om från början.',
    });
  });
});

describe('what is filled in', () => {
  test('is told all its faults at once, and kept nowhere', async () => {
    const wrong = {
      ...aMeeting,
      heldOn: '2026-10-01',
      startsAt: '25',
      endsAt: 'sen',
      link: 'example',
      answerBy: '2026-10-09',
    };
    const answer = await desk.start({ act: 'new', kind: 'meeting' }, wrong);

    expect(answer).toMatchObject({ kind: 'faults', values: wrong });
    expect(answer.kind === 'faults' && answer.faults.map(({ field }) => field)).toEqual(['startsAt', 'endsAt', 'link']);
    expect(await database.db.deskDraft.count({ where: { version: { gt: 0 } } })).toBe(1);
  });

  test('with a personal number is refused before anything is kept', async () => {
    const answer = await desk.start({ act: 'new', kind: 'meeting' }, { ...aMeeting, agenda: 'Ärendet 811228-9874' });

    expect(answer).toMatchObject({ kind: 'faults', faults: [{ field: 'agenda' }] });
    expect(JSON.stringify(await database.db.deskDraft.findMany())).not.toContain('9874');
  });
});
