// A reminder in the outbox that waits for its turn in a conversation.
import { randomUUID } from 'node:crypto';
import type { Database } from '../../src/database/open.ts';
import { testCounty } from '../fake/county.ts';

export async function addWaiting({ db }: Database, conversationId: string): Promise<void> {
  const occurrenceId = randomUUID();
  const at = new Date('2026-03-02T08:00:00Z');
  const what = { countyId: testCounty.id, topic: 'call', subjectId: 'testlan/sak', step: '-14', kind: 'reminder' };
  const when = { localDate: '2026-03-02', localTime: '09:00', zone: 'Europe/Stockholm', dueAt: at };
  const usefulTo = new Date('2026-04-01T00:00:00Z');
  await db.occurrence.create({
    data: {
      id: occurrenceId,
      key: `call:${occurrenceId}`,
      ...what,
      ...when,
      usefulTo,
      late: 'send',
      state: 'told',
      toldAt: at,
    },
  });
  const message = { language: 'sv', title: 'Påminnelse', parts: [], buttons: [] };
  await db.delivery.create({
    data: {
      id: occurrenceId,
      occurrenceId,
      conversationId,
      countyId: testCounty.id,
      platform: 'teams',
      message,
      state: 'waiting',
      nextAt: at,
    },
  });
}
