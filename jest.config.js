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
  // More than there are cores: many suites wait for a platform's pace, or for other processes, much of the time.
  maxWorkers: Math.min(availableParallelism() * 2 + 1, 6),
  // Each embedded database takes some 400 MB, and a worker does not give back what a test file leaves behind.
  workerIdleMemoryLimit: '1500MB',
};
