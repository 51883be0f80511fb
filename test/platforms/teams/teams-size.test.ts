// What does not fit into one card of Teams is said in several: all of it, and none too large.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Database } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import type { Message } from '../../../src/message/message.ts';
import { promptId, question } from '../../contract/asked-messages.ts';
import { createRecordingRoad } from '../../contract/recording-road.ts';
import { LARGEST_CARD } from '../../fake/card-check.ts';
import { openTestDatabase } from '../../fake/test-database.ts';
import { type OpenTeams, openTeams, toKnown } from './open-teams.ts';

/** Each with an owner, a light and a date, as a year's plan has them: some 60 KB in all. */
const activities = Array.from(
  { length: 300 },
  (_, n) =>
    `Insats ${n + 1}: Språkstöd på arbetsplatsen i "Åsele" & Sorsele <${n}>; ansvarig Länsstyrelsen i Västerbottens län; ` +
    `▲ Gul sedan 12 mars; nästa avstämning fredag 28 november; åtgärd_${n} före *årsskiftet*`,
);

const plan: Message = {
  language: 'sv',
  title: 'Årets plan: 300 insatser',
  parts: [
    { kind: 'text', text: 'Alla insatser, i den ordning som de står i planen.' },
    { kind: 'list', title: 'Insatser', items: activities },
    { kind: 'note', text: 'Skriv inga uppgifter om enskilda personer.' },
  ],
  buttons: [{ kind: 'fill', label: 'Fyll i', promptId }],
  ...(question.question && { question: question.question }),
};

describe('a message of 300 activities', () => {
  let database: Database;
  let opened: OpenTeams;
  beforeAll(async () => {
    database = await openTestDatabase();
    opened = await openTeams({ db: database.db, handle: createRecordingRoad() });
  });
  beforeEach(async () => {
    opened.connector.world.sweep();
    opened.connector.forgetArrivals();
    await database.db.outerPost.deleteMany();
  });
  afterAll(() => opened.close());

  test.each(['channel', 'chat', 'personal'] as const)(
    'is shown in a %s whole, in order, in posts under 25 KB, once',
    async (kind) => {
      const place = opened[kind];
      const to = toKnown(opened.connector, place);

      await opened.teams.send(to, plan, DeliveryKey.parse('plan'));
      await opened.teams.send(to, plan, DeliveryKey.parse('plan'));

      const posts = opened.connector.world.posts;
      const text = opened.enter(place).read().join('\n');
      const found = activities.map((activity) => text.indexOf(activity));
      expect(activities.filter((activity) => !text.includes(activity))).toEqual([]);
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(text.split('Fyll i')).toHaveLength(2);
      expect(text).toContain('Skriv inga uppgifter om enskilda personer.');
      for (const { content } of posts) expect(Buffer.byteLength(JSON.stringify(content))).toBeLessThan(LARGEST_CARD);
      expect(posts.length).toBeGreaterThan(1);
      expect(opened.connector.breaches).toEqual([]);
    },
    60_000,
  );

  test('that breaks off half-way goes on where it broke off', async () => {
    const to = toKnown(opened.connector, opened.channel);
    const send = () => opened.teams.send(to, plan, DeliveryKey.parse('plan'));
    opened.connector.nextFaults.push(undefined, 'bad-gateway');

    await expect(send()).rejects.toThrow();
    await send().catch(() => send());

    const text = opened.enter(opened.channel).read().join('\n');
    for (const activity of activities) expect(text.split(activity)).toHaveLength(2);
  }, 60_000);
});
