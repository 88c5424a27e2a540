import { execFileSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import path from 'node:path';

/** Runs on a disk of its own of so many mebibytes, in a new folder of `within`, or says why there is none. `resize` makes it as large as is said. */
export async function onSmallDisk(
  within: string,
  mebibytes: number,
  skip: (why: string) => void,
  work: (disk: string, resize: (mebibytes: number) => void) => Promise<void>,
): Promise<void> {
  const disk = mkdtempSync(path.join(within, 'disk-'));
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${mebibytes}m`, 'tmpfs', disk], { stdio: 'ignore' });
  } catch {
    return skip('no small disk can be mounted here: that takes root');
  }
  try {
    await work(disk, (other) => execFileSync('mount', ['-o', `remount,size=${other}m`, disk]));
  } finally {
    execFileSync('umount', ['-l', disk]);
  }
}
