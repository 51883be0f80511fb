// Two counties that share a tenant, on Teams as a fake: people write there, and the bot is put in and out.
import { createMovableClock, type MovableClock } from '../../src/clock.ts';
import { createDrainQueue } from '../../src/database/drain-queue.ts';
import type { Database } from '../../src/database/open.ts';
import { silentLog } from '../../src/log.ts';
import { createTopics, type House, openHouse } from '../../src/main.ts';
import { type Answer, Belonging, Incoming, PlatformUser } from '../../src/platform.ts';
import { createSite } from '../../src/web/site.ts';
import { settleCounty, testCounty } from '../fake/county.ts';
import { createFakePlatform, type FakePlatform } from '../fake/fake-platform.ts';
import { settleNeighbour } from '../fake/neighbour.ts';

export const channel = {
  id: 'teams/19:kanal',
  platform: 'teams',
  kind: 'channel',
  name: 'Beredning',
  address: { at: 1 },
};
export const ownChat = { id: 'teams/a:alby', platform: 'teams', kind: 'personal', name: '', address: { at: 2 } };

export const mail = {
  coordinator: 'samordnare@example.org',
  alby: 'alby@example.org',
  neighbour: 'grannlan.samordnare@example.org',
} as const;

export interface Chat {
  readonly house: House;
  readonly teams: FakePlatform;
  readonly room: FakePlatform;
  readonly clock: MovableClock;
  /** Somebody writes, known by what the tenant says is their address. */
  write(email: string | undefined, text: string, at?: object, key?: string): Promise<Answer>;
  notice(kind: Belonging['kind'], at: object, rest?: object): Promise<Answer>;
  /** Lets everything happen that was promised. */
  drain(): Promise<void>;
  place(id: string): Promise<{ state: string; reason: string | null; groupId: string | null; name: string } | null>;
}

export async function openChat(database: Database): Promise<Chat> {
  await settleCounty(database, 'room');
  await settleNeighbour(database);
  const clock = createMovableClock(new Date('2026-03-02T08:00:00Z'));
  const [teams, room] = [createFakePlatform({ name: 'teams' }), createFakePlatform({ name: 'room' })];
  const queue = createDrainQueue();
  const site = createSite({ publicUrl: 'https://samverk.example.org', secret: 'a secret of the test' });
  const road = { database, queue, clock, log: silentLog, topics: createTopics(), site };
  const house = await openHouse(road, [teams, room], () => 0);
  let acts = 0;
  return {
    house,
    teams,
    room,
    clock,
    write: (email, text, at, key = `act-${acts++}`) =>
      house.handle.take(Incoming.parse({ kind: 'wrote', key, from: aUser(email), text, ...(at && { at }) })),
    notice: (kind, at, rest = {}) => {
      const left = kind === 'left' ? { reason: 'removed' } : {};
      return house.handle.notice(
        Belonging.parse({ kind, key: `notice-${acts++}`, from: aUser(mail.coordinator), at, ...left, ...rest }),
      );
    },
    async drain() {
      await queue.drain(clock.now());
    },
    place: (id) =>
      database.db.conversation.findUnique({
        where: { id },
        select: { state: true, reason: true, groupId: true, name: true },
      }),
  };
}

export function aUser(email: string | undefined, tenant: string = testCounty.tenant): PlatformUser {
  return PlatformUser.parse({ platform: 'teams', tenant, user: `user-${email ?? 'guest'}`, ...(email && { email }) });
}

/** All that is said, however it is said. */
export function wordsOf(answer: Answer): string {
  return JSON.stringify(answer);
}
