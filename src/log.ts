// What the house tells its operator: facts and ids, never names and never what somebody wrote.
import { type DestinationStream, destination, pino } from 'pino';
import { findCode, isError } from './errors.ts';

/** Ids, counts and short codes. Anything that looks like a sentence or an address is withheld. */
export type Facts = Readonly<Record<string, string | number | boolean | undefined>>;

export interface Log {
  debug(event: string, facts?: Facts): void;
  info(event: string, facts?: Facts): void;
  warn(event: string, error: unknown, facts?: Facts): void;
  error(event: string, error: unknown, facts?: Facts): void;
}

export const LOG_LEVELS = ['debug', 'info', 'warn', 'error', 'silent'] as const;
export type LogLevel = (typeof LOG_LEVELS)[number];

/** @param to where the lines go, one JSON object each; standard output unless told */
export function createLog(level: LogLevel, to: DestinationStream = destination({ sync: true })): Log {
  const lines = pino(
    {
      level,
      base: null,
      messageKey: 'event',
      formatters: { level: (level) => ({ level }) },
      timestamp: pino.stdTimeFunctions.isoTime,
    },
    to,
  );
  return {
    debug: (event, facts) => lines.debug(withholdText(facts), event),
    info: (event, facts) => lines.info(withholdText(facts), event),
    warn: (event, error, facts) => lines.warn({ ...withholdText(facts), error: describeError(error) }, event),
    error: (event, error, facts) => lines.error({ ...withholdText(facts), error: describeError(error) }, event),
  };
}

export const silentLog: Log = { debug() {}, info() {}, warn() {}, error() {} };

interface ErrorFacts {
  readonly name: string;
  readonly code?: string;
  readonly stack?: readonly string[];
  readonly cause?: ErrorFacts;
}

/** Without the message: a database's or a platform's message may quote the very values it refused. */
export function describeError(error: unknown, depth = 0): ErrorFacts | undefined {
  if (error === undefined) return undefined;
  if (!isError(error)) return { name: typeof error };
  const cause = depth < 3 ? describeError(error.cause, depth + 1) : undefined;
  const code = findCode(error);
  return {
    name: /^\w{1,64}$/.test(error.name) ? error.name : 'Error',
    ...(code === undefined ? {} : { code }),
    stack: listFrames(error),
    ...(cause === undefined ? {} : { cause }),
  };
}

const FRAME =
  /^\s+at (?:async )?(?:(?:new )?[\w$.<>#]+ (?:\[as [\w$]+\] )?)?\(?(?:file:\/\/|node:|\/|[A-Za-z]:\\)[^\s()]+:\d+:\d+\)?$/;

function listFrames({ stack = '', message }: Error): readonly string[] {
  const start = message === '' ? -1 : stack.indexOf(message);
  const frames = start < 0 ? stack : stack.slice(start + message.length);
  return frames
    .split('\n')
    .filter((line) => FRAME.test(line))
    .map((line) => line.trim());
}

function withholdText(facts: Facts = {}): Facts {
  return Object.fromEntries(
    Object.entries(facts).map(([key, fact]) => [
      key,
      typeof fact === 'string' && /[\s@]/.test(fact) ? '[withheld]' : fact,
    ]),
  );
}
