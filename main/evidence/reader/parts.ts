/** A file that lies inside another: an attachment, a message of a mailbox, a file of an archive. */
export interface Part {
  /** As the container calls it, with forward slashes; never a way out of it. */
  readonly name: string;
  readonly bytes: Uint8Array;
}
/** What a container says it holds and does not give up, and why. */
export interface RefusedPart {
  readonly name: string;
  readonly why: string;
}
export interface Parts {
  readonly parts: readonly Part[];
  readonly refused: readonly RefusedPart[];
}
export const noParts: Parts = { parts: [], refused: [] };

/**
 * What a container may unfold into (ASVS 5.2.3). Far above what mail and office people send each other, far below what a job may hold. `ratio` counts
 * above a megabyte only: an empty spreadsheet shrinks to nothing.
 */
export const unfolding = { files: 5_000, oneFile: 96 * 1024 * 1024, allFiles: 192 * 1024 * 1024, ratio: 1_000, depth: 5 } as const;

/**
 * The same for an archive that is too large to be held whole: its files are taken out one after the other, so all of them together may be as many bytes as a volume
 * of evidence has, and one of them no more than a job and the process beside it hold at once.
 */
export const streamed = { oneFile: 32 * 1024 * 1024, allFiles: 8 * 1024 * 1024 * 1024, directory: 4 * 1024 * 1024 } as const;

/** Thrown where a container would unfold into more than that; its words are why. */
export class Bomb extends Error {}

/** A name as it may stand in a list of files: controls and the mark that turns writing round (used to hide endings) are dropped. */
export function shownName(name: string): string {
  return (
    name
      .replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '')
      .slice(0, 500)
      .trim() || 'without a name'
  );
}

/** Why the name of a part is refused, or null: one that leads out of the container's own folder (CWE-22), whatever the system it was made for. */
export function leadsOut(name: string): string | null {
  const plain = name.replaceAll('\\', '/');
  if (plain.startsWith('/') || /^[a-z]:/i.test(plain)) return 'its name begins at the root of a disk';
  if (plain.split('/').includes('..')) return 'its name leads out of the archive';
  return plain.includes('\0') ? 'its name holds a zero byte' : null;
}
