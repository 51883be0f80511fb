// What somebody asks for among others is theirs: Teams shows posts to everybody, so that they get it in their own chat.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { notice, shownForm } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { wroteActivity } from '../../fake/teams-activities.ts';
import type { Place } from '../../fake/teams-world.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams } from './open-teams.ts';

const ANSWERED = 'Jag har svarat dig i vår egen chatt.';
const WRITE_TO_ME = 'Det svaret är för dig ensam. Skriv till mig i en egen chatt, så får du det där.';

describe('an answer for one person alone', () => {
  let database: Database;
  let opened: OpenTeams;
  const road = createRecordingRoad();
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openTeams({ db: database.db, handle: road });
  });
  beforeEach(async () => {
    opened.connector.world.sweep();
    opened.connector.forgetArrivals();
    opened.personal.state = 'open';
    road.forget();
    road.answerWith({ kind: 'card', message: notice });
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  const readIn = (place: Place) => opened.enter(place).read();
  const writeIn = (place: Place) => opened.enter(place).write('mina', { isMention: true });

  test.each(['channel', 'chat'] as const)('stands in their own chat, and in the %s that it does', async (kind) => {
    await writeIn(opened[kind]);

    expect(readIn(opened[kind])).toEqual([ANSWERED]);
    expect(readIn(opened.personal)).toEqual([notice.title]);
  });

  test('is told of in the thread where it was asked for', async () => {
    await writeIn(opened.channel);

    const [told] = opened.connector.world.posts.filter(({ place }) => place === opened.channel);
    expect(told?.thread).not.toBe(told?.id);
  });

  test('is asked for in their own chat where none can be opened, and stands nowhere else', async () => {
    opened.personal.state = 'removed';

    await writeIn(opened.channel);

    expect(readIn(opened.channel)).toEqual([WRITE_TO_ME]);
    expect(opened.connector.world.posts).toHaveLength(1);
  });

  test('is said once, however often Teams tells of what was written', async () => {
    const client = opened.enter(opened.channel);
    const activity = wroteActivity(client.scene, 'mina', true);

    await client.send(activity);
    await client.send(activity);

    expect(readIn(opened.channel)).toEqual([ANSWERED]);
    expect(readIn(opened.personal)).toHaveLength(1);
  });

  test('is told of in the language of whoever asked', async () => {
    road.answerWith({ kind: 'form', ...shownForm, language: 'en' });

    await writeIn(opened.channel);

    expect(readIn(opened.channel)).toEqual(['I have answered you in our own chat.']);
  });

  test('in their own chat is simply said', async () => {
    await writeIn(opened.personal);

    expect(readIn(opened.personal)).toEqual([notice.title]);
  });
});
