// A meeting is called at the desk in Teams' dialogs and in Slack's modals: the same form, the same preview, once.
import { afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { openSlackCounty } from './open-slack-county.ts';
import { openTeamsCounty } from './open-teams-county.ts';

const at = (time: string) => `${time}:00Z`;
const COORDINATOR = 'vasterbotten/samordnare';
const UMEA = 'vasterbotten/umea-kontakt';
const GROUP = 'vasterbotten/beredningsgruppen';
const aMeeting = {
  ...{ group: GROUP, heldOn: '2019-06-13', startsAt: '13', endsAt: '15', repeats: 'once' },
  ...{ place: 'Länsstyrelsen, Umeå', agenda: 'Inledning\nLaget runt' },
};
const SAVED = /Mötet är sparat. Kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/;

let database: Database;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => emptyTables(database));
let close = async () => {};
afterEach(() => close());

const countMeetings = () => database.db.meeting.count({ where: { heldOn: '2019-06-13' } });

test('in Teams: written in the own chat, filled in and confirmed in a dialog, told in the group chat', async () => {
  const county = await openTeamsCounty(database, at('2019-06-03T06:00'));
  close = county.close;
  const chat = await county.connect({ kind: 'chat', group: GROUP });
  const coordinator = county.enter(COORDINATOR);

  const invited = await coordinator.write('ny möte');
  const form = await coordinator.pressOn(invited, 'Svara');
  const wrong = await coordinator.fill(form, { ...aMeeting, startsAt: 'ett' });
  const preview = await coordinator.fill(wrong, aMeeting);
  const before = await countMeetings();
  const saved = await coordinator.pressOn(preview, 'Spara');
  const again = await coordinator.again();
  await county.goTo(at('2019-06-05T07:00'));
  const called = county.enter(COORDINATOR, chat).read().join('\n');
  const refused = await county.enter(UMEA).write('ställ in mötet 13 juni');

  expect(form.isDialog).toBe(true);
  expect(wrong.text).toContain('Inget är sparat. Rätta 1 fält');
  expect(preview.text).toContain('onsdag 5 juni kl. 9.00: Beredningsgruppen möts torsdag 13 juni');
  expect(before).toBe(0);
  expect(saved.text).toMatch(SAVED);
  expect(again.text).toMatch(SAVED);
  expect(await countMeetings()).toBe(1);
  expect(called).toContain('Beredningsgruppen möts torsdag 13 juni kl. 13.00–15.00');
  expect(refused.text).toContain('Bara länets samordnare');
  expect(county.connector.breaches).toEqual([]);
});

test('in Slack: a command opens the modal, which becomes the preview and then the receipt', async () => {
  const county = await openSlackCounty(database, at('2019-06-03T06:00'));
  close = county.close;
  const channel = await county.connect({ kind: 'group', group: GROUP });
  const coordinator = county.enter(COORDINATOR);

  const form = await coordinator.command('ny möte');
  const wrong = await coordinator.fill(form, { ...aMeeting, startsAt: 'ett' });
  const preview = await coordinator.fill(wrong, aMeeting);
  if (!preview.view) throw new Error(`No preview: ${preview.text}`);
  const before = await countMeetings();
  const saved = await coordinator.pressIn(preview.view, 'Spara');
  const again = await coordinator.again();
  await county.goTo(at('2019-06-05T07:00'));
  await county.settle();
  const called = county.enter(COORDINATOR, channel).read().join('\n');

  expect(wrong.text).toContain('Skriv ett klockslag');
  expect(preview.text).toContain('onsdag 5 juni kl. 9.00: Beredningsgruppen möts torsdag 13 juni');
  expect(before).toBe(0);
  expect(saved.text).toMatch(SAVED);
  expect(again.text).not.toContain('Något gick fel');
  expect(await countMeetings()).toBe(1);
  expect(called).toContain('Beredningsgruppen möts torsdag 13 juni kl. 13.00–15.00');
  expect(county.slack.breaches).toEqual([]);
});
