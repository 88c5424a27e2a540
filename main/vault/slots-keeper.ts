import type { Changes } from './changes.ts';
import type { Database } from './database.ts';
import type { Finding } from './finding.ts';
import { readSlots, slotsFiles, writeSlots, type Slot, type SlotsContent, type SlotsName } from './slots-file.ts';

/** The list of slots as both copies hold it, and the one way to change it. */
export interface SlotsKeeper {
  readonly content: SlotsContent;
  /**
   * Changes who can open the vault: the entry that says so, then one copy, then the other, then the generation that the database expects. `work`
   * sees the list as the change before left it; changes wait for each other. Touches no data file. Refuses what writing refuses; then nobody's key has
   * changed, and the journal says that the change was cut off.
   */
  change<T>(work: (slots: readonly Slot[]) => Promise<SlotsChange<T>> | SlotsChange<T>): Promise<T>;
}

export interface SlotsChange<T> {
  readonly slots: readonly Slot[];
  /** Verb and content of the entry. */
  readonly verb: string;
  readonly image: object;
  readonly result: T;
}

interface KeeperSetting {
  readonly folder: string;
  readonly content: SlotsContent;
  readonly mac: Uint8Array;
  readonly changes: Changes;
  readonly notice: (finding: Finding) => void;
}

export function slotsKeeper({ folder, mac, changes, notice, ...setting }: KeeperSetting): SlotsKeeper {
  let content = setting.content;
  let tail: Promise<unknown> = Promise.resolve();

  async function change<T>(work: (slots: readonly Slot[]) => Promise<SlotsChange<T>> | SlotsChange<T>): Promise<T> {
    const { slots, verb, image, result } = await work(content.slots);
    const next: SlotsContent = { ...content, generation: content.generation + 1, slots: [...slots] };
    const { to } = await changes.change({ byRecovery: true }, (tx) => tx.append(entryOf(content.id, verb, { ...image, generation: next.generation })));
    try {
      for (const finding of putCopies(folder, next, mac)) notice(finding);
    } catch (error) {
      await changes.change({ byRecovery: true }, (tx) => tx.append(interruptedEntry(content, to)));
      throw error;
    }
    content = next;
    await changes.setHead({ generation: content.generation });
    return result;
  }

  return {
    get content() {
      return content;
    },
    change(work) {
      const run = tail.then(() => change(work));
      tail = run.catch(() => undefined);
      return run;
    },
  };
}

/** An entry of the vault's own. */
export const entryOf = (vault: string, verb: string, image: object) => ({ record: vault, kind: 'vault', shape: 1, verb, reason: null, image });

const interruptedEntry = (content: SlotsContent, entry: number) => entryOf(content.id, 'interrupted', { entry, generation: content.generation });

/**
 * Writes both copies. Once the first stands, the change is made: it decides at the next opening whatever becomes of the second, which is then named
 * and healed. Throws only while both copies are still as they were.
 */
function putCopies(folder: string, content: SlotsContent, mac: Uint8Array): Finding[] {
  const [first, second] = slotsFiles;
  try {
    writeSlots(folder, first, content, mac);
  } catch (error) {
    if (!stands(folder, first, content)) throw error;
  }
  try {
    writeSlots(folder, second, content, mac);
    return [];
  } catch {
    return stands(folder, second, content) ? [] : [{ part: second, what: 'it could not be written after a change of keys; the other copy holds it' }];
  }
}

function stands(folder: string, name: SlotsName, content: SlotsContent): boolean {
  const copy = readSlots(folder, name);
  return copy.state === 'read' && copy.content.generation === content.generation;
}

/**
 * After opening: brings the database's generation up to the slots', and says in the journal when a crash cut off a change of keys after its entry was
 * written. Then the keys are as they were before it.
 */
export async function settleSlots(reader: Database, content: SlotsContent, changes: Changes): Promise<void> {
  if (changes.standing.generation < content.generation) await changes.setHead({ generation: content.generation });
  const told = lastGeneration(reader, content.id);
  if (told && told.generation > content.generation) await changes.change({ byRecovery: true }, (tx) => tx.append(interruptedEntry(content, told.seq)));
}

/** The last entry that changed the slots, and the generation that it was to make. */
function lastGeneration(reader: Database, vault: string): { seq: number; generation: number } | null {
  const entries = reader.prepare<[string], { seq: number; image: Buffer | null }>("SELECT seq, image FROM journal WHERE record = ? AND kind = 'vault' ORDER BY seq DESC");
  for (const { seq, image } of entries.iterate(vault)) {
    // Proof of the cast: read as unknown and checked.
    const generation = image && (JSON.parse(image.toString()) as { record?: { generation?: unknown } }).record?.generation;
    if (typeof generation === 'number') return { seq, generation };
  }
  return null;
}
