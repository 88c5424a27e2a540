import { defineConfig } from 'vitest/config';

/** The built app in a browser and in Electron, the command line as a child process, and other people's programs: one file at a time. */
export default defineConfig({
  test: {
    include: ['tests/end-to-end/**/*.test.ts', 'tests/interop/**/*.test.ts', 'tests/fault/**/*.test.ts'],
    pool: 'forks',
    fileParallelism: false,
    testTimeout: 180_000,
    hookTimeout: 180_000,
    reporters: ['default', './scripts/count-reporter.mjs'],
  },
});
