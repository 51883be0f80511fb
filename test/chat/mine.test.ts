// "mina" and "plan": what is somebody's, beside their open questions?
import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { emptyTables, openTestDatabase } from '../fake/test-database.ts';
import { type Chat, mail, openChat, wordsOf } from './open-chat.ts';

const own = { countyId: 'testlan', groupId: 'testlan/beredning' };

let database: Database;
let chat: Chat;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(async () => {
  await emptyTables(database);
  chat = await openChat(database);
});

const write = async (email: string, text: string) => wordsOf(await chat.write(email, text));

describe('"mina"', () => {
  const meet = (heldOn: string, rest: object = {}) =>
    database.db.meeting.create({
      data: { ...own, id: `testlan/${heldOn}`, heldOn, startsAt: '13:00', endsAt: '15:00', agenda: [], ...rest },
    });
  const call = (closesOn: string, kind = 'municipality') =>
    database.db.call.create({
      data: {
        ...{ id: `testlan/${kind}-${closesOn}`, countyId: 'testlan', instrumentId: 'testlan/i', purpose: 'Bostäder' },
        ...{ title: 'Medel', closesOn, eligibleKinds: [kind], municipalityCodes: [], groupIds: [] },
      },
    });

  test('tells what comes next by day, meetings and last days to apply together', async () => {
    await meet('2026-03-20');
    await call('2026-03-12');
    await meet('2026-03-05', { cancelledOn: '2026-03-01' });
    await call('2026-03-06', 'region');

    expect(await chat.write(mail.alby, 'mina')).toMatchObject({
      message: {
        parts: [
          {},
          {
            title: 'Närmast framöver',
            items: [
              'Medel: sista ansökningsdag torsdag 12 mars',
              'Beredningsgruppen möts fredag 20 mars kl. 13.00–15.00',
            ],
          },
        ],
      },
    });
  });

  test('names five, and says how many more there are', async () => {
    for (const day of ['10', '11', '12', '13', '16', '17', '18']) await meet(`2026-03-${day}`);

    const answer = await write(mail.alby, 'mina');

    expect(answer).toContain('måndag 16 mars');
    expect(answer).not.toContain('tisdag 17 mars');
    expect(answer).toContain('och 2 till. Skriv \\"möten\\" eller \\"utlysningar\\" för alla.');
  });

  test('tells both sides who stands in for whom, as long as it holds', async () => {
    const seat = { ...own, personId: 'testlan/alby-2', role: 'substitute', substituteForId: 'testlan/alby' };
    await database.db.membership.create({ data: { ...seat, id: 'ersattare', fromOn: '2026-01-01' } });

    expect(await write(mail.alby, 'mina')).toContain(
      'Beredningsgruppen: Kollega till Integrationssamordnare, alby kommun',
    );
    expect(await write('alby-2@example.org', 'mina')).toContain(
      'Integrationssamordnare, alby kommun i Beredningsgruppen',
    );

    await database.db.membership.update({ where: { id: 'ersattare' }, data: { toOn: '2026-03-01' } });
    expect(await write(mail.alby, 'mina')).not.toContain('Dina ersättare');
  });
});

describe('"plan"', () => {
  async function settlePlan(): Promise<void> {
    const { db } = database;
    const county = { countyId: 'testlan' };
    await db.plan.createMany({
      data: [
        { ...county, id: 'testlan/2025', year: 2025, state: 'locked' },
        { ...county, id: 'testlan/2026', year: 2026, state: 'approved' },
        { ...county, id: 'testlan/2027', year: 2027, state: 'draft' },
      ],
    });
    await db.area.create({ data: { ...county, id: 'a', strategyId: 's', position: 1, name: 'Språk', agenda2030: [] } });
    await db.goal.create({ data: { ...county, id: 'g', areaId: 'a', position: 1, text: 'Alla lär sig svenska' } });
    await db.round.create({
      data: {
        ...{ ...county, id: 'testlan/februari', planId: 'testlan/2026', label: 'februari' },
        ...{ opensOn: '2026-02-02', closesOn: '2026-02-13' },
      },
    });
    const shared = { ...county, goalId: 'g', ownerId: 'testlan/alby-kommun', fromOn: '2026-01-01', toOn: '2026-12-31' };
    const checked = { light: 'red', status: 'delayed', checkedAt: new Date('2026-02-10'), checkedRound: 'februari' };
    await db.activity.createMany({
      data: [
        { ...shared, id: 'testlan/1', planId: 'testlan/2026', groupId: own.groupId, title: 'Språkstöd', ...checked },
        { ...shared, id: 'testlan/2', planId: 'testlan/2026', groupId: 'testlan/annan', title: 'Andras' },
        { ...shared, id: 'testlan/3', planId: 'testlan/2025', groupId: own.groupId, title: 'Förra årets' },
      ],
    });
  }
  beforeEach(settlePlan);

  test('is the year’s, with what the own groups follow, its owner and how it stood last', async () => {
    expect(await chat.write(mail.alby, 'plan')).toMatchObject({
      message: {
        title: 'Planen för 2026 (godkänd)',
        parts: [
          {
            title: 'Språk: Alla lär sig svenska',
            items: ['Språkstöd — alby-kommun: ■ Röd, Försenad (avstämning februari)'],
          },
        ],
      },
    });
  });

  test('is all of it for a coordinator', async () => {
    expect(await write(mail.coordinator, 'plan')).toContain('Andras — alby-kommun: inte avstämd än');
  });

  test('of a county without one says so, and shows no other county’s', async () => {
    expect(await write(mail.neighbour, 'plan')).toContain('Länet har ingen plan än.');
  });
});
