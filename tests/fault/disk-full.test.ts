import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statfsSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { backUp } from '../../main/exchange/back-up.ts';
import { fileDestination } from '../../main/exchange/file-destination.ts';
import { restoreFile } from '../../main/exchange/restore-backup.ts';
import { onSmallDisk } from '../../main/vault/small-disk.test-support.ts';
import { Refused } from '../../shared/failure/failure.ts';
import { ground, passphrase, reopened, smallVault } from './attacked-vault.ts';
import { cordonVerify } from './cordon-verify.ts';
import { entire, long, printTable } from './seeded.ts';
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

/** Leaves only so much of the disk, until the filler is removed. */
function fill(disk: string, leftBytes: number): { empty(): void } {
  const filler = path.join(disk, 'filler');
  const { bavail, bsize } = statfsSync(disk);
  writeFileSync(filler, Buffer.alloc(Math.max(0, bavail * bsize - leftBytes)));
  return { empty: () => rmSync(filler) };
}

test('at every level of a disk that fills up: what does not fit is refused, what was acknowledged is there, closing works, and with room again everything goes on', async ({
  skip,
}) => {
  await onSmallDisk(outside.path, diskMiB, skip, async (disk) => {
    const at = ground(disk);
    const made = await smallVault(at, 'Full');
    await made.close();
    const { folder } = made;
    const levels = entire ? 25 : long ? 10 : 7;
    const acknowledged = { change: [] as string[], intake: [] as string[], backup: [] as string[] };
    const came = new Map<string, { tried: number; done: number; refused: Record<string, number> }>();
    for (let level = 0; level < levels; level++) {
      // From nothing left to six megabytes.
      const leftKiB = Math.floor((level / (levels - 1)) ** 2 * 6144);
      const live = await reopened(at, folder);
      const filler = fill(disk, leftKiB * 1024);
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
      filler.empty();
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
  });
}, 600_000);

test('at the edge where a backup just fits or does not: it is whole under its name or not there at all, the failure is shown, and the vault is as it was', async ({ skip }) => {
  await onSmallDisk(outside.path, diskMiB, skip, async (disk) => {
    const at = ground(disk);
    const made = await smallVault(at, 'Edge');
    await intake(made, 'exhibit.bin', randomBytes(900_000));
    const { folder } = made;
    const target = path.join(disk, 'saved.cordon.tar');
    const backup = (live: Live) => backUp(live.vault, { destination: fileDestination(target, 'x') });
    const { bytes } = await backup(made);
    rmSync(target);
    await made.close();
    // While the archive is written the copy of the database lies beside it.
    const needs = bytes + statSync(path.join(folder, 'vault.db')).size;
    const pages = Array.from({ length: entire ? 33 : 9 }, (_, step) => (step - (entire ? 16 : 4)) * (entire ? 4096 : 16_384));
    const parts = Array.from({ length: entire ? 12 : long ? 6 : 4 }, (_, step) => -needs + Math.floor((step * needs) / (entire ? 12 : long ? 6 : 4)));
    const rows: { left: number; done: boolean; failure: string }[] = [];
    for (const off of [...parts, ...pages]) {
      const left = needs + off;
      const live = await reopened(at, folder);
      const before = live.records.reading().seq;
      const filler = fill(disk, left);
      const came = await backup(live).catch((thrown: unknown) => {
        if (thrown instanceof Refused) return thrown.failure;
        throw thrown;
      });
      const there = readdirSync(disk).filter((name) => !['Edge.cordon', 'Edge.cordon.key', 'state', 'passphrase', 'filler'].includes(name));
      const beside = readdirSync(folder).filter((name) => name.includes('copy-'));
      expect(beside, `${left} bytes left`).toEqual([]);
      filler.empty();
      if ('code' in came) {
        expect([came.code, there], `${left} bytes left`).toEqual(['disk-full', expect.toBeOneOf([[], [path.basename(target)]])]);
        // Where it is there all the same, only the entry about it found no room: then it is whole.
        expect(live.records.reading().seq).toBe(before);
      } else {
        expect(there).toEqual([path.basename(target)]);
        expect(createHash('sha256').update(readFileSync(target)).digest('hex')).toBe(came.sha256);
      }
      const kept = existsSync(target);
      // What stands under the name is a backup, whatever was said.
      if (kept) {
        const into = path.join(outside.path, `restored ${rows.length}.cordon`);
        const key = { passphrase: Buffer.from(passphrase) };
        const { report } = await restoreFile({ from: target, into, key }, outside.setting('elsewhere'));
        expect([report.findings, report.blobs]).toEqual([[], 1]);
        rmSync(into, { recursive: true });
        rmSync(target);
      }
      rows.push({ left, done: !('code' in came), failure: 'code' in came ? `${came.code}${kept ? ', saved but not entered in the history' : ''}` : '' });
      await live.close();
      expect(await cordonVerify(at, folder, 'here'), `${left} bytes left`).toMatchObject({ exit: 0, findings: [], freshness: 'fresh' });
    }
    const [fitted, failed] = [rows.filter(({ done }) => done), rows.filter(({ done }) => !done)];
    const edge = [Math.max(...failed.map(({ left }) => left)), Math.min(...fitted.map(({ left }) => left))] as const;
    printTable(
      `${rows.length} levels around the ${Math.round(needs / 1024)} KiB that a backup takes; the edge lies between ${edge.map((left) => Math.round(left / 1024)).join(' and ')} KiB left`,
      [
        { backups: 'whole and restored', count: fitted.length },
        ...[...new Set(failed.map(({ failure }) => failure))].map((failure) => ({ backups: failure, count: failed.filter((row) => row.failure === failure).length })),
      ],
    );
    expect(fitted.length).toBeGreaterThan(2);
    expect(failed.length).toBeGreaterThan(2);
  });
}, 600_000);
