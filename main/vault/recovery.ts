import { refuse } from '../../shared/failure/failure.ts';
import type { Changes } from './changes.ts';
import type { Database } from './database.ts';
import { entropyOf } from './recovery-words.ts';
import { wipe } from './secret.ts';
import { openRecoverySlot } from './slot.ts';
import { entryOf } from './slots-keeper.ts';
import type { RecoverySlot, Slot, SlotsContent } from './slots-file.ts';

/** What is known of the recovery key, without the words. */
export interface RecoveryStanding {
  /** What is printed on the sheet and shown by the program, so that an old sheet can be told from the one that counts. */
  readonly sheet: string;
  /** When its words were last shown to be readable: typed back from the paper. Null until then. */
  readonly confirmedAt: number | null;
  /** When a copy of the vault was last opened with it and found whole. */
  readonly drilledAt: number | null;
}

/** The verbs under which the journal keeps what was proved about the recovery key. */
export const recoveryVerbs = { confirmed: 'recovery-confirmed', drilled: 'recovery-drilled' } as const;

const isRecovery = (slot: Slot): slot is RecoverySlot => slot.kind === 'recovery';
const recoverySlotOf = (content: SlotsContent) => content.slots.find(isRecovery) ?? refuse({ code: 'misuse', why: 'this vault has no recovery key' });

/** `3F9A-77C2`: the first digits of the slot's id, which is random and opens nothing. */
export const sheetName = (slot: string): string => `${slot.slice(0, 4)}-${slot.slice(4, 8)}`.toUpperCase();

export function recoveryStanding(reader: Database, content: SlotsContent): RecoveryStanding | null {
  const slot = content.slots.find(isRecovery);
  if (!slot) return null;
  const entries = reader.prepare<[string, string], { at: number; image: Buffer | null }>(
    "SELECT at, image FROM journal WHERE record = ? AND kind = 'vault' AND verb = ? ORDER BY seq DESC",
  );
  const last = (verb: string, also = '') => entries.all(content.id, verb).find(({ image }) => image?.includes(`"${slot.id}"`) && image.includes(also))?.at ?? null;
  return { sheet: sheetName(slot.id), confirmedAt: last(recoveryVerbs.confirmed), drilledAt: last(recoveryVerbs.drilled, '"ok":true') };
}

/** Whether these are the words of this vault: its recovery slot is really opened. Refuses `wrong-recovery-key`. */
export function checkRecoveryWords(content: SlotsContent, words: readonly string[]): RecoverySlot {
  const slot = recoverySlotOf(content);
  const entropy = entropyOf(words);
  const opened = openRecoverySlot(slot, content.id, entropy);
  wipe(entropy);
  if (!opened) return refuse({ code: 'wrong-recovery-key', why: 'not-this-vault' });
  wipe(opened.master);
  wipe(opened.box);
  return slot;
}

/** Puts on record what was proved about the recovery key. */
export async function recordRecovery(changes: Changes, content: SlotsContent, verb: (typeof recoveryVerbs)[keyof typeof recoveryVerbs], facts: object = {}): Promise<void> {
  const { id } = recoverySlotOf(content);
  await changes.change({}, (tx) => tx.append(entryOf(content.id, verb, { slot: id, sheet: sheetName(id), ...facts })));
}
