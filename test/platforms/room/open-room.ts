// The whole room on a port of its own, with people, a road and a clock that are easy to steer.
import { once } from 'node:events';
import express from 'express';
import { createMovableClock, type MovableClock } from '../../../src/clock.ts';
import type { Db } from '../../../src/database/open.ts';
import { DeliveryKey } from '../../../src/ids.ts';
import { silentLog } from '../../../src/log.ts';
import type { Message } from '../../../src/message/message.ts';
import { createAssets } from '../../../src/page/assets.ts';
import type { Conversation, Handle, Sent } from '../../../src/platform.ts';
import { createRoom, type Room } from '../../../src/platforms/room/room.ts';
import type { Language } from '../../../src/text/language.ts';
import { createFakePeople, type FakePeople } from './fake-people.ts';

export interface OpenRoom {
  readonly url: string;
  readonly room: Room;
  readonly clock: MovableClock;
  readonly people: FakePeople;
  post(to: Conversation, message: Message, key?: string): Promise<Sent>;
  close(): Promise<void>;
}

export interface RoomOptions {
  readonly db: Db;
  readonly handle: Handle;
  readonly isLocal?: boolean;
  readonly secret?: string;
  readonly port?: number;
}

export async function openRoom(options: RoomOptions): Promise<OpenRoom> {
  const { db, handle, isLocal = true, secret = 'a secret of at least thirty-two characters', port = 0 } = options;
  const app = express().use('/assets', createAssets());
  const server = app.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : port}`;
  const clock = createMovableClock(new Date('2025-03-12T08:14:00Z'));
  const people = createFakePeople();
  const elsewhere = {
    url: '/elsewhere',
    name: (language: Language) => ({ sv: 'Annat håll', en: 'Elsewhere' })[language],
  };
  const room = createRoom({ db, clock, secret, publicUrl: url, isLocal, people, elsewhere, log: silentLog });
  app.use('/room', room.listen(handle));
  let posts = 0;
  return {
    url,
    room,
    clock,
    people,
    post: (to, message, key = `post-${posts++}`) => room.send(to, message, DeliveryKey.parse(key)),
    async close() {
      room.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}
