// Who has a directory open, and does that process still live?
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import { z } from 'zod';
import { findCode } from '../errors.ts';

export const Holder = z
  .object({
    pid: z.int(),
    host: z.string(),
    /** Where the pid means something: only there can be seen whether the process lives. */
    ground: z.string(),
    /** When the system says that the process began; absent where it does not say. */
    born: z.string().exactOptional(),
    since: z.string(),
  })
  .readonly();
export type Holder = z.infer<typeof Holder>;

export function describeSelf(now: Date): Holder {
  const { pid } = process;
  const born = readBirth(pid);
  return { pid, host: hostname(), ground: findGround(), ...(born && { born }), since: now.toISOString() };
}

/**
 * - alive: on this machine, and it is that process, however long it has not been heard of
 * - dead: there is no such process any more; a pid that another one has got since is not believed
 * - elsewhere: on another machine, or in another container, where only its silence tells
 */
export function findWhereabouts({ pid, ground, born }: Holder): 'alive' | 'dead' | 'elsewhere' {
  if (ground !== findGround()) return 'elsewhere';
  if (!isRunning(pid)) return 'dead';
  return born === undefined || born === readBirth(pid) ? 'alive' : 'dead';
}

/** A host keeps its name over a restart, and containers may share one: the start and the process table tell them apart. */
function findGround(): string {
  return [hostname(), read(BOOT), readLink('/proc/self/ns/pid')].filter((part) => part !== undefined).join(' ');
}

const BOOT = '/proc/sys/kernel/random/boot_id';

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return findCode(error) === 'EPERM';
  }
}

/** In ticks since the machine started. Undefined where there is no /proc, and of a process that ended and was not yet fetched. */
function readBirth(pid: number): string | undefined {
  // The second field is the command in brackets, which may itself contain spaces and brackets.
  const fields = read(`/proc/${pid}/stat`)?.split(') ').at(-1)?.split(' ');
  return fields?.[STATE] === 'Z' ? undefined : fields?.[START_TIME];
}

/** Of proc(5)'s fields 3 and 22, counted from the state. */
const STATE = 0;
const START_TIME = 19;

function read(file: string): string | undefined {
  return orUndefined(() => readFileSync(file, 'utf8').trim());
}

function readLink(file: string): string | undefined {
  return orUndefined(() => readlinkSync(file));
}

function orUndefined(look: () => string): string | undefined {
  try {
    return look();
  } catch {
    return undefined;
  }
}
