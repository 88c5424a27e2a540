import { existsSync, rmSync } from 'node:fs';
import { atOnce } from './changes.ts';
import { openDatabase, type Database } from './database.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { migrations, type Migration } from './migrations/list.ts';

export const shapeOf = (db: Database): number => Number(db.pragma('user_version', { simple: true }));

/**
 * Brings the database to the newest shape, all steps in one transaction. Before touching a database that holds anything, puts a copy
 * beside it (`vault.db.shape-N`) and reads the copy back; refuses `vault-damaged` when the copy is not whole.
 */
export function migrate(db: Database, file: string, key: Uint8Array, addon: string | undefined, steps: readonly Migration[] = migrations): void {
  const from = shapeOf(db);
  const missing = steps.filter(({ shape }) => shape > from);
  if (missing.length === 0) return;
  if (from > 0) keepCopy(db, `${file}.shape-${from}`, key, addon);
  atOnce(db, () => {
    for (const { sql, shape } of missing) {
      db.exec(sql);
      db.pragma(`user_version=${shape}`);
    }
  });
}

function keepCopy(db: Database, copy: string, key: Uint8Array, addon: string | undefined): void {
  if (existsSync(copy)) rmSync(copy);
  db.prepare('VACUUM INTO ?').run(copy);
  const read = openDatabase(copy, key, { addon });
  try {
    const sound = read.pragma('integrity_check', { simple: true }) === 'ok';
    const [copied, kept] = [read, db].map((one) => one.prepare<[], number>('SELECT size FROM head').pluck().get());
    if (!sound || copied !== kept) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'the copy made before a change of shape' });
  } finally {
    read.close();
  }
}
