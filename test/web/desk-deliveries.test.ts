// What did not arrive, counted to the last one however much of it is shown.
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/database/open.ts';
import { openTestDatabase } from '../fake/test-database.ts';
import { readText } from '../platforms/room/visitor.ts';
import { type OpenDesk, openDesk } from './open-desk.ts';

const COORDINATOR = 'blekinge/integrationssamordnare';
const MANY = 230;

let database: Database;
let desk: OpenDesk;
beforeAll(async () => {
  database = await openTestDatabase();
  desk = await openDesk(database, { counties: ['blekinge'], start: '2024-03-12T08:00:00Z' });
  await desk.goTo('2024-03-12T08:00:00Z');
});
afterAll(async () => {
  await desk.close();
  await database.close();
});

/** Of the last thing that was told, so many deliveries that failed. */
async function failMany(): Promise<void> {
  const { db } = database;
  const { message, sentRef: _, ...delivery } = await db.delivery.findFirstOrThrow({ where: { state: 'sent' } });
  const conversation = await db.conversation.findFirstOrThrow({ where: { id: delivery.conversationId } });
  const ids = Array.from({ length: MANY }, () => randomUUID());
  await db.conversation.createMany({
    data: ids.map((id) => ({ ...conversation, id, name: id, address: {}, groupId: null, personId: null })),
  });
  await db.delivery.createMany({
    data: ids.map((conversationId) => ({
      ...{ ...delivery, conversationId, message: message ?? {}, id: randomUUID(), state: 'failed', error: 'archived' },
    })),
  });
}

test('all that failed is counted at the start, on its button, and where only some of it is shown', async () => {
  await failMany();
  const coordinator = await desk.enter(COORDINATOR);

  const start = readText((await coordinator.get('/desk')).html);
  const page = readText((await coordinator.get('/desk/deliveries')).html);

  expect(start).toContain(`${MANY} meddelanden kom inte fram`);
  expect(page).toContain(`Skicka igen till ${MANY} mottagare`);
  expect(page).toContain(`Här syns de 200 första av ${MANY}.`);
});

test('what is too late to be of use by now has no button, and is not sent by an old page either', async () => {
  const { key } = await database.db.occurrence.findFirstOrThrow({
    where: { id: (await database.db.delivery.findFirstOrThrow({ where: { state: 'failed' } })).occurrenceId },
  });
  await database.db.occurrence.update({ where: { key }, data: { usefulTo: new Date('2024-03-12T08:00:01Z') } });
  await desk.goTo('2024-03-12T08:01:00Z');
  const coordinator = await desk.enter(COORDINATOR);

  const page = readText((await coordinator.get('/desk/deliveries')).html);
  const sent = await coordinator.send('/desk/deliveries/again', { key });

  expect(page).toContain(`${MANY} meddelanden skickas inte igen, för nu är det för sent.`);
  expect(page).not.toContain('Skicka igen till');
  expect(sent.status).toBe(422);
  expect(readText(sent.html)).toContain(`${MANY} meddelanden skickas inte igen, för nu är det för sent.`);
  expect(await database.db.delivery.count({ where: { state: 'failed' } })).toBe(MANY);
});
