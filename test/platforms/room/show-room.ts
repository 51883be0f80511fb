// A show window: the room with sample messages, to look at. A new message comes every half minute.
// node --import ./scripts/typescript.mjs test/platforms/room/show-room.ts
import { openDatabase } from '../../../src/database/open.ts';
import { silentLog } from '../../../src/log.ts';
import { createFakeHandle } from './fake-handle.ts';
import { beredning, personal, sprak } from './fake-people.ts';
import { openRoom } from './open-room.ts';
import { call, checkIn, meeting, movedCall, silent, survey } from './sample-messages.ts';

const { db } = await openDatabase({ inMemory: true, log: silentLog });
const { post, clock, url } = await openRoom({ db, handle: createFakeHandle(), port: Number(process.argv[2] ?? 4300) });
const at = (time: string) => clock.moveTo(new Date(time));

at('2025-02-20T08:00:00Z');
await post(beredning, movedCall);
at('2025-03-03T08:00:00Z');
await post(sprak, checkIn);
at('2025-03-10T08:00:00Z');
await post(personal, survey);
at('2025-03-11T08:00:00Z');
await post(beredning, call);
at('2025-03-12T08:00:00Z');
await post(beredning, silent);
await post(beredning, meeting);
await post(sprak, checkIn);
at('2025-03-12T08:14:00Z');
console.log(`${url}/room`);
setInterval(() => void post(beredning, movedCall), 30_000).unref();
