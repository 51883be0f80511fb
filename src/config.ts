// The environment, read once, with everything that is wrong in it said at once. The only reader of process.env.
import { z } from 'zod';
import { InvalidInput } from './errors.ts';
import { LOG_LEVELS, type LogLevel } from './log.ts';

const port = z
  .string()
  .trim()
  .regex(/^\d+$/, { error: 'must be a number from 0 to 65535' })
  .transform(Number)
  .pipe(z.int().max(65_535));
const filled = z.string().trim().min(1);

const Environment = z.object({
  HOST: filled.default('127.0.0.1'),
  PORT: port.prefault('3978'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/, error: 'must be a web address, as https://samverk.example.org' })
    .optional(),
  DATABASE_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: 'must be a PostgreSQL address, as postgresql://user@host:5432/samverk' })
    .optional(),
  DATA_DIR: filled.default('./data'),
  SAMVERK_SECRET: z
    .string()
    .min(32, { error: 'must have at least 32 characters; `openssl rand -hex 32` makes one' })
    .optional(),
  LOG_LEVEL: z.enum(LOG_LEVELS).default('info'),
});

export interface Config {
  readonly host: string;
  readonly port: number;
  /** Where people reach the service, without a slash at the end. */
  readonly publicUrl: string;
  readonly databaseUrl?: string;
  readonly dataDir: string;
  /** Signs links. In local mode one is made and kept in the data directory. */
  readonly secret?: string;
  readonly logLevel: LogLevel;
  /** Nothing is configured and only this machine can reach it: anyone may be any member, to try it. */
  readonly isLocal: boolean;
}

/**
 * @throws InvalidInput with every fault of the environment
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  // An empty line in .env means "not set".
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(set);
  const faults = parsed.success ? [] : parsed.error.issues.map((issue) => toFault(issue));
  const crossFaults = findCrossFaults(set);
  if (!parsed.success || crossFaults.length > 0) {
    throw new InvalidInput('The environment is not right. Mend these and start again:', [...faults, ...crossFaults]);
  }
  return Object.freeze(toConfig(parsed.data));
}

type Environment = z.infer<typeof Environment>;

function toConfig(env: Environment): Config {
  return {
    host: env.HOST,
    port: env.PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${env.PORT}`).replace(
      /\/+$/,
      '',
    ),
    dataDir: env.DATA_DIR,
    logLevel: env.LOG_LEVEL,
    isLocal: isLocal(env),
    ...(env.DATABASE_URL === undefined ? {} : { databaseUrl: env.DATABASE_URL }),
    ...(env.SAMVERK_SECRET === undefined ? {} : { secret: env.SAMVERK_SECRET }),
  };
}

function isLocal(env: Partial<Pick<Environment, 'HOST' | 'PUBLIC_URL' | 'DATABASE_URL' | 'SAMVERK_SECRET'>>): boolean {
  const isConfigured = [env.PUBLIC_URL, env.DATABASE_URL, env.SAMVERK_SECRET].some((value) => value !== undefined);
  return !isConfigured && isLoopback(env.HOST ?? '127.0.0.1');
}

export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

interface Fault {
  readonly path: string;
  readonly message: string;
}

function toFault({ path, message }: { readonly path: readonly PropertyKey[]; readonly message: string }): Fault {
  return { path: path.map(String).join('.'), message };
}

function findCrossFaults(set: Readonly<Record<string, string | undefined>>): readonly Fault[] {
  const local = isLocal(set);
  const faults: Fault[] = [];
  if (!local && set.SAMVERK_SECRET === undefined) {
    faults.push({
      path: 'SAMVERK_SECRET',
      message: 'is missing. It signs the links that people answer by. Make one with `openssl rand -hex 32`',
    });
  }
  if (!local && set.PUBLIC_URL === undefined && !isLoopback(set.HOST ?? '127.0.0.1')) {
    faults.push({
      path: 'PUBLIC_URL',
      message: 'is missing. Links lead there. Set it to where people reach the service',
    });
  }
  return faults;
}
