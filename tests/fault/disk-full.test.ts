import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { ground, reopened, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { long, printTable } from './seeded.ts';
import { addNote, intake, type Live } from './work.ts';

const outside = ground();
afterAll(() => outside.clear());

const diskMiB = 16;

/** What is tried while the disk has only so much left; each gives the name under which it is found again. */
const works: Readonly<Record<string, (live: Live, name: string, disk: string) => Promise<unknown>>> = {
  change: (live, name) => addNote(live, name, 'words of a note '.repeat(1500)),
  intake: (live, name) => intake(live, name, randomBytes(400_000)),
  backup: ({ vault }, name, disk) => backUp(vault, { destination: fileDestination(path.join(disk, `${name}.backup`), 'x') }),
};

test('at every level of a disk that fills up: what does not fit is refused, what was acknowledged is there, closing works, and with room again everything goes on', async ({
  skip,
}) => {
  const disk = path.join(outside.path, 'disk');
  mkdirSync(disk);
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${diskMiB}m`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return skip('no small disk can be mounted here: that takes root');
  }
  const at = ground(disk);
  try {
    const made = await smallVault(at, 'Full');
    await made.close();
    const { folder } = made;
    const levels = long ? 50 : 7;
    const acknowledged = { change: [] as string[], intake: [] as string[], backup: [] as string[] };
    const came = new Map<string, { tried: number; done: number; refused: Record<string, number> }>();
    for (let level = 0; level < levels; level++) {
      // From nothing left to six megabytes.
      const leftKiB = Math.floor((level / (levels - 1)) ** 2 * 6144);
      const live = await reopened(at, folder);
      const { bavail, bsize } = statfsSync(disk);
      writeFileSync(path.join(disk, 'filler'), Buffer.alloc(Math.max(0, bavail * bsize - leftKiB * 1024)));
      for (const work of ['change', 'intake', 'backup'] as const) {
        const count = came.get(work) ?? { tried: 0, done: 0, refused: {} };
        came.set(work, count);
        count.tried++;
        const name = `${work} ${level}`;
        try {
          await works[work]?.(live, name, disk);
          acknowledged[work].push(name);
          count.done++;
        } catch (thrown) {
          if (!(thrown instanceof Refused)) throw thrown;
          count.refused[thrown.failure.code] = (count.refused[thrown.failure.code] ?? 0) + 1;
        }
      }
      // Closed while it is full; then somebody makes room.
      await live.close();
      rmSync(path.join(disk, 'filler'));
      expect(await cordonVerify(at, folder, 'here'), `${leftKiB} KiB left`).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
      const again = await reopened(at, folder);
      expect(again.vault.readOnly).toBeNull();
      const titles = new Set([...again.records.reading().all('note'), ...again.records.reading().all('evidence_item')].map(({ fields }) => fields.title));
      expect([...acknowledged.change, ...acknowledged.intake].filter((name) => !titles.has(name))).toEqual([]);
      expect([...titles].filter((title) => /^(change|intake) /.test(title)).length).toBe(acknowledged.change.length + acknowledged.intake.length);
      await addNote(again, `room again ${level}`);
      await again.close();
      for (const file of readdirSync(disk)) {
        expect(file, 'half a backup').not.toMatch(/\.tmp$/);
        if (file.endsWith('.backup')) {
          expect(acknowledged.backup).toContain(file.slice(0, -7));
          rmSync(path.join(disk, file));
        }
      }
    }
    printTable(
      `${levels} levels of a disk of ${diskMiB} MiB, from 0 to 6,144 KiB left`,
      [...came].map(([work, { tried, done, refused }]) => ({ during: work, tried, done, refused: JSON.stringify(refused) })),
    );
    for (const [work, { refused }] of came) expect(refused['disk-full'], work).toBeGreaterThan(0);
    for (const { refused } of came.values()) expect(Object.keys(refused)).toEqual(['disk-full']);
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}, 600_000);
