import { closeSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { PAGE } from './database.ts';
import type { Finding } from './finding.ts';
import { keysOf, wipeKeys, type Keys } from './keys.ts';
import { pageCheck } from './log-check.ts';
import { ceiling, stretch, withinLimits } from './passphrase.ts';
import { refuseStrangeFiles } from './plain-files.ts';
import { entropyOf } from './recovery-words.ts';
import { wipe } from './secret.ts';
import { openPersonSlot, openRecoverySlot, type Opened } from './slot.ts';
import { macOf, knownFormat, readSlots, slotsFiles, type Copy, type SlotsContent, type SlotsName } from './slots-file.ts';

export type UnlockKey = { readonly passphrase: Uint8Array } | { readonly recoveryWords: readonly string[] };

export interface Unlocked {
  readonly content: SlotsContent;
  readonly opened: Opened;
  readonly keys: Keys;
  /** Copies that have to be written again from `content`, and what was wrong with those that are not just older. */
  readonly heal: readonly SlotsName[];
  readonly notices: readonly Finding[];
}

type Read = Extract<Copy, { state: 'read' }>;

/** Both copies. Refuses `vault-not-found`, `vault-newer` or, when neither can be read, `vault-damaged`, `file-unreadable` where that is the drive's doing. Touches nothing. */
export function readCopies(folder: string): { read: readonly Read[]; unread: readonly Finding[] } {
  refuseStrangeFiles(folder);
  const copies = slotsFiles.map((name) => readSlots(folder, name));
  const newer = copies.find((copy) => copy.state === 'newer');
  if (newer?.state === 'newer') return refuse({ code: 'vault-newer', file: path.basename(folder), format: newer.format, known: knownFormat });
  if (copies.every((copy) => copy.state === 'missing')) return refuse({ code: 'vault-not-found', file: path.basename(folder) });
  const read = copies.filter((copy) => copy.state === 'read').sort((one, other) => other.content.generation - one.content.generation);
  const unread = copies.flatMap((copy) => (copy.state === 'missing' || copy.state === 'damaged' || copy.state === 'unread' ? [{ part: copy.name, what: copy.what }] : []));
  const silent = copies.find((copy) => copy.state === 'unread');
  if (read.length === 0 && silent?.state === 'unread') return refuse({ code: 'file-unreadable', file: silent.name, why: silent.why });
  if (read.length === 0) return refuse({ code: 'vault-damaged', file: 'slots.a, slots.b', part: unread.map(({ what }) => what).join('; ') });
  return { read, unread };
}

/**
 * Opens the slots with a passphrase or the recovery words. The valid copy with the higher generation decides who is let in, even when
 * only the older one knows the key: between writing one copy and the other, a person may have been removed. Refuses `wrong-passphrase`,
 * `wrong-recovery-key`, `slot-limits` and what `readCopies` refuses. Writes nothing.
 */
export async function unlock(folder: string, key: UnlockKey): Promise<Unlocked> {
  const { read, unread } = readCopies(folder);
  for (const copy of read) checkLimits(copy);
  // Of two copies of different vaults (a person may have both, under one passphrase), the one whose key fits the database has the word.
  const mixed = new Set(read.map(({ content }) => content.id)).size > 1;
  let strange = false;
  const guess = 'passphrase' in key ? passphraseGuess(key.passphrase) : wordsGuess(entropyOf(key.recoveryWords));
  try {
    for (const copy of read) {
      const opened = await guess.open(copy.content);
      if (!opened) continue;
      const keys = keysOf(opened.master, copy.content.id);
      const authentic = read.filter(({ content, mac }) => content.id === copy.content.id && macOf(content, keys.slotMac) === mac);
      const winner = authentic[0];
      // The copy that opened may be forged; then the one that is not has the word.
      const decisive = winner && (winner === copy ? opened : await guess.open(winner.content));
      if (!winner || !decisive || (mixed && !fitsDatabase(folder, keys.database))) {
        strange ||= Boolean(winner && decisive);
        wipeKeys(keys);
        continue;
      }
      const forged = read.filter((one) => !authentic.includes(one)).map(({ name }) => ({ part: name, what: 'it was not written by this vault: its MAC does not match' }));
      const heal = slotsFiles.filter((name) => !authentic.some((one) => one.name === name && one.content.generation === winner.content.generation));
      return { content: winner.content, opened: decisive, keys, heal, notices: [...unread, ...forged] };
    }
  } finally {
    guess.forget();
  }
  if (strange) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'it belongs to another vault than slots.a or slots.b' });
  return refuse('passphrase' in key ? { code: 'wrong-passphrase' } : { code: 'wrong-recovery-key', why: 'not-this-vault' });
}

/** Whether the first page of the database was written under this key; true where it is not there to be asked. */
function fitsDatabase(folder: string, key: Uint8Array): boolean {
  const page = Buffer.alloc(PAGE);
  let handle: number;
  try {
    handle = openSync(path.join(folder, 'vault.db'), 'r');
  } catch {
    return true;
  }
  try {
    return readSync(handle, page, 0, PAGE, 0) === PAGE && pageCheck(key, page)(page, 1);
  } finally {
    closeSync(handle);
  }
}

/**
 * The costs stand in the clear, where anybody can write: checked before any of them is paid. A wrong passphrase is tried on every slot, so all of them together
 * may cost no more than one at the ceiling: about 50 persons at a second each.
 */
function checkLimits({ name, content }: Read): void {
  let cost = 0;
  for (const slot of content.slots) {
    if (slot.kind !== 'person') continue;
    const { memoryMiB, passes } = slot.kdf;
    cost += memoryMiB * passes;
    if (!withinLimits(slot.kdf) || cost > ceiling.memoryMiB * ceiling.passes) refuse({ code: 'slot-limits', file: name, memoryMiB, passes });
  }
}

interface Guess {
  open(content: SlotsContent): Promise<Opened | null>;
  forget(): void;
}

/** Tries a passphrase on every person's slot; the costly hash is kept for the other copy, which usually holds the same slots. */
function passphraseGuess(passphrase: Uint8Array): Guess {
  const stretched = new Map<string, Buffer>();
  return {
    async open(content) {
      for (const slot of content.slots) {
        if (slot.kind !== 'person') continue;
        const { salt, memoryMiB, passes } = slot.kdf;
        const name = `${salt} ${memoryMiB} ${passes}`;
        const key = stretched.get(name) ?? (await stretch(passphrase, Buffer.from(salt, 'base64'), slot.kdf));
        stretched.set(name, key);
        const opened = openPersonSlot(slot, content.id, key);
        if (opened) return opened;
      }
      return null;
    },
    forget: () => stretched.forEach((key) => wipe(key)),
  };
}

function wordsGuess(entropy: Buffer): Guess {
  return {
    open: async (content) => {
      for (const slot of content.slots) {
        const opened = slot.kind === 'recovery' ? openRecoverySlot(slot, content.id, entropy) : null;
        if (opened) return opened;
      }
      return null;
    },
    forget: () => wipe(entropy),
  };
}
