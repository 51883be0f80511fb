// Builds an outbox with rows in it, without the rest of the road.
import { randomUUID } from 'node:crypto';
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue, type DrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { type DeliveryRoom, deliver, deliveryQueue } from '../../src/delivery/deliver.ts';
import { addDeliveries, changeCard } from '../../src/delivery/delivery-store.ts';
import { ConversationId, CountyId } from '../../src/ids.ts';
import { silentLog } from '../../src/log.ts';
import type { Message } from '../../src/message/message.ts';
import type { Platform } from '../../src/platform.ts';

export const COUNTY = CountyId.parse('testlan');
export const START = new Date('2026-03-02T08:00:00Z');

export function aMessage(title = 'Möte på torsdag'): Message {
  return { language: 'sv', title, parts: [{ kind: 'text', text: 'Välkommen.' }], buttons: [] };
}

export interface Outbox {
  readonly room: DeliveryRoom;
  readonly clock: MovableClock;
  readonly queue: DrainQueue;
  readonly failed: string[];
  /** Conversations that were paused by a refusal. */
  readonly paused: string[];
  /** Puts one occurrence with a message to each of these conversations into the outbox. */
  fill(options?: { conversations?: number; occurrences?: number; title?: string }): Promise<void>;
  /** Gives every card a new title. */
  change(title: string): Promise<void>;
  run(platform: Platform): Promise<void>;
  states(): Promise<Record<string, number>>;
}

export function createOutbox(database: Database): Outbox {
  const clock = createMovableClock(START);
  const queue = createDrainQueue();
  const failed: string[] = [];
  const paused: string[] = [];
  const room: DeliveryRoom = {
    database,
    queue,
    clock,
    log: silentLog,
    chance: () => 0.5,
    onFailed: async (_tx, ids, conversationIds) => {
      failed.push(...ids);
      paused.push(...conversationIds);
    },
  };
  return {
    room,
    clock,
    queue,
    failed,
    paused,
    fill: (options) => fill(database, options),
    async change(title) {
      const cards = await database.db.delivery.findMany({ select: { id: true } });
      await database.transaction(async (tx) => {
        for (const card of cards) await changeCard(tx, { ...card, isNewest: true }, aMessage(title), clock.now());
      });
    },
    async run(platform) {
      await queue.work(deliveryQueue(platform.name), { workers: 1, batchSize: 10, pollSeconds: 1 }, () =>
        deliver(room, platform),
      );
      await deliver(room, platform);
    },
    async states() {
      const rows = await database.db.delivery.groupBy({ by: ['state'], _count: true });
      return Object.fromEntries(rows.map(({ state, _count }) => [state, _count]));
    },
  };
}

async function fill(
  { db, transaction }: Database,
  { conversations = 1, occurrences = 1, title }: { conversations?: number; occurrences?: number; title?: string } = {},
): Promise<void> {
  const ids = Array.from({ length: conversations }, (_, n) =>
    ConversationId.parse(`channel-${String(n).padStart(4, '0')}`),
  );
  await db.conversation.createMany({
    data: ids.map((id) => ({
      id,
      countyId: COUNTY,
      platform: 'teams',
      kind: 'channel',
      name: `Kanal ${id}`,
      address: { channel: id },
      changedAt: START,
    })),
    skipDuplicates: true,
  });
  for (let n = 0; n < occurrences; n++) {
    const occurrenceId = randomUUID();
    await transaction(async (tx) => {
      await tx.occurrence.create({
        data: {
          id: occurrenceId,
          key: `call:testlan/tia:-14:${occurrenceId}`,
          countyId: COUNTY,
          topic: 'call',
          subjectId: 'testlan/tia',
          step: '-14',
          kind: 'reminder',
          localDate: '2026-03-02',
          localTime: '09:00',
          zone: 'Europe/Stockholm',
          dueAt: START,
          usefulTo: new Date('2027-01-01T00:00:00Z'),
          late: 'send',
          state: 'told',
        },
      });
      const message = aMessage(title);
      await addDeliveries(
        tx,
        ids.map((conversationId) => ({ occurrenceId, countyId: COUNTY, conversationId, platform: 'teams', message })),
        START,
      );
    });
  }
}
