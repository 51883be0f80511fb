// The running service's own door: a socket that only the same user can reach, by which verbs have it do things.
import { chmod, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { InvalidInput, NotAllowed, NotFound } from '../../errors.ts';
import type { Log } from '../../log.ts';
import type { Desk, Task } from '../tasks/task.ts';
import { findDoorPath } from './door-path.ts';
import type { DoorReply } from './door-reply.ts';

export interface DoorParts {
  readonly dataDir: string;
  readonly tasks: readonly Pick<Task<never, unknown>, 'name' | 'answer'>[];
  readonly desk: Desk;
  readonly log: Log;
}

export interface Door {
  /** Lets what is being done finish. */
  close(): Promise<void>;
}

/** Only for whoever holds the data directory's lock: a socket that lies there is then a dead process's. */
export async function openDoor(parts: DoorParts): Promise<Door> {
  const path = await findDoorPath(parts.dataDir);
  await rm(path, { force: true });
  const server = createServer((request, response) => {
    void reply(parts, request).then((said) => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(said));
    });
  });
  await bind(server, path);
  return {
    async close() {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      await rm(path, { force: true });
    },
  };
}

/** The socket is made with the rights that the mask leaves, so that no moment is left in which others could come in. */
async function bind(server: Server, path: string): Promise<void> {
  const mask = process.umask(0o177);
  try {
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
      process.umask(mask);
    });
  } finally {
    process.umask(mask);
  }
  await chmod(path, 0o600);
}

async function reply({ tasks, desk, log }: DoorParts, request: IncomingMessage): Promise<DoorReply> {
  const name = request.url?.slice(1);
  const task = tasks.find((one) => one.name === name);
  if (!task)
    return { kind: 'refused', message: `The running service is another version: it cannot do ${name}.`, findings: [] };
  try {
    return { kind: 'done', value: await task.answer(desk, await readBody(request)) };
  } catch (error) {
    if (error instanceof InvalidInput)
      return { kind: 'refused', message: error.message, findings: [...error.findings] };
    if (error instanceof NotFound || error instanceof NotAllowed)
      return { kind: 'refused', message: error.message, findings: [] };
    log.error('door.task-failed', error, { task: task.name });
    return { kind: 'trouble' };
  }
}

async function readBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
