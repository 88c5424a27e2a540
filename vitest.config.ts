import { defineConfig } from 'vitest/config';

const all = ['shared/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/unit/**/*.test.ts'];
/** Files that have a process of their own: what the window holds is the state of its modules, and a kind that is put in another's place stays there. */
const apart = ['renderer/**/*.test.{ts,tsx}', 'main/records/compartment.test.ts'];
const each = { pool: 'forks', maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 } as const;

/** Two processes run one file after the other: the modules of the rooms keep nothing but what they found once, and are loaded twice instead of two hundred times. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.mjs'],
    projects: [
      { test: { name: 'rooms', include: all, exclude: apart, isolate: false, ...each } },
      { test: { name: 'apart', include: apart, ...each } },
    ],
  },
});
