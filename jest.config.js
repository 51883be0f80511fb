import { availableParallelism } from 'node:os';

/** @type {import('jest').Config} */
export default {
  testEnvironment: 'node',
  // Jest's own clean-up wraps what a worker's files share once more for each file, until a set overflows the stack.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts', '**/*.test.tsx'],
  extensionsToTreatAsEsm: ['.ts', '.tsx'],
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true },
          transform: { react: { runtime: 'automatic', importSource: 'preact' } },
        },
        module: { type: 'es6' },
      },
    ],
  },
  reporters: ['default', '<rootDir>/scripts/left-out-reporter.cjs'],
  testTimeout: 60_000,
  // One more than there are cores: some suites wait for other processes much of the time. With more, those that kill
  // processes under short leases come too late for everything.
  maxWorkers: Math.min(availableParallelism() + 1, 4),
  // Each embedded database takes some 400 MB, and a worker does not give back what a test file leaves behind.
  workerIdleMemoryLimit: '1500MB',
};
