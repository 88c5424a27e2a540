import { defineConfig } from 'vitest/config';
import { long } from './tests/fault/seeded.ts';
import { LongestFirst } from './scripts/longest-first.ts';

const all = ['tests/end-to-end/**/*.test.ts', 'tests/interop/**/*.test.ts', 'tests/fault/**/*.test.ts'];
/** Files that do not run beside all others: they look for words in memory and in temporary folders, count packets and ports, measure keystrokes, or kill by timing. */
const alone = [...['leak', 'network', 'typing'].map((name) => `tests/end-to-end/${name}.test.ts`), 'tests/fault/kill.test.ts'];
/** Files that work on vaults in this process and in children of their own: they leave nothing to the next. */
const rooms = ['tests/interop/**/*.test.ts', 'tests/fault/**/*.test.ts'];
/** Files that look at pages: each window has a context of its own in the browser of its process, and nothing else that a file could leave to the next. */
const windows = ['tests/end-to-end/window-*.test.ts'];
const each = {
  pool: 'forks',
  testTimeout: 180_000,
  hookTimeout: 180_000,
  // What a window shows comes when it comes: vitest's own second is too little where two windows share the machine.
  expect: { poll: { timeout: 20_000 } },
} as const;
/** A browser that was kept for the windows of a file ends with it. */
const ends = { setupFiles: ['tests/fakes/end-browser.ts'] };
/** What opens vaults in this process again and again reckons each passphrase once. */
const once = { setupFiles: [...ends.setupFiles, 'tests/fakes/counted-once.ts'] };
/** Of two cores three workers leave a fifth idle, four a tenth. The long form, whose files wait for Electron and for disks, keeps three. */
const besides = { maxWorkers: long ? 3 : 4, sequence: { groupOrder: 0 } };

/**
 * The built app in a browser and in Electron, the command line as a child process, and other people's programs: three or four files at a time (a file waits for
 * its browser, its disk or its clock two fifths of its time), then those that want quiet, two at a time.
 */
export default defineConfig({
  test: {
    reporters: ['default', './scripts/count-reporter.mjs'],
    sequence: { sequencer: LongestFirst },
    projects: [
      { test: { name: 'apart', include: all, exclude: [...alone, ...windows, ...rooms], ...besides, ...once, ...each } },
      { test: { name: 'rooms', include: rooms, exclude: alone, isolate: false, ...besides, ...once, ...each } },
      { test: { name: 'windows', include: windows, isolate: false, ...besides, ...each } },
      { test: { name: 'quiet', include: alone, maxWorkers: 2, sequence: { groupOrder: 1 }, ...ends, ...each } },
    ],
  },
});
