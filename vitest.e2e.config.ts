import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';

const all = ['tests/end-to-end/**/*.test.ts', 'tests/interop/**/*.test.ts', 'tests/fault/**/*.test.ts'];
/** Files that have the machine to themselves: they look for words in memory and in temporary folders, count packets and ports, measure keystrokes, or kill by timing. */
const alone = [...['leak', 'network', 'typing'].map((name) => `tests/end-to-end/${name}.test.ts`), 'tests/fault/kill.test.ts'];
const each = {
  setupFiles: ['tests/fakes/end-browser.ts'],
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // What a window shows comes when it comes: vitest's own second is too little where two windows share the machine.
  expect: { poll: { timeout: 20_000 } },
};

/** The built app in a browser and in Electron, the command line as a child process, and other people's programs: three files at a time (a file waits for its browser, its disk or its clock a third of its time), then those that go alone. */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.mjs'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'side by side', include: all, exclude: alone, pool: 'forks', maxWorkers: 3, sequence: { groupOrder: 0 }, ...each } },
      { test: { name: 'alone', include: alone, pool: 'forks', fileParallelism: false, sequence: { groupOrder: 1 }, ...each } },
    ],
  },
});
