// Is somebody told of a missing agenda, of missing minutes and of a year with too few meetings, while it can still be mended?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { Ladders } from '../../../src/directory/county.ts';
import { GroupId } from '../../../src/ids.ts';
import { toQuotaId } from '../../../src/topics/meetings/watch.ts';
import { watchTopic as topic } from '../../../src/topics/meetings/watch-topic.ts';
import { type BuiltCounty, buildCounty } from '../../directory/build-county.ts';
import { emptyTables, openTestDatabase } from '../../fake/test-database.ts';
import { findDue, toDue } from '../ask.ts';
import { buildMeeting, countyId, settleSubjects, subject } from '../build-subjects.ts';

const meeting = subject('mote');
const year = { countyId, id: toQuotaId({ groupId: GroupId.parse('testlan/beredningsgruppen'), year: 2026 }) };

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));

/** The small county, which watches in another way. */
function watch(rule: object): BuiltCounty {
  const built = buildCounty();
  return {
    ...built,
    county: { ...built.county, ladders: Ladders.parse({ ...built.county.ladders, watch: rule }) },
  };
}

const settle = (meetingIs: object, county = buildCounty()) =>
  settleSubjects(database.db, { county, meeting: buildMeeting(meetingIs) });
const steps = async (of = meeting) =>
  (await topic.dates(database.db, of)).map(({ step, date, time }) => `${step} ${date} ${time}`);
const listTold = async (step: string, of = meeting) =>
  (await topic.audience(database.db, await findDue(database.db, topic, of, step))).map((one) =>
    one.kind === 'person' ? `${one.personId} ${one.isAsked}` : one.groupId,
  );
const say = async (step: string, of = meeting) =>
  topic.message(database.db, await findDue(database.db, topic, of, step), 'sv');

describe('a meeting', () => {
  test('without an agenda is told of a fortnight before, to coordinator and convener, each once', async () => {
    await settle({ agenda: [] });

    expect(await steps()).toEqual(['agenda:agenda 2026-10-08 09:00', 'minutes:minutes 2026-10-29 09:00']);
    expect(await listTold('agenda:agenda')).toEqual(['testlan/samordnare false']);
    expect(await say('agenda:agenda')).toMatchObject({
      title: 'Dagordning saknas: Beredningsgruppen 22 oktober',
      parts: [{ text: expect.stringContaining('torsdag 22 oktober kl. 13.00–15.00 och har ingen dagordning') }],
    });
  });

  test('with an agenda and minutes is left alone, and so is one that is cancelled', async () => {
    await settle({ minutesOn: '2026-10-23' });
    expect(await steps()).toEqual([]);

    await settle({ agenda: [], cancelledOn: '2026-10-01' });
    expect(await steps()).toEqual([]);
  });

  test('of which somebody says that the minutes are there meanwhile is told of to nobody', async () => {
    await settle({});
    const due = await findDue(database.db, topic, meeting, 'minutes:minutes');
    const before = await topic.audience(database.db, due);

    await settle({ minutesLink: 'https://example.org/protokoll' });

    expect(before).toHaveLength(1);
    expect(await topic.audience(database.db, due)).toEqual([]);
  });

  test('that has moved is not told of on the days of before', async () => {
    await settle({ agenda: [] });
    const due = await findDue(database.db, topic, meeting, 'agenda:agenda');

    await settle({ agenda: [], heldOn: '2026-11-19' });

    expect(await topic.audience(database.db, due)).toEqual([]);
    expect(await steps()).toEqual(['agenda:agenda 2026-11-05 09:00', 'minutes:minutes 2026-11-26 09:00']);
  });

  test('that is no longer there is told of to nobody', async () => {
    await settle({ agenda: [] });
    const due = await findDue(database.db, topic, meeting, 'agenda:agenda');

    await database.db.meeting.deleteMany();

    expect(await topic.audience(database.db, due)).toEqual([]);
    expect(await steps()).toEqual([]);
  });

  test('is watched as the county says, or not at all', async () => {
    await settle({ agenda: [] }, watch({ agenda: [{ step: 'early', days: -21, at: '08:00' }], minutes: [] }));

    expect(await steps()).toEqual(['agenda:early 2026-10-01 08:00']);
  });

  test('keeps the minutes that somebody told of when its file is taken in again', async () => {
    await settle({ minutesOn: '2026-10-23', minutesLink: 'https://example.org/protokoll' });
    await settle({});

    expect(await steps()).not.toContain('minutes:minutes 2026-10-29 09:00');
  });
});

describe('a year with too few meetings', () => {
  test('is told of on the days of the county, as long as one more can be called in time', async () => {
    await settle({});

    expect(await steps(year)).toEqual([
      'quota:may 2026-05-04 09:00',
      'quota:september 2026-09-01 09:00',
      'quota:october 2026-10-15 09:00',
    ]);
    expect(await listTold('quota:may', year)).toEqual(['testlan/samordnare false']);
    expect(await say('quota:may', year)).toMatchObject({
      title: 'Beredningsgruppen: 1 av minst 2 möten 2026',
      parts: [
        { text: expect.stringMatching(/^Ett möte till behöver bokas. Sista arbetsdag i år är onsdag 30 december/) },
        { items: ['torsdag 22 oktober kl. 13.00–15.00'] },
      ],
    });
  });

  test('of a group that is no longer there is told of to nobody', async () => {
    await settle({});
    const due = await findDue(database.db, topic, year, 'quota:september');

    await database.db.group.deleteMany({ where: { id: 'testlan/beredningsgruppen' } });

    expect(await topic.audience(database.db, due)).toEqual([]);
    expect(await steps(year)).toEqual([]);
  });

  test('is told of to nobody once the meetings are booked, and again when one is cancelled', async () => {
    await settle({});
    const due = await findDue(database.db, topic, year, 'quota:september');
    const told = async () => (await topic.audience(database.db, due)).length;
    const before = [await told(), (await steps(year)).length];
    await settleSubjects(database.db, { meeting: buildMeeting({ id: 'testlan/andra', heldOn: '2026-12-03' }) });
    const booked = [await told(), (await steps(year)).length];
    await settleSubjects(database.db, {
      meeting: buildMeeting({ id: 'testlan/andra', heldOn: '2026-12-03', cancelledOn: '2026-09-01' }),
    });

    expect([before, booked]).toEqual([
      [1, 3],
      [0, 0],
    ]);
    expect([await told(), (await steps(year)).length]).toEqual([1, 3]);
  });

  test('is not told of when it is too late to call one more', async () => {
    await settle({}, watch({ quota: [{ step: 'late', month: 12, on: { day: 30 } }] }));

    expect(await steps(year)).toEqual([]);
  });

  test('is looked for in the groups that have a number alone', async () => {
    await settle({});
    const window = { from: new Date('2026-09-01T00:00:00Z'), to: new Date('2026-09-03T00:00:00Z') };

    const found = (await topic.upcoming(database.db, window)).map(({ id }) => id);

    expect(found).toEqual([year.id]);
  });
});

test('what is watched comes in English to whoever speaks it', async () => {
  await settle({ agenda: [] });
  const dates = await topic.dates(database.db, meeting);

  for (const planned of dates)
    expect(await topic.message(database.db, toDue(meeting, planned), 'en')).toMatchObject({ language: 'en' });
});
