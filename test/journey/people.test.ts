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

  test('stays as it is when the county’s file, which does not know of it, is imported again', async () => {
    await (await county.enter(umea)).write('efterträdare Karin Ek 9 september');
    const seats = () => database.db.membership.findMany({ where: { personId: { in: [umea, karin] } } });
    const before = await seats();

    await county.change(LINE, `${KARIN}${LINE}`);

    expect(before.some(({ personId, toOn }) => personId === karin && toOn === null)).toBe(true);
    expect(before.filter(({ personId, toOn }) => personId === umea && toOn === null)).toEqual([]);
    expect(await seats()).toEqual(before);
  });
});

describe('a substitute who is appointed in the middle of a check-in round', () => {
  test('is asked instead, once, and answers with both names kept', async () => {
    const member = await county.enter(umea);

    const receipt = await member.write('ersättare karin.ek@example.org 2019-09-09 2019-09-20');
    await county.goTo(at('2019-09-09T07:10'));
    await county.goTo(at('2019-09-17T07:00'));
    const kept = await (await county.enter(karin)).press(karin, 'Grön');
    const cards = await (await county.enter(karin)).read(karin);
    const reply = await database.db.reply.findFirstOrThrow({ select: { personId: true, insteadOfId: true } });

    expect(receipt.text).toContain('Karin Ek ersätter dig 9–20 september (kvitto');
    expect(kept.text).toContain('Tack! Svaret är sparat');
    expect(cards.filter((card) => card.includes('Du ersätter Integrationschef'))).toHaveLength(1);
    expect(cards.filter((card) => card.includes('Påminnelse:'))).toHaveLength(1);
    expect(await countTold(umea, 'Påminnelse:')).toBe(0);
    expect(reply).toEqual({ personId: karin, insteadOfId: umea });
  });
});
