import { existsSync } from 'node:fs';
import path from 'node:path';
import { Refused } from '../../shared/failure/failure.ts';
import { clearAway, readWhole, replaceFile } from './durable-file.ts';
import type { Finding } from './finding.ts';
import { isStrange, notPlain } from './plain-files.ts';
import { sealBytes, unsealBytes } from './seal.ts';

/** Its name in the folder, beside vault.db (docs/vault-format.md). */
export const draftsFile = 'vault.drafts';

/** Most bytes that are put aside: several of the longest forms. What is longer in a folder was not written by us. */
const longest = 48 * 1024 * 1024;

/**
 * Where drafts wait, sealed, while a long act holds the database: nothing else can be written to it before the act is over, and a crash meanwhile would take a
 * minute of typing along. One file, replaced whole. Only the writer of a vault uses it.
 */
export interface DraftsFile {
  /** What was put aside last; null where there is nothing, or nothing of this vault that can be read: that is a notice then, and never stops an opening. */
  read(): Uint8Array | null;
  /**
   * Puts this in the place of what was put aside. Durable when it comes back; false where it is too long for it. Refuses `disk-full`, `file-unwritable`, also where the
   * folder is not any more where it was opened.
   */
  keep(plain: Uint8Array): boolean;
  /** Takes it away, and what a crash may have left of it. A file that stays is out of date by what it says (main/records/drafts.ts). */
  clear(): void;
  /** Takes away what cannot be read as it should: after an erasure nobody may find what it held. */
  clearUnreadable(): void;
}

interface DraftsFileSetting {
  readonly folder: string;
  readonly vault: string;
  readonly key: Uint8Array;
  /** Refuses where the folder is not any more where it was opened, and once the vault is closed. */
  readonly mayWrite: () => void;
  readonly notice: (finding: Finding) => void;
}

const about = (vault: string): string => `cordon/1 drafts ${vault}`;

export function draftsFileIn({ folder, vault, key, mayWrite, notice }: DraftsFileSetting): DraftsFile {
  const file = path.join(folder, draftsFile);
  const clear = (): void => {
    clearAway(file);
    clearAway(`${file}.tmp`);
  };
  return {
    read() {
      clearAway(`${file}.tmp`);
      const { plain, problem } = readDraftsFile(folder, vault, key);
      if (problem !== null) notice({ part: draftsFile, what: problem });
      return plain;
    },
    keep(plain) {
      if (plain.length > longest) return false;
      mayWrite();
      replaceFile(file, sealBytes(plain, key, about(vault)));
      return true;
    },
    clear,
    clearUnreadable() {
      if (readDraftsFile(folder, vault, key).problem !== null) clear();
    },
  };
}

/** What was put aside in the folder of a vault, and what is wrong with it, if anything is: null and null where there is nothing. */
export function readDraftsFile(folder: string, vault: string, key: Uint8Array): { readonly plain: Uint8Array | null; readonly problem: string | null } {
  const file = path.join(folder, draftsFile);
  if (isStrange(file)) return { plain: null, problem: notPlain };
  if (!existsSync(file)) return { plain: null, problem: null };
  try {
    const sealed = readWhole(file, longest + 1024);
    if (sealed === null) return { plain: null, problem: null };
    const plain = unsealBytes(sealed, key, about(vault));
    return { plain, problem: plain === null ? 'what was typed last before the program ended cannot be read: it is damaged, or of another vault' : null };
  } catch (error) {
    if (!(error instanceof Refused) || error.failure.code !== 'file-unreadable') throw error;
    return { plain: null, problem: `what was typed last before the program ended cannot be read: ${error.failure.why}` };
  }
}
