import { afterAll, expect, test } from 'vitest';
import { ground } from './attacked-vault.ts';
import { attempts, compiledShim, type Attempt } from './failing-calls.ts';
import { entire, long, printTable } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());
const shim = compiledShim(at.path);

/** What must hold after a drive did not answer: it was told as that and not as damage, and with the drive back nothing is missing and nothing was made worse. */
function sound(work: string, all: readonly Attempt[]): void {
  for (const one of all) {
    const what = `${work}: call ${one.n}, ${one.times === 0 ? 'from then on' : 'once'}: ${one.told}`;
    expect({ what, ...one.verdict }, what).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
    expect([what, one.notices, one.readOnly, one.lost, one.unknown, one.left]).toEqual([what, [], 'recovery-key', [], [], []]);
    // Nobody is sent to a backup because a cable was loose.
    expect(['', 'file-unreadable', 'file-unwritable', ...(work === 'verify' ? ['findings'] : [])], what).toContain(one.shown);
    expect(one.told, what).not.toMatch(/SQLITE|EIO|malformed|undefined/);
  }
}
const rowOf = (work: string, all: readonly Attempt[]) => ({
  during: work,
  places: Math.max(...all.map(({ n }) => n)),
  tried: all.length,
  'failure shown': all.filter(({ shown }) => shown !== '').length,
  'went through': all.filter(({ shown }) => shown === '').length,
  'shown, yet done': all.filter(({ doneAllTheSame }) => doneAllTheSame).length,
});

test('whichever read fails, once or from then on: it is told as what it is, nothing acknowledged is lost, and the next opening is clean', async ({ skip }) => {
  if (shim.missing) skip(shim.missing);
  // An opening, a backup and a check read the whole database: of those, some.
  const steps = entire
    ? { opening: 2, change: 1, intake: 1, backup: 17, verify: 13 }
    : long
      ? { opening: 7, change: 3, intake: 3, backup: 29, verify: 23 }
      : { opening: 19, change: 9, intake: 9, backup: 67, verify: 67 };
  const done = await Promise.all(Object.entries(steps).map(async ([work, every]) => ({ work, all: await attempts(at, shim.file, work, 'reads', every) })));
  for (const { work, all } of done) sound(work, all);
  // A check that could not read something never says that everything agrees.
  for (const one of done.find(({ work }) => work === 'verify')?.all ?? []) expect([one.n, one.times, one.shown]).not.toEqual([one.n, one.times, '']);
  printTable(
    `${done.flatMap(({ all }) => all).length} failing reads; verify exit 0 and every acknowledged record and file there after each`,
    done.map(({ work, all }) => rowOf(work, all)),
  );
}, 900_000);

test('a drive that is pulled in the middle: told, let go, and with the drive back everything acknowledged is there', async ({ skip }) => {
  if (shim.missing) skip(shim.missing);
  const steps = entire ? { change: 3, intake: 5, backup: 17 } : long ? { change: 5, intake: 9, backup: 29 } : { change: 23, intake: 31, backup: 101 };
  const done = await Promise.all(Object.entries(steps).map(async ([work, every]) => ({ work, all: await attempts(at, shim.file, work, 'pulled', every) })));
  for (const { work, all } of done) sound(work, all);
  printTable(
    `${done.flatMap(({ all }) => all).length} drives pulled; verify exit 0 and every acknowledged record and file there after each`,
    done.map(({ work, all }) => rowOf(work, all)),
  );
}, 900_000);
