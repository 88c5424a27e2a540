import { defineConfig } from 'vitest/config';

const all = ['shared/**/*.test.ts', 'main/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/unit/**/*.test.ts'];
/** Files that have modules of their own: what the window holds is the state of them. A context of its own gives them that at a third of what a process costs. */
const window = ['renderer/**/*.test.{ts,tsx}'];
/** A file that has a process of its own: a kind that is put in another's place stays there. */
const apart = ['main/records/compartment.test.ts'];
const each = { maxWorkers: 2, testTimeout: 30_000, hookTimeout: 60_000 } as const;
const once = { setupFiles: ['tests/fakes/counted-once.ts'] };

/** Two processes run one file after the other: the modules of the rooms keep nothing but what they found once, and are loaded twice instead of two hundred times. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.mjs'],
    projects: [
      { test: { name: 'rooms', pool: 'forks', include: all, exclude: [...apart, ...window], isolate: false, ...once, ...each } },
      { test: { name: 'apart', pool: 'forks', include: apart, ...once, ...each } },
      { test: { name: 'window', pool: 'vmThreads', include: window, ...each } },
    ],
  },
});
