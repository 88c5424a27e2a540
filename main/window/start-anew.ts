import { lockReason } from '../../shared/contract/session-state.ts';
import type { LockReason } from '../../shared/contract/host.ts';

const word = '--locked-because=';

/** How the program is started again by itself, told why its vault was locked. */
export const wordsAnew = (words: readonly string[], because: LockReason): string[] => [...words.filter((one) => !one.startsWith(word)), `${word}${because}`];

/** Why the vault was locked when this program was started by the one before it; null where a person started it. */
export function lockedBefore(words: readonly string[]): LockReason | null {
  const said = words.findLast((one) => one.startsWith(word))?.slice(word.length);
  return lockReason.safeParse(said).data ?? null;
}

/** The program to start: an AppImage is mounted for as long as it runs, and is started by its own file. */
export const programAnew = (execPath: string, environment: Readonly<Record<string, string | undefined>>): string => environment['APPIMAGE'] ?? execPath;
