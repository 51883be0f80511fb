// A real second process that runs one of our TypeScript files.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const LOADER = new URL('../../scripts/typescript.mjs', import.meta.url).href;

/** The engine of the embedded database is used as it first compiles: making it faster would take longer than it lives. */
export const BRIEFLY = '--liftoff-only';

export interface SecondProcess {
  readonly pid: number;
  /** The next line it prints; undefined when it has ended. */
  nextLine(): Promise<string | undefined>;
  kill(): Promise<void>;
  /** Its exit code, and what it said on standard error. */
  end(): Promise<{ code: number | null; errors: string }>;
}

/** @param file a URL, such as `new URL('./holder.ts', import.meta.url)` */
export function startProcess(file: URL, args: readonly string[]): SecondProcess {
  const runner = file.pathname.endsWith('.ts') ? ['--no-warnings', '--import', LOADER] : [];
  const child = spawn(process.execPath, [BRIEFLY, ...runner, fileURLToPath(file), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(child, 'exit');
  const errors: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => errors.push(chunk.toString()));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return {
    pid: pidOf(child),
    async nextLine() {
      const { value, done } = await lines.next();
      return done ? undefined : value;
    },
    async kill() {
      child.kill('SIGKILL');
      await exit;
    },
    async end() {
      await exit;
      return { code: child.exitCode, errors: errors.join('') };
    },
  };
}

function pidOf({ pid }: ChildProcess): number {
  if (pid === undefined) throw new Error('The second process did not start.');
  return pid;
}
