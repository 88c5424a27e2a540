import { afterAll, expect, test } from 'vitest';
import { ground } from './attacked-vault.ts';
import { compiledShim, keepingAttempts } from './failing-calls.ts';
import { entire, long, printTable } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());
const shim = compiledShim(at.path);

/** Of the calls of each work, every so many, and of which kinds; CORDON_EVERY=1 tries them all, which takes some minutes: an opening after each costs a third of a second. */
const all = 'wfrtou';
const steps: Readonly<Record<string, readonly [every: number, kinds: string]>> = entire
  ? { erasure: [149, all], restore: [149, all], people: [121, 'wr'], passphrase: [121, 'wr'], drill: [181, 'wo'], 'take-up': [121, all] }
  : long
    ? { erasure: [251, all], restore: [251, all], people: [211, 'wr'], passphrase: [211, 'wr'], drill: [307, 'wo'], 'take-up': [211, all] }
    : { erasure: [400, 'wf'], restore: [400, 'wo'], passphrase: [400, 'r'] };
const everyOne = process.env['CORDON_EVERY'];

test('whichever call fails while content is erased, keys are changed, the recovery key is tried, a backup is restored or an older state taken up: done whole, or told and as it was', async ({
  skip,
}) => {
  if (shim.missing) skip(shim.missing);
  const works = Object.entries(steps);
  const done: { work: string; came: Awaited<ReturnType<typeof keepingAttempts>> }[] = [];
  const lane = async () => {
    for (let one = works.shift(); one; one = works.shift())
      done.push({ work: one[0], came: await keepingAttempts(at, shim.file, one[0], Number(everyOne ?? one[1][0]), one[1][1]) });
  };
  await Promise.all([lane(), lane()]);
  for (const { work, came } of done)
    for (const { kinds, n, times, shown, told, wrong } of came) {
      const what = `${work}: ${kinds} ${n}, ${times === 0 ? 'for ever' : 'once'}: ${told}`;
      expect([what, wrong]).toEqual([what, []]);
      expect(['', 'disk-full', 'file-unwritable', 'file-unreadable', 'traces-left', 'vault-read-only'], what).toContain(shown);
      expect(told, what).not.toMatch(/SQLITE|ENOSPC|EIO\b|undefined/);
    }
  printTable(
    `${done.flatMap(({ came }) => came).length} failing calls while a vault is kept; verify exit 0 after each, no trace of what was erased, one passphrase that opens, nothing half restored`,
    done.map(({ work, came }) => ({
      during: work,
      tried: came.length,
      'failure shown': came.filter(({ shown }) => shown !== '').length,
      'went through': came.filter(({ shown }) => shown === '').length,
      'shown, yet done': came.filter(({ shown, done: so }) => shown !== '' && so).length,
    })),
  );
}, 900_000);
