// Where the running service's socket lies: in the data directory, or nearby where that path is too long for a socket.
import { createHash } from 'node:crypto';
import { lstat, mkdir, realpath } from 'node:fs/promises';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { InvalidInput } from '../../errors.ts';

/** Linux takes 107 bytes and macOS 103; a longer path would be cut, and lead elsewhere. */
const LONGEST = 100;
const NAME = 'samverk.sock';

/** The same for everybody who names the same directory. */
export async function findDoorPath(dataDir: string): Promise<string> {
  const real = await realpath(dataDir);
  const path = join(real, NAME);
  if (Buffer.byteLength(path) <= LONGEST) return path;
  const digest = createHash('sha256').update(real).digest('hex').slice(0, 16);
  return join(await makeOwnFolder(), `${digest}.sock`);
}

/** In the common folder for temporary files, but nobody else's: another user could have made one of that name first. */
async function makeOwnFolder(): Promise<string> {
  const { uid } = userInfo();
  const folder = join(tmpdir(), `samverk-${uid}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const found = await lstat(folder);
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return folder;
  throw new InvalidInput(
    `${folder} is not this user's alone, so that the service's socket would not be safe there. ` +
      'Remove it, or choose a DATA_DIR with a shorter path.',
  );
}
