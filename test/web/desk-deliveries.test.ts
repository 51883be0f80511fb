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

test('a round that goes to many at once is one line, before it is sent and afterwards', async () => {
  const coordinator = await desk.enter(COORDINATOR);

  const start = readText((await coordinator.get('/desk')).html);
  const page = readText((await coordinator.get('/desk/deliveries')).html);

  const owners = await database.db.occurrence.findMany({
    where: { topic: 'plan', question: 'mars-2024', kind: 'nudge', state: 'planned' },
  });
  const times = [...new Set(owners.map(({ dueAt }) => dueAt.getTime()))];
  expect(times.length).toBeGreaterThan(1);
  const all = owners.length / times.length;
  expect(all).toBe(11);
  expect(page.split(`Avstämning mars till ${all} ansvariga`)).toHaveLength(1 + times.length);
  expect(start).toContain('Ny påminnelse Stämmer kontaktuppgifterna? 2 kontakter');
  expect(page).toContain(`Avstämning mars till 4 grupper och ${all} ansvariga Framme hos`);
  expect(page).not.toContain('Avstämning: ');
});

test('a round that is over and was never asked is not said to come', async () => {
  await database.db.round.update({
    where: { id: 'blekinge/juni-2024' },
    data: { opensOn: '2024-02-05', closesOn: '2024-02-16' },
  });
  const coordinator = await desk.enter(COORDINATOR);

  const page = readText((await coordinator.get('/desk/rounds')).html);

  expect(page).toContain('5 februari till fredag 16 februari Frågan ställdes inte.');
  expect(page).toContain('Frågan är inte ställd än.');
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

test('what is sent again stands in the record of changes, with who did it; asked for anew, there is nothing more', async () => {
  const failed = await database.db.delivery.findFirstOrThrow({ where: { state: 'failed' } });
  const { key, subjectId, step } = await database.db.occurrence.findFirstOrThrow({
    where: { id: failed.occurrenceId },
  });
  const coordinator = await desk.enter(COORDINATOR);

  await coordinator.send('/desk/deliveries/again', { key });
  await coordinator.send('/desk/deliveries/again', { key });

  const changes = await database.db.change.findMany({ where: { act: 'resend' } });
  await database.db.delivery.updateMany({ where: { error: null, state: 'waiting' }, data: { state: 'failed' } });
  expect(changes).toMatchObject([{ byId: COORDINATOR, operator: null }]);
  expect(subjectId.startsWith(changes[0]?.subjectId ?? '?')).toBe(true);
  expect(changes[0]?.fields).toEqual([
    { label: 'Skickade igen', to: String(MANY) },
    { label: expect.any(String), to: expect.stringContaining(step) },
  ]);
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
