// A coordinator's first hour, over the room's real door: a meeting is called, previewed, sent, answered, nudged about, moved and called off.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type OpenCounty, openCounty } from './open-county.ts';

const COORDINATOR = 'vasterbotten/samordnare';
const UMEA = 'vasterbotten/umea-kontakt';
const GROUP = 'vasterbotten/beredningsgruppen';
const at = (time: string) => `${time}:00Z`;
const aMeeting = {
  ...{ group: GROUP, heldOn: '2019-06-13', startsAt: '13', endsAt: '15', repeats: 'once', until: '' },
  ...{ title: '', place: 'Länsstyrelsen, Umeå', link: '', agenda: 'Inledning\nLaget runt', answerBy: '' },
};

let database: Database;
let county: OpenCounty;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  county = await openCounty(database, 'vasterbotten', at('2019-06-03T06:00'));
});
afterEach(() => county.close());

/** Everything that was sent of what was made at the desk: when, where, and under which title. */
async function listSent(): Promise<readonly string[]> {
  const rows = await database.db.$queryRaw<{ line: string }[]>`
    select to_char(d.sent_at at time zone 'UTC', 'MM-DD HH24:MI') || ' ' || d.conversation_id || ' ' || (d.message ->> 'title') as line
    from delivery d join occurrence o on o.id = d.occurrence_id
    where d.sent_at is not null and o.topic = 'meeting' and o.subject_id in (select subject_id from change) order by 1`;
  return rows.map(({ line }) => line);
}

test('the whole of it, in the chat alone', async () => {
  const coordinator = await county.enter(COORDINATOR);

  const form = await coordinator.write('ny möte');
  const wrong = await coordinator.submit(form, { ...aMeeting, startsAt: 'ett' });
  const preview = await coordinator.submit(wrong, aMeeting);
  expect(form.text).toContain('Dagordning');
  expect(wrong.text).toContain('Inget är sparat. Rätta 1 fält');
  expect(preview.text).toContain('Så här blir det: Nytt möte');
  // The national day gives way.
  expect(preview.text).toContain('onsdag 5 juni kl. 9.00: Beredningsgruppen möts torsdag 13 juni kl. 13.00–15.00');
  expect(preview.text).toContain('Beredningsgruppen (webbrummet) och 6 personer');
  expect(await database.db.meeting.count({ where: { place: 'Länsstyrelsen, Umeå', heldOn: '2019-06-13' } })).toBe(0);

  const saved = await coordinator.choose(preview, 'Spara', true);
  expect(saved.text).toMatch(/Mötet är sparat. Kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/);
  expect(await database.db.meeting.count({ where: { heldOn: '2019-06-13' } })).toBe(1);
  expect(await listSent()).toEqual([]);

  await county.goTo(at('2019-06-05T07:00'));
  const called = await listSent();
  expect(called).toHaveLength(7);
  await (await county.enter(UMEA)).press(UMEA, 'Jag kommer');

  const later = await county.enter(COORDINATOR);
  const answers = await later.write('svar beredningsgruppen 13 juni');
  expect(answers.text).toContain('1 av 6 har svarat');
  expect(answers.text).toMatch(/Har svarat.*: Jag kommer/);
  const nudge = await later.choose(answers, 'Påminn dem som inte svarat');
  expect(nudge.text).toContain('5 personer');
  const nudged = await later.choose(nudge, 'Skicka nu');
  expect(nudged.text).toContain('5 som inte har svarat får en påminnelse nu.');
  expect((await later.choose(answers, 'Påminn dem')).text).toContain('Det är redan gjort.');
  const again = await later.write('svar beredningsgruppen 13 juni');
  expect(again.text).toContain('Ingen är påmind nu. De fick en påminnelse onsdag 5 juni kl. 9.00.');
  await county.goTo(at('2019-06-05T07:01'));
  expect((await listSent()).length).toBe(called.length + 5);

  const moving = await later.submit(await later.write('flytta beredningsgruppen 13 juni'), {
    ...{ heldOn: '2019-06-18', startsAt: '13.00', endsAt: '15.00' },
  });
  expect(moving.text).toContain('Nu: Ny dag för Beredningsgruppens möte');
  await later.choose(moving, 'Spara');
  await county.goTo(at('2019-06-05T07:02'));
  const told = await listSent();
  expect(told.slice(called.length + 5).every((line) => line.includes('Ny dag för Beredningsgruppens möte'))).toBe(true);
  expect(told).toHaveLength(called.length + 5 + 7);

  const ending = await later.submit(await later.write('ställ in mötet 18 juni'), { reason: 'För få.' });
  expect(ending.text).toContain('Nu: Inställt: Beredningsgruppens möte 18 juni');
  await later.choose(ending, 'Spara');
  await county.goTo(at('2019-06-05T07:03'));
  await county.goTo(at('2019-06-18T10:00'));
  const all = await listSent();
  expect(all.slice(told.length).every((line) => line.includes('Inställt: Beredningsgruppens möte 18 juni'))).toBe(true);
  expect(all).toHaveLength(told.length + 7);
});

describe('what somebody has begun', () => {
  test('waits, as it was filled in, until they come back to it or let it go', async () => {
    const coordinator = await county.enter(COORDINATOR);
    const preview = await coordinator.submit(await coordinator.write('ny möte'), aMeeting);

    await county.goTo(at('2019-06-03T06:20'));
    const form = await coordinator.follow(preview, 'Ändra');
    const other = await coordinator.submit(form, { ...aMeeting, place: 'Stadshuset' });
    const dropped = await coordinator.choose(other, 'Avbryt');

    expect(form.html).toContain('Länsstyrelsen, Umeå');
    expect(other.text).toContain('Plats: Stadshuset');
    expect(dropped.text).toContain('Inget är sparat');
    expect((await coordinator.choose(other, 'Spara')).text).toContain('borttaget');
    expect(await database.db.meeting.count({ where: { heldOn: '2019-06-13' } })).toBe(0);
  });

  test('is nobody else’s, and a member begins nothing', async () => {
    const coordinator = await county.enter(COORDINATOR);
    const preview = await coordinator.submit(await coordinator.write('ny möte'), aMeeting);
    const member = await county.enter(UMEA);
    const refused = await member.write('ny möte');
    const stolen = await member.choose(await forge(member, preview), 'Spara');

    expect(refused.text).toContain('Bara länets samordnare och gruppernas sammankallande kan planera utskick.');
    expect(stolen.text).toContain('Frågan finns inte längre');
    expect(await database.db.change.count()).toBe(0);
  });

  /** The coordinator's button on a page of the member's own. */
  async function forge(member: Awaited<ReturnType<OpenCounty['enter']>>, { html }: { readonly html: string }) {
    const own = await member.write('hjälp');
    const button = /<button[^>]*name="_press"[^>]*>Spara<\/button>/.exec(html)?.[0] ?? '';
    return { ...own, html: own.html.replace('</form>', `${button}</form>`) };
  }
});

test('what an import brings leaves what was made at the desk alone', async () => {
  const coordinator = await county.enter(COORDINATOR);
  await coordinator.choose(await coordinator.submit(await coordinator.write('ny möte'), aMeeting), 'Spara');

  await county.change('name: Beredningsgruppen', 'name: Beredningsgruppen');

  expect(await database.db.meeting.count({ where: { heldOn: '2019-06-13' } })).toBe(1);
});
