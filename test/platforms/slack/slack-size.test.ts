// What does not fit into one post of Slack is said in several: all of it, and none too large.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import type { Message } from '../../../src/message/message.ts';
import { notice, promptId, question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenSlack, openSlack, toKnown } from './open-slack.ts';

const activities = Array.from(
  { length: 60 },
  (_, n) =>
    `Insats ${n + 1}: Språkstöd på arbetsplatsen i "Åsele" & Sorsele <${n}>; ansvarig Länsstyrelsen i Västerbottens län; ` +
    `▲ Gul sedan 12 mars; nästa avstämning fredag 28 november; åtgärd_${n} före *årsskiftet*`,
);

const plan: Message = {
  language: 'sv',
  title: 'Årets plan: 60 insatser',
  parts: [
    { kind: 'text', text: 'Alla insatser, i den ordning som de står i planen.' },
    { kind: 'list', title: 'Insatser', items: activities },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [{ kind: 'fill', label: 'Fyll i', promptId }],
  ...(question.question && { question: question.question }),
};

describe('a message of 60 activities', () => {
  let database: Database;
  let opened: OpenSlack;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openSlack({ db: database.db, handle: createRecordingRoad() });
  });
  beforeEach(async () => {
    opened.slack.world.sweep();
    opened.slack.forgetCalls();
    opened.skipHour();
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  const send = () => opened.platform.send(toKnown(opened.places.channel), plan, DeliveryKey.parse('plan'));
  const listPosts = () => opened.slack.world.posts.filter(({ isDeleted }) => !isDeleted);

  test('is shown whole, in order, in the thread of its first post, once', async () => {
    await send();
    await send();

    const posts = listPosts();
    const text = opened.enter(opened.places.channel).read().join('\n');
    const found = activities.map((activity) => text.indexOf(activity));
    expect(activities.filter((activity) => text.split(activity).length !== 2)).toEqual([]);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
    expect(text.split('Fyll i')).toHaveLength(2);
    expect(posts.length).toBeGreaterThan(1);
    expect(posts.map(({ threadTs }) => threadTs)).toEqual(posts.map((_, at) => (at === 0 ? undefined : posts[0]?.ts)));
    for (const { content } of posts) expect(content.text.length).toBeLessThanOrEqual(4_000);
    expect(opened.slack.breaches).toEqual([]);
  }, 60_000);

  test('that breaks off half-way goes on where it broke off', async () => {
    opened.slack.nextFaults.push(undefined, 'cut-after');

    await expect(send()).rejects.toThrow();
    opened.skipHour();
    opened.slack.forgetCalls();
    const sent = await send();

    const text = opened.enter(opened.places.channel).read().join('\n');
    for (const activity of activities) expect(text.split(activity)).toHaveLength(2);
    expect(sent).toEqual({ ref: { ts: listPosts().map(({ ts }) => ts) } });
  }, 60_000);

  test('gives way to a short one, and the posts that are not needed any more go', async () => {
    const sent = await send();

    await opened.platform.update(toKnown(opened.places.channel), sent, notice);

    expect(opened.enter(opened.places.channel).read()).toEqual([notice.title]);
  }, 60_000);
});
