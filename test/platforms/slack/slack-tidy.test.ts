// What is forgotten of old posts, and what is still needed?
import { afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

const DAY_MS = 24 * 60 * 60_000;

describe('what Slack keeps of its posts', () => {
  let database: Database;
  let opened: OpenSlack;
  beforeAll(async () => {
    database = await openTestDatabase();
  });
  beforeEach(async () => {
    await database.db.outerPost.deleteMany();
    opened = await openSlack({ db: database.db, handle: createRecordingRoad() });
  });
  afterEach(() => opened.close());

  const key = DeliveryKey.parse('call:testlan/tia:-14>channel');
  const known = () => toKnown(opened.places.channel);
  const goBy = (days: number) => opened.clock.moveTo(new Date(opened.clock.now().getTime() + days * DAY_MS));
  const listKeys = async () => (await database.db.outerPost.findMany()).map((post) => post.key);

  test('is forgotten after thirteen months, once nothing has changed for so long', async () => {
    const sent = await opened.platform.send(known(), question, key);
    goBy(200);
    await opened.platform.update(known(), sent, question);
    goBy(399);
    await opened.platform.tidy();
    const before = await listKeys();

    goBy(2);
    await opened.platform.tidy();

    expect(before).toEqual([key]);
    expect(await listKeys()).toEqual([]);
  });

  test('is forgotten after a month where it only answered what somebody wrote', async () => {
    await opened.enter(opened.places.direct).write('hjälp');
    await opened.platform.send(known(), question, key);
    goBy(29);
    await opened.platform.tidy();
    const before = await listKeys();

    goBy(2);
    await opened.platform.tidy();

    expect(before).toHaveLength(2);
    expect(await listKeys()).toEqual([key]);
  });
});
