import { afterAll, expect, test } from 'vitest';
import { ground } from './attacked-vault.ts';
import { attempts, compiledShim } from './failing-calls.ts';
import { entire, long, printTable } from './seeded.ts';

const at = ground();
afterAll(() => at.clear());
const shim = compiledShim(at.path);

const words: Readonly<Record<string, string>> = { w: 'write', f: 'flush', r: 'rename', t: 'cut to length', o: 'make a file', u: 'delete' };

test('whichever write, flush, rename, cut, new file or deletion fails, once or from then on: it is shown, nothing acknowledged is lost, and the next opening is clean', async ({
  skip,
}) => {
  if (shim.missing) skip(shim.missing);
  const works = ['change', 'intake', 'backup'];
  const done = await Promise.all(works.map((work) => attempts(at, shim.file, work, 'writes', entire ? 1 : long ? 3 : 31, entire ? 1 : 2)));
  const rows = [];
  for (const [index, all] of done.entries()) {
    const work = works[index] ?? '';
    for (const one of all) {
      const what = `${work}: ${words[one.kinds]} ${one.n}, ${one.times === 0 ? 'for ever' : 'once'}, error ${one.errno}`;
      expect({ what, ...one.verdict }, what).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
      expect([what, one.notices, one.readOnly, one.lost, one.unknown, one.left]).toEqual([what, [], 'recovery-key', [], [], []]);
      expect(['', 'disk-full', 'file-unwritable'], what).toContain(one.shown);
    }
    for (const kinds of Object.keys(words)) {
      const of = all.filter((one) => one.kinds === kinds);
      if (of.length > 0)
        rows.push({
          during: work,
          'failing call': words[kinds] ?? kinds,
          places: Math.max(...of.map(({ n }) => n)),
          tried: of.length,
          'failure shown': of.filter(({ shown }) => shown !== '').length,
          'went through': of.filter(({ shown }) => shown === '').length,
          'shown, yet done': of.filter(({ doneAllTheSame }) => doneAllTheSame).length,
        });
    }
  }
  printTable(`${done.flat().length} failing calls; verify exit 0 and every acknowledged record and file there after each`, rows);
  expect(done.flat().filter(({ shown }) => shown !== '').length).toBeGreaterThan(done.flat().length / 2);
}, 900_000);
