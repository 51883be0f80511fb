#!/usr/bin/env node
// The command line: samverk start | import | simulate | status | ask | link …
import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { EXIT } from './run.ts';

try {
  await createProgram().parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misused;
}
