// The three promises of the README in an independent local Slack, over HTTP and in Socket Mode.
// `npm run peer:slack` puts it there; it runs on Linux.
import { afterEach, beforeAll, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { leaveOut } from '../fake/leave-out.ts';
import { isLocalSlackHere } from '../fake/local-slack.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { until } from '../fake/until.ts';
import { about } from '../topics/about.ts';
import { type LocalCounty, openLocalSlackCounty, type Way } from './open-local-slack-county.ts';

/** Real processes, on a machine that may be busy. */
const SLOW_MS = 40_000;
const at = (time: string) => `${time}:00Z`;
const umea = 'vasterbotten/umea-kontakt';
const receipt = 'Tack! Svaret är sparat (kvitto ';

jest.setTimeout(120_000);

if (await isLocalSlackHere()) describe.each<Way>(['HTTP', 'Socket Mode'])('in a local Slack, over %s,', suite);
else leaveOut('The journeys in a local Slack are left out: `npm run peer:slack` puts it there, on Linux.');

function suite(way: Way): void {
  let database: Database;
  let county: LocalCounty;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(() => emptyTables(database));
  afterEach(() => county.close());
  const open = async (time: string) => {
    county = await openLocalSlackCounty(database, way, at(time));
  };
  const countReplies = () => database.db.reply.count();
  /** On a busy machine the modal says "wait" first. */
  const fill = async (user: string, values: Readonly<Record<string, string>>) => {
    await until(() => readAll(county).includes('"action_id":"comment'), SLOW_MS);
    county.slack.submit(user, values);
  };

  test('a grant call reaches a channel, takes one press however often it is clicked, and counts it for all', async () => {
    await open('2019-01-02T08:00');
    const channel = await county.connect('vasterbotten/kommunnatverket');
    await county.goTo(at('2019-02-18T08:00'));
    const card = await county.find(channel, 'Tidiga insatser för asylsökande: 30 dagar kvar att söka');
    const press = { channel, ts: card.ts, user: county.userOf(umea), label: 'Vi tänker söka' };

    await Promise.all([county.slack.press(press), county.slack.press(press)]);
    const told = await county.find(channel, receipt, county.userOf(umea));
    await county.goTo(at('2019-02-18T08:20'));

    expect(told.text).toMatch(/kvitto [2-9A-Z]{4}-[2-9A-Z]{2}/);
    expect(await countReplies()).toBe(1);
    expect((await county.find(channel, '1 av 17 organisationer har svarat')).ts).toBe(card.ts);
  });

  test("a meeting's 'no' asks the substitute in their own chat", async () => {
    await open('2019-01-02T08:00');
    await county.connect('vasterbotten/beredningsgruppen');
    await county.goTo(at('2019-02-13T08:00'));
    const own = await county.ownChatOf('vasterbotten/arbetsformedlingen-chef');
    const asked = await county.find(own, 'Svara senast');

    const user = county.userOf('vasterbotten/arbetsformedlingen-chef');
    await county.slack.press({ channel: own, ts: asked.ts, user, label: 'Jag kan inte' });
    await until(async () => (await countReplies()) === 1, SLOW_MS);
    await county.goTo(at('2019-02-13T08:05'));

    const substitute = await county.ownChatOf('vasterbotten/arbetsformedlingen-ersattare');
    expect((await county.find(substitute, 'Kan du ersätta')).text).toContain('Arbetsförmedlingen');
  });

  test('a check-in refuses red without comment, action and date in a modal, and takes it with them', async () => {
    await open('2019-08-26T08:00');
    const channel = await county.connect('vasterbotten/arbetsgrupp-mottagande');
    await county.goTo(at('2019-09-09T07:00'));
    const card = await county.find(channel, 'Flyktingguider i fler kommuner');
    const user = county.userOf(umea);
    const ofGuides = (answers: Record<string, string>) => about('flyktingguider-fler', answers);

    await county.slack.press({ channel, ts: card.ts, user, label: 'Svara för Umeå kommun' });
    await fill(user, ofGuides({ light: 'red' }));
    await until(() => readAll(county).includes('Svaret är inte sparat'), SLOW_MS);
    const refused = await countReplies();
    county.slack.submit(
      user,
      ofGuides({ light: 'red', comment: 'Gäller 811228-9874.', action: 'Ring.', actionBy: '2019-10-15' }),
    );
    await until(() => readAll(county).includes('ser ut som ett personnummer'), SLOW_MS);
    const stopped = await countReplies();
    const comment = 'Två kommuner saknar guider.';
    await fill(user, ofGuides({ light: 'red', comment, action: 'Gemensam rekrytering.', actionBy: '2019-10-15' }));
    await until(async () => (await countReplies()) === 1, SLOW_MS);

    expect([refused, stopped]).toEqual([0, 0]);
    await until(() => readAll(county).includes(receipt), SLOW_MS);
    const activity = await database.db.activity.findFirstOrThrow({
      where: { title: 'Flyktingguider i fler kommuner' },
    });
    expect(activity).toMatchObject({ light: 'red', actionBy: '2019-10-15' });
    const stored = JSON.stringify([await database.db.incoming.findMany(), await database.db.outerPost.findMany()]);
    expect(`${stored}${county.log.text()}`).not.toContain('9874');
  });

  test('commands are answered to whoever wrote them alone, and Home shows what is theirs to answer', async () => {
    await open('2019-01-02T08:00');
    const channel = await county.connect('vasterbotten/kommunnatverket');
    await county.goTo(at('2019-02-18T08:00'));
    const user = county.userOf(umea);

    await county.slack.command({ channel, user, text: 'hjälp' });
    const help = await county.find(channel, 'utlysningar', user);
    const home = await county.slack.openHome(user);
    county.slack.pressAtHome(user, 'Tidiga insatser för asylsökande');
    await until(() => readAll(county).includes('Vi tänker söka'), SLOW_MS);
    county.slack.submit(user, { interest: 'yes' });
    await until(async () => (await countReplies()) === 1, SLOW_MS);

    expect(help.ephemeral_to).toBe(user);
    expect(JSON.stringify(home.blocks)).toContain('Tidiga insatser för asylsökande');
  });
}

/** What stands in the modal, with what was wrong when it was sent. */
function readAll({ slack }: LocalCounty): string {
  return JSON.stringify([slack.modal()?.blocks ?? [], slack.faults()]);
}
