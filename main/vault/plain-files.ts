import { lstatSync, readdirSync, type Dirent, type Stats } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';

const entriesOf = (folder: string): Dirent[] => {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // It is not there, or not ours to read: whoever opens a file in it says so.
    return [];
  }
};

export const notPlain = 'it is a link, a pipe or a folder where a plain file belongs';

/**
 * Refuses `vault-damaged` for a folder in which anything but plain files and folders stands: a link would make us read, or write, somewhere else, and a pipe
 * would make us wait for ever. Vaults come from other people, in archives that keep both. Called before any file of the folder is opened.
 */
export function refuseStrangeFiles(folder: string): void {
  for (const parent of [folder, path.join(folder, 'blobs')])
    for (const entry of entriesOf(parent)) {
      const inBlobs = parent !== folder;
      const isPlace = entry.isDirectory() && (inBlobs || entry.name === 'blobs');
      // Names that mean nothing to us are somebody's own business, as long as they are plain.
      if (isPlace || entry.isFile() || (entry.isDirectory() && !meant.test(entry.name))) continue;
      refuse({ code: 'vault-damaged', file: entry.name, part: notPlain });
    }
}

/** The names by which files are opened (docs/vault-format.md). */
const meant = /^(slots\.[ab].*|vault\.db.*|anchor.*|checkpoint.*|lock)$/;

/**
 * Refuses `folder-not-safe` where a file that is written in its place stands somewhere else too, as a hard link: some programs make snapshots and save space that way,
 * and each change here would change it there, in what somebody takes for a backup. A copy of the folder has files of its own.
 */
export function refuseSharedFiles(folder: string): void {
  for (const file of ['vault.db', 'vault.db-wal', 'anchor']) {
    const links = lstatSync(path.join(folder, file), { throwIfNoEntry: false })?.nlink ?? 1;
    if (links > 1)
      refuse({
        code: 'folder-not-safe',
        file: path.basename(folder),
        why: `its ${file} is also kept somewhere else (as a hard link, which some programs make for snapshots), and what is written here would change it there too`,
      });
  }
}

/** Whether a file can be opened without leaving the folder or waiting: false for a link, a pipe, a folder, and where nothing stands. */
export const isPlainFile = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether something stands there that is no plain file. A link that leads nowhere is such a thing too. */
export const isStrange = (file: string): boolean => lstatSync(file, { throwIfNoEntry: false })?.isFile() === false;

/** Whether what stands somewhere is the very file that is held, and no copy of it. */
export const isSameFile = (there: Stats | undefined, held: Stats): boolean => there?.ino === held.ino && there.dev === held.dev;
