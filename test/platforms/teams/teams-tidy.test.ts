// What is forgotten of old posts, and what is still needed?
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams, toKnown } from './open-teams.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('what Teams keeps of its posts', () => {
  let database: Database;
  let opened: OpenTeams;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    await database.db.outerPost.deleteMany();
    opened = await openTeams({ db: database.db, handle: createRecordingRoad() });
  });
  afterEach(() => opened.close());

  const key = DeliveryKey.parse('call:testlan/tia:-14>channel');
  const known = () => toKnown(opened.connector, opened.channel);
  const goBy = (days: number) => opened.clock.moveTo(new Date(opened.clock.now().getTime() + days * DAY_MS));
  const tidy = async () => opened.teams.tidy?.();
  const listKeys = async () => (await database.db.outerPost.findMany()).map((post) => post.key);

  test('is needed for more than a year: a post is found, shown as one of its readers, and not sent again', async () => {
    const sent = await opened.teams.send(known(), question, key);
    goBy(399);
    await tidy();

    const found = await opened.teams.find(known(), key);
    await opened.teams.send(known(), question, key);

    expect(found).toEqual(sent);
    expect(opened.connector.world.posts).toHaveLength(1);
  });

  test('is forgotten after thirteen months, once nothing has changed for so long', async () => {
    const sent = await opened.teams.send(known(), question, key);
    goBy(200);
    await opened.teams.update(known(), sent, question);
    goBy(399);
    await tidy();
    const before = await listKeys();

    goBy(2);
    await tidy();

    expect(before).toEqual([key]);
    expect(await listKeys()).toEqual([]);
  });

  test('is forgotten after a month where it only answered what somebody wrote', async () => {
    await opened.enter(opened.personal).write('hjälp');
    await opened.teams.send(known(), question, key);
    goBy(29);
    await tidy();
    const before = await listKeys();

    goBy(2);
    await tidy();

    expect(before).toHaveLength(2);
    expect(await listKeys()).toEqual([key]);
  });

  test('still lets a card be updated that nobody remembers, in place', async () => {
    const sent = await opened.teams.send(known(), question, key);
    goBy(401);
    await tidy();

    await opened.teams.update(known(), sent, { ...question, title: 'Nytt' });

    expect(JSON.stringify(opened.connector.world.posts.map(({ content }) => content))).toContain('Nytt');
    expect(await listKeys()).toEqual([]);
  });
});
