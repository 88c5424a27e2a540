import type { Anchor } from './anchor.ts';
import { openDatabase } from './database.ts';
import type { Standing } from './journal.ts';
import { keysOf } from './keys.ts';
import { secret } from './secret.ts';
import { migrate } from './shape.ts';
import type { Unlocked } from './unlock.ts';

/** How far a vault lies behind what this computer knows of it. */
export interface Behind {
  /** Its own last entry. */
  readonly reached: number;
  /** The last entry that was known of it; null where that was of a later incarnation, whose entries are counted apart. */
  readonly known: number | null;
  /** Whether its database is of an older shape too: taking it up changes that first, and it has to be opened anew afterwards. */
  readonly olderShape: boolean;
}

/** By the anchor that is ahead. */
export const behindOf = (ahead: Anchor, standing: Standing, olderShape: boolean): Behind => ({
  reached: standing.size,
  known: ahead.incarnation === standing.incarnation && ahead.seq > standing.size ? ahead.seq : null,
  olderShape,
});

/** What stands in the history for ever, before the person's own reason. */
export const missingWords = ({ reached, known }: Pick<Behind, 'reached' | 'known'>): string =>
  `The record was taken up from an older state: entries after ${reached} are missing${known === null ? '' : ` (up to ${known}, as far as this computer knows)`}.`;

/** Brings the database that a session found behind its anchor, and left as it was, to the shape of today, after a copy of it was put beside it and read back. */
export function bringUp(file: string, key: Uint8Array, addon: string | undefined): void {
  const db = openDatabase(file, key, { addon });
  try {
    migrate(db, file, key, addon);
  } finally {
    db.close();
  }
}

/** The same keys once more, for a second session, which wipes its own at its end. */
export function ownKeys(unlocked: Unlocked): Unlocked {
  const { opened, content } = unlocked;
  const own = (key: Buffer) => {
    const copy = secret(key.length);
    copy.set(key);
    return copy;
  };
  const master = own(opened.master);
  return { ...unlocked, opened: { slot: opened.slot, master, seed: opened.seed && own(opened.seed), box: own(opened.box) }, keys: keysOf(master, content.id) };
}
