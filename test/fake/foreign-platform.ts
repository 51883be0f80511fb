// A platform in another house: what arrived there stays there, whoever is killed here. Slow, at times busy, at times silent.
import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { PlatformError } from '../../src/errors.ts';
import { ConversationId, DeliveryKey } from '../../src/ids.ts';
import type { Platform } from '../../src/platform.ts';

export interface Arrival {
  readonly key: DeliveryKey;
  readonly to: ConversationId;
}

export function readArrivals(record: string): readonly Arrival[] {
  return readLines(record).map(([key, to]) => ({ key: DeliveryKey.parse(key), to: ConversationId.parse(to) }));
}

/** Lines of a file that several processes append to, one after another. */
export function readLines(file: string): readonly (readonly string[])[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => JSON.parse(line));
}

/** One write, at the end of the file: it is there when this returns, also for whoever comes after a kill. */
export function appendLine(file: string, ...words: readonly string[]): void {
  appendFileSync(file, `${JSON.stringify(words)}\n`);
}

export interface Moments {
  /** Just before a message arrives, and just after. */
  readonly arriving: () => void;
  readonly arrived: () => void;
}

export function createForeignPlatform(record: string, { arriving, arrived }: Moments): Platform {
  const slowly = () => wait(20 + 180 * Math.random());
  return {
    name: 'room',
    pace: [
      { scope: 'conversation', count: 3, perMs: 100 },
      { scope: 'tenant', count: 100, perMs: 200 },
    ],
    tenantOf: () => 'tenant',
    async send(to, _message, key) {
      const luck = Math.random();
      if (luck < 0.05) throw new PlatformError('Busy.', { verdict: 'later', code: '429', retryAfterMs: 200 });
      if (luck < 0.15) await slowly();
      arriving();
      appendLine(record, key, to.id);
      arrived();
      if (luck > 0.85) await slowly();
      if (luck > 0.95) throw new PlatformError('No answer.', { verdict: 'unknown', code: 'timeout' });
      return { ref: key };
    },
    async update() {
      if (Math.random() < 0.05) throw new PlatformError('Busy.', { verdict: 'later', code: '429' });
    },
    async find(_to, key) {
      if (Math.random() < 0.1) throw new PlatformError('Busy.', { verdict: 'later', code: '429', retryAfterMs: 200 });
      return readArrivals(record).some((arrival) => arrival.key === key) ? { ref: key } : undefined;
    },
    listen: () => (_request, response) => {
      response.sendStatus(404);
    },
  };
}
