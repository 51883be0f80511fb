// A log that a test can read.
import { createLog, type Log } from '../../src/log.ts';

export interface KeptLog extends Log {
  /** Everything that was written, as it was written. */
  text(): string;
  events(): readonly string[];
}

export function createKeptLog(): KeptLog {
  const lines: string[] = [];
  return {
    ...createLog('debug', { write: (line) => lines.push(line) }),
    text: () => lines.join(''),
    events: () => lines.map((line) => JSON.parse(line).event),
  };
}
