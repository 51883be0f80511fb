// Who may come into the room, and what may each of them see there?
import { beforeAll, describe, expect, test } from '@jest/globals';
import { createMovableClock } from '../../src/clock.ts';
import type { Database } from '../../src/database/open.ts';
import { CountyId, PersonId } from '../../src/ids.ts';
import { importFiles } from '../../src/import/import-files.ts';
import { createTopics } from '../../src/main.ts';
import { createPeople } from '../../src/web/people.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { change, readExample } from '../import/read-county.ts';

const norrbotten = readExample();
const SEAT = '      - { person: kiruna-kontakt, role: member, from: 2024-01-01 }\n';
const SUBSTITUTE =
  '      - { person: kiruna-ersattare, role: substitute, substituteFor: kiruna-kontakt, from: 2024-01-01 }\n';
const county = CountyId.parse('norrbotten');
const person = (slug: string) => PersonId.parse(`norrbotten/${slug}`);

describe('in the room', () => {
  let database: Database;
  const clock = createMovableClock(new Date('2024-03-01T10:00:00Z'));
  const take = (text: string) => {
    const files = [{ name: 'norrbotten.yaml', text }];
    return importFiles({ database, topics: createTopics(), now: clock.now() }, { files, isDryRun: false });
  };
  beforeAll(async () => {
    database = await openTestDatabase();
    await take(norrbotten);
  });

  test('everybody is known by title, organisation and groups', async () => {
    const people = createPeople(database.db, clock);

    expect(await people.listCounties()).toEqual([
      {
        ...{ id: county, name: 'Norrbottens län', isExample: false, yearsMoved: 0 },
        ...{ language: 'sv', zone: 'Europe/Stockholm' },
      },
    ]);
    expect((await people.listPeople(county)).map(({ id }) => id)).toEqual([
      'norrbotten/kiruna-ersattare',
      'norrbotten/kiruna-kontakt',
      'norrbotten/samordnare',
    ]);
    expect(await people.findPerson(person('kiruna-kontakt'))).toEqual({
      ...{ id: 'norrbotten/kiruna-kontakt', countyId: county, language: 'sv' },
      name: 'Integrationssamordnare, Kiruna kommun',
      title: 'Integrationssamordnare',
      organisation: 'Kiruna kommun',
      groups: ['Integrationsrådet'],
    });
    expect(await people.findPerson(person('nobody'))).toBeUndefined();
  });

  test('a member sees their own conversation and those of their groups', async () => {
    const places = await createPeople(database.db, clock).listPlaces(person('kiruna-kontakt'));

    expect(places.map(({ conversation, groupName }) => [conversation.id, conversation.kind, groupName])).toEqual([
      ['room/norrbotten/kiruna-kontakt', 'personal', undefined],
      ['room/norrbotten/radet', 'channel', 'Integrationsrådet'],
    ]);
  });

  test('whoever has lost every seat is let in no more, but for a coordinator; whoever is out of the file neither', async () => {
    const noSeats = change(norrbotten, [SEAT, ''], [SUBSTITUTE, '']);
    const noCoordinatorSeat = change(noSeats, [
      '    members:\n      - { person: samordnare, role: convener, from: 2024-01-01 }\n',
      '',
    ]);
    await take(noCoordinatorSeat);

    const people = createPeople(database.db, clock);
    const found = await Promise.all(['samordnare', 'kiruna-kontakt'].map((slug) => people.findPerson(person(slug))));

    expect(found.map((one) => one?.id)).toEqual(['norrbotten/samordnare', undefined]);
    expect((await people.listPlaces(person('kiruna-kontakt'))).map(({ conversation }) => conversation.kind)).toEqual([
      'personal',
    ]);
  });
});
