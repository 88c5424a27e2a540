import { lstatSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Refused } from '../../shared/failure/failure.ts';
import { takeLock } from './lock.ts';
import { isPlainFile } from './plain-files.ts';
import { isOfSystem } from './system-failure.ts';

/** What a place is for, which its name ends in: a vault that is being made or restored, a drill, the reading of what cannot be written to. */
export type Purpose = 'tmp' | 'drill' | 'reading';

export interface WorkPlace {
  readonly path: string;
  /** Takes it away, with everything in it. */
  leave(): void;
}

/** Places of this process: asking for a lock that one holds itself would drop it. */
const own = new Set<string>();

/**
 * A folder for one piece of work, named after `beside` and standing next to it. Its lock is held until it is left, so that a killed program's place can be told
 * from one at work: `sweepPlaces`. Refuses `disk-full`, `file-unwritable`.
 */
export function workPlace(beside: string, purpose: Purpose, random: (bytes: number) => Uint8Array, addon: string | undefined): WorkPlace {
  const place = `${path.resolve(beside)}.${Buffer.from(random(4)).toString('hex')}.${purpose}`;
  mkdirSync(place, { recursive: true, mode: 0o700 });
  own.add(place);
  const leave = (release?: () => void) => {
    release?.();
    own.delete(place);
    try {
      rmSync(place, { recursive: true, force: true });
    } catch (error) {
      // On a drive that will not even do that it stays for the next time; what went wrong first is what is told.
      if (!isOfSystem(error)) throw error;
    }
  };
  try {
    const lock = takeLock(place, addon);
    return { path: place, leave: () => leave(lock?.release) };
  } catch (error) {
    leave();
    throw error;
  }
}

/** What lies in a place of ours besides its lock: the vault that is made, or what belongs to reading and to a machine of its own. */
const within = (name: string, beside: string) => /^(lock|vault|state|vault\.db.*)$/.test(name) || name === path.basename(beside);

/**
 * Takes away what programs that were killed had left beside `beside`, and gives the names. Only what is surely such a place: by its name, by its lock which nobody
 * holds, and by holding nothing else than such a place does. What cannot be taken away stays for the next time.
 */
export function sweepPlaces(beside: string, purposes: readonly Purpose[], addon: string | undefined): string[] {
  const folder = path.dirname(path.resolve(beside));
  const start = `${path.basename(beside)}.`;
  const cleared: string[] = [];
  for (const name of namesIn(folder)) {
    const place = path.join(folder, name);
    const rest = name.startsWith(start) ? /^[0-9a-f]{8}\.(tmp|drill|reading)$/.exec(name.slice(start.length)) : null;
    if (!purposes.some((purpose) => purpose === rest?.[1]) || own.has(place) || !isAbandoned(place, beside, addon)) continue;
    try {
      rmSync(place, { recursive: true });
      cleared.push(name);
    } catch (error) {
      if (!isOfSystem(error)) throw error;
    }
  }
  return cleared;
}

function isAbandoned(place: string, beside: string, addon: string | undefined): boolean {
  if (!lstatSync(place, { throwIfNoEntry: false })?.isDirectory()) return false;
  const names = namesIn(place);
  // Killed before it had its lock.
  if (names.length === 0) return true;
  if (!isPlainFile(path.join(place, 'lock')) || !names.every((name) => within(name, beside))) return false;
  try {
    const lock = takeLock(place, addon);
    lock?.release();
    return lock !== null;
  } catch (error) {
    if (error instanceof Refused || isOfSystem(error)) return false;
    throw error;
  }
}

/** The names in a folder; none where it cannot be read. */
function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    if (!isOfSystem(error)) throw error;
    return [];
  }
}
