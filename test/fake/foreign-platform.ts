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

/** @param isMoody slow, busy and silent now and then, as platforms are */
export function createForeignPlatform(record: string, isMoody: boolean, { arriving, arrived }: Moments): Platform {
  const isUnlucky = (share: number) => isMoody && Math.random() < share;
  const slowly = () => wait(20 + 180 * Math.random());
  const refuse = createRefusals(isUnlucky);
  return {
    name: 'room',
    pace: [
      { scope: 'conversation', count: 3, perMs: 100 },
      { scope: 'tenant', count: 100, perMs: 200 },
    ],
    tenantOf: () => 'tenant',
    async send(to, _message, key) {
      refuse(0.05, `send ${key}`);
      if (isUnlucky(0.1)) await slowly();
      arriving();
      appendLine(record, key, to.id);
      arrived();
      if (isUnlucky(0.1)) await slowly();
      if (isUnlucky(0.05)) throw new PlatformError('No answer.', { verdict: 'unknown', code: 'timeout' });
      return { ref: key };
    },
    async update(_to, { ref }) {
      refuse(0.05, `update ${ref}`);
    },
    async find(_to, key) {
      refuse(0.2, `find ${key}`);
      return readArrivals(record).some((arrival) => arrival.key === key) ? { ref: key } : undefined;
    },
    listen: () => (_request, response) => {
      response.sendStatus(404);
    },
  };
}

/** Busy now and then, but not twice about the same: the waits grow, and a test has no time for long ones. */
function createRefusals(isUnlucky: (share: number) => boolean): (share: number, about: string) => void {
  const refused = new Set<string>();
  return (share, about) => {
    if (refused.has(about) || !isUnlucky(share)) return;
    refused.add(about);
    throw new PlatformError('Busy.', { verdict: 'later', code: '429', retryAfterMs: 200 });
  };
}
