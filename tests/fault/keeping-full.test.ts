import { rmSync, statfsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { onSmallDisk } from '../../main/vault/small-disk.test-support.ts';
import { damageMet } from '../../main/vault/system-failure.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { ground, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { keepingWorks } from './keeping-works.ts';
import { printTable } from './seeded.ts';
import { addNote } from './work.ts';

const outside = ground();
afterAll(() => outside.clear());

const diskMiB = 24;
/** How much of the disk is left while each work is done, in KiB: in its midst, where it is refused after it has begun. CORDON_LEVELS=25 goes from nothing to what all of them fit in. */
const shortly: Readonly<Record<string, readonly number[]>> = { erasure: [2500], restore: [40], people: [4], remove: [4], passphrase: [4], drill: [30], 'take-up': [8] };
const most: Readonly<Record<string, number>> = { erasure: 9000, restore: 4000, people: 400, remove: 400, passphrase: 400, drill: 4000, 'take-up': 800 };
const levels = Number(process.env['CORDON_LEVELS'] ?? 0);
const levelsOf = (work: string): readonly number[] =>
  levels > 0 ? Array.from({ length: levels }, (_, level) => Math.floor((level / (levels - 1)) ** 2 * (most[work] ?? 0))) : (shortly[work] ?? []);
const only = process.env['CORDON_WORK'];

test('on a disk that fills up while content is erased, people and passphrases are changed, the recovery key is tried, a backup is restored or an older state taken up: done whole, or told and as it was', async ({
  skip,
}) => {
  await onSmallDisk(outside.path, diskMiB, skip, async (disk) => {
    const place = ground(disk);
    const made = await smallVault(place, 'Full');
    await addNote(made, 'there from the beginning');
    await made.close();
    const works = keepingWorks(place, made);
    const came = new Map<string, { tried: number; done: number; told: Record<string, number> }>();
    for (const work of Object.keys(shortly)) {
      if (only !== undefined && only !== work) continue;
      for (const [at, leftKiB] of levelsOf(work).entries()) {
        const name = `${work} ${at}: ${leftKiB}`;
        const count = came.get(work) ?? { tried: 0, done: 0, told: {} };
        came.set(work, count);
        count.tried++;
        const live = await works[work]?.ready(name);
        const filler = path.join(disk, 'filler');
        const { bavail, bsize } = statfsSync(disk);
        writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leftKiB * 1024)));
        let shown = '';
        try {
          await works[work]?.doing(live ?? null, name);
        } catch (error) {
          const thrown = damageMet(live?.vault.meaning(error) ?? error);
          if (!(thrown instanceof Refused)) throw new Error(name, { cause: error });
          shown = thrown.failure.code;
          if (shown === 'traces-left') expect(JSON.stringify(thrown.failure)).toContain('not enough space');
        }
        count.told[shown] = (count.told[shown] ?? 0) + 1;
        // Closed while it is full; then somebody makes room.
        await live?.close();
        rmSync(filler);
        const wrong: string[] = [];
        count.done += (await works[work]?.judged(name, shown, wrong)) ? 1 : 0;
        expect(wrong, name).toEqual([]);
        expect(['', 'disk-full', 'traces-left'], name).toContain(shown);
        expect(await cordonVerify(place, made.folder, 'here', `${made.folder}.key`), name).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
      }
    }
    printTable(
      `a disk of ${diskMiB} MiB that fills up while a vault is kept`,
      [...came].map(([work, { tried, done, told }]) => ({ during: work, 'KiB left': levelsOf(work).slice(-1).join(), tried, done, told: JSON.stringify(told) })),
    );
    for (const [work, { told }] of came) expect((told['disk-full'] ?? 0) + (told['traces-left'] ?? 0), work).toBeGreaterThan(0);
  });
}, 900_000);
