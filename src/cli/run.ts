// Runs one verb: reads the environment, and turns what goes wrong into plain words and an exit code.
import { existsSync } from 'node:fs';
import { destination } from 'pino';
import { readConfig } from '../config.ts';
import { type Finding, InvalidInput, isError, NotAllowed, NotFound } from '../errors.ts';
import { createLog, silentLog } from '../log.ts';
import type { Place } from './perform.ts';

/** 0: done · 1: refused or failed · 2: asked in a way that is not understood. */
export const EXIT = { done: 0, failed: 1, misused: 2 } as const;

const STANDARD_ERROR = 2;

/** With the log of a verb that only asks: silent, unless the operator wants to see everything. */
export async function runVerb(verb: (place: Place) => Promise<void>): Promise<void> {
  let isDebug = false;
  try {
    const config = readEnvironment();
    isDebug = config.logLevel === 'debug';
    const log = isDebug ? createLog('debug', destination({ dest: STANDARD_ERROR, sync: true })) : silentLog;
    await verb({ config, log });
  } catch (error) {
    process.exitCode = EXIT.failed;
    console.error(describeFailure(error, isDebug));
  }
}

/** What is set already goes before what a .env file in the working directory says. */
function readEnvironment() {
  if (existsSync('.env')) process.loadEnvFile();
  return readConfig(process.env);
}

export function describeFailure(error: unknown, isDebug: boolean): string {
  const stack = isDebug && isError(error) ? `\n\n${error.stack}` : '';
  if (error instanceof InvalidInput) {
    // A message that ends with a colon announces its findings; one that does not has told them.
    const findings = error.message.endsWith(':') ? error.findings.map(describeFinding) : [];
    return [error.message, ...findings].join('\n') + stack;
  }
  if (error instanceof NotFound || error instanceof NotAllowed) return error.message + stack;
  const message = isError(error) ? error.message : String(error);
  return `It did not work: ${message}${isDebug ? stack : '\nSet LOG_LEVEL=debug to see where.'}`;
}

/** "calls[0].closesOn: This is missing." but "SAMVERK_SECRET is missing." */
function describeFinding({ path, message }: Finding): string {
  return /^[a-z]/.test(message) ? `${path} ${message}` : `${path}: ${message}`;
}
