// Substitutes and successors over the room's real door: who is asked, who is not any more, and what is kept of both.
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type OpenCounty, openCounty } from './open-county.ts';

const at = (time: string) => `${time}:00Z`;
const umea = 'vasterbotten/umea-kontakt';
const karin = 'vasterbotten/karin-ek';
const CHECK_IN = 'Avstämning september: Flyktingguider i fler kommuner';
const LINE = '  - { id: umea-kontakt,';
const KARIN =
  '  - { id: karin-ek, name: Karin Ek, title: Utvecklare, organisation: umea, email: karin.ek@example.org }\n';

let database: Database;
let county: OpenCounty;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  county = await openCounty(database, 'vasterbotten', at('2019-08-26T08:00'));
  await county.change(LINE, `${KARIN}${LINE}`);
  await county.goTo(at('2019-09-09T07:00'));
});
afterEach(() => county.close());

const readQuestions = async (person: string) => (await (await county.enter(person)).write('mina')).text;
const countTold = async (person: string, words: string) => {
  const cards = await (await county.enter(person)).read(person);
  return cards.filter((card) => card.includes(words)).length;
};

describe('a hand-over in the middle of a check-in round', () => {
  test('gives the successor the open question and the leaver none, and the history tells both', async () => {
    const leaver = await county.enter(umea);
    const before = await readQuestions(umea);

    const receipt = await leaver.write('efterträdare Karin Ek 9 september');
    const after = await readQuestions(umea);
    const [pack = ''] = await (await county.enter(karin)).read(karin);
    await county.goTo(at('2019-09-17T07:00'));
    const nudged = await (await county.enter(karin)).press(karin, 'Grön');
    const reply = await database.db.reply.findFirstOrThrow({ select: { personId: true, insteadOfId: true } });
    const appointment = await database.db.appointment.findFirstOrThrow();

    expect(before).toContain(CHECK_IN);
    expect(receipt.text).toMatch(
      /Karin Ek efterträder dig. Sista dagen är 9 september \(kvitto [2-9A-Z]{4}-[2-9A-Z]{2}\)/,
    );
    expect(after).toContain('Du har inga öppna frågor');
    expect(pack).toContain('Du efterträder Integrationschef, Umeå kommun');
    expect(pack).toContain(CHECK_IN);
    expect(nudged.text).toContain('Tack! Svaret är sparat');
    expect(reply).toEqual({ personId: karin, insteadOfId: umea });
    expect(appointment).toMatchObject({ personId: umea, standInId: karin, appointedById: umea, kind: 'successor' });
    expect(await countTold(umea, 'Påminnelse:')).toBe(0);
    expect(await countTold(karin, 'Du efterträder')).toBe(1);
  });
});
