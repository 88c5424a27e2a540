import type { Transaction } from './changes.ts';
import type { Database } from './database.ts';

/** A backup that this vault knows of. */
export interface KnownBackup {
  /** The entry that says it was taken. */
  readonly entry: number;
  readonly file: string;
  readonly at: number;
  readonly by: string;
  readonly bytes: number;
  readonly sha256: string;
  /** It holds the vault up to this entry. */
  readonly upTo: number;
  readonly locked: boolean;
  /** When somebody said that no copy of it is left; null while it counts. */
  readonly destroyed: number | null;
  /** When its file was last read again and was, to the byte, what had been saved; null while that was never done. */
  readonly checked: number | null;
}

interface Row {
  readonly seq: number;
  readonly at: number;
  readonly actor: string;
  readonly verb: string;
  readonly image: Buffer;
}

/** Every backup that the history speaks of, newest first. */
export function knownBackups(db: Database, vault: string): KnownBackup[] {
  const rows = db
    .prepare<[string], Row>(
      "SELECT seq, at, actor, verb, image FROM journal WHERE record = ? AND verb IN ('backed-up', 'backup-destroyed', 'backup-checked') AND image IS NOT NULL ORDER BY seq DESC",
    )
    .all(vault);
  const destroyed = new Map<number, number>();
  const checked = new Map<number, number>();
  return rows.flatMap((row): KnownBackup[] => {
    // Proof of the casts: `main/exchange/back-up.ts`, `markDestroyed` and `markChecked` write these images, and `verify` re-hashes them.
    if (row.verb !== 'backed-up') {
      const { record } = JSON.parse(row.image.toString()) as { record: { entry: number } };
      const said = row.verb === 'backup-destroyed' ? destroyed : checked;
      // Newest first: what was said last counts.
      if (!said.has(record.entry)) said.set(record.entry, row.at);
      return [];
    }
    const { record } = JSON.parse(row.image.toString()) as { record: { file: string; bytes: number; sha256: string; seq: number; at: number; locked: boolean } };
    const { file, bytes, sha256, seq: upTo, at, locked } = record;
    return [{ entry: row.seq, file, at, by: row.actor, bytes, sha256, upTo, locked, destroyed: destroyed.get(row.seq) ?? null, checked: checked.get(row.seq) ?? null }];
  });
}

/** When the vault was made: the instant of its first entry. */
export const madeAt = (db: Database): number => db.prepare<[], number>('SELECT at FROM journal WHERE seq = 1').pluck().get() ?? 0;

/** Puts on record that no copy of a backup is left. Cordon cannot know; somebody says so, in their name. */
export function markDestroyed(tx: Transaction, vault: string, entry: number, reason: string): number {
  return tx.append({ record: vault, kind: 'vault', shape: 1, verb: 'backup-destroyed', reason, image: { entry } });
}

/** Puts on record that the file of a backup was read again, and is to the byte what was saved. */
export function markChecked(tx: Transaction, vault: string, entry: number): number {
  return tx.append({ record: vault, kind: 'vault', shape: 1, verb: 'backup-checked', reason: null, image: { entry } });
}
