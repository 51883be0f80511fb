// Task: tell how it stands.
import { z } from 'zod';
import { readStatus, Status } from '../../web/status.ts';
import { defineTask } from './task.ts';

/** `isService`: the running service said so itself. */
const StatusReply = Status.unwrap().extend({ isService: z.boolean() }).readonly();
export type StatusReply = z.infer<typeof StatusReply>;

export const statusTask = defineTask({
  name: 'status',
  needsDatabase: true,
  request: z.object({}),
  reply: StatusReply,
  run: async ({ database, clock, isService }) => ({ ...(await readStatus(database, clock.now())), isService }),
});
