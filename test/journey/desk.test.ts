// What a coordinator begins in a chat waits for them, is theirs alone, and is left alone by imports.
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
