// Asks the running service to do something, where there is one.
import { request } from 'node:http';
import { text } from 'node:stream/consumers';
import { findCode, InvalidInput } from '../../errors.ts';
import type { Task } from '../tasks/task.ts';
import { findDoorPath } from './door-path.ts';
import { DoorReply } from './door-reply.ts';

/** An import of all counties takes some seconds. */
const PATIENCE_MS = 120_000;
/** After this long, whoever asked is told that it takes longer. */
const BUSY_MS = 3_000;
/** Nobody listens: there is no data directory, no socket in it, or a dead process's. */
const NOBODY: readonly (string | undefined)[] = ['ENOENT', 'ECONNREFUSED', 'ENOTDIR'];

/** @returns undefined where no service runs on this data directory */
export async function askDoor<Request, Reply>(
  dataDir: string,
  task: Task<Request, Reply>,
  asked: Request,
): Promise<{ readonly reply: Reply } | undefined> {
  const busy = setTimeout(() => console.error('The running service is busy. Waiting for its answer …'), BUSY_MS);
  const said = await call(dataDir, task.name, asked)
    .catch((error: unknown) => explain(error, dataDir))
    .finally(() => clearTimeout(busy));
  if (said === undefined) return undefined;
  const answer = DoorReply.parse(JSON.parse(said));
  switch (answer.kind) {
    case 'done':
      return { reply: task.reply.parse(answer.value) };
    case 'refused':
      throw new InvalidInput(answer.message, answer.findings);
    case 'trouble':
      throw new Error('The running service could not do it. Its log says why.');
  }
}

/** Undefined where nobody listens. */
function explain(error: unknown, dataDir: string): undefined {
  const code = findCode(error);
  if (NOBODY.includes(code)) return undefined;
  if (code === 'EACCES') {
    throw new InvalidInput(
      `The service in ${dataDir} is another user's. Run this as that user, or choose another DATA_DIR.`,
    );
  }
  if (code === 'ECONNRESET') {
    throw new Error(
      'The running service ended before it had answered. Ask again; an import is all done or not at all.',
    );
  }
  throw error;
}

async function call(dataDir: string, name: string, asked: unknown): Promise<string> {
  const socketPath = await findDoorPath(dataDir);
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path: `/${name}`, method: 'POST', agent: false }, (response) => {
      text(response).then(resolve, reject);
    });
    call.setTimeout(PATIENCE_MS, () =>
      call.destroy(new Error('The running service did not answer within two minutes.')),
    );
    call.once('error', reject);
    call.end(JSON.stringify(asked));
  });
}
