import type { Database } from './database.ts';
import { writeRecord, type Place } from './test-vault.ts';
import { unlock } from './unlock.ts';
import type { Vault } from './vault.ts';

/** Words that were in it once and are in no row any more, and one that is. */
export const [gone, kept] = ['qxgonebassoonqx', 'qxkepttubaqx'] as const;

/** A vault with rows of all sizes, a quarter of its pages free, and words of what was deleted in free pages, in gaps of pages that are used, and in the index. */
export async function usedVault(place: Place, name: string): Promise<{ vault: Vault; folder: string; key: Buffer }> {
  const { vault, folder } = await place.make(name);
  const { keys } = await unlock(folder, { passphrase: place.passphrase });
  for (let round = 0; round < 6; round++)
    await vault.change({}, (tx) => {
      for (let at = 0; at < 30; at++) writeRecord(tx, `r${round}-${at}`, `Title ${at}`, `${kept} ${gone} `.repeat(1 + ((at * 7) % 90)));
    });
  await vault.change({}, (tx) => {
    const ids = tx.db.prepare<[], string>('SELECT id FROM record ORDER BY id').pluck().all();
    for (const [index, id] of ids.entries()) {
      if (index % 3 === 0) tx.db.prepare('DELETE FROM search_text WHERE record = ?').run(id);
      if (index % 3 === 0) tx.db.prepare('DELETE FROM record WHERE id = ?').run(id);
      else writeRecord(tx, id, `Title ${index}`, `${kept} `.repeat(1 + ((index * 5) % 70)));
    }
    tx.db.prepare('UPDATE journal SET image = NULL, salt = NULL').run();
  });
  return { vault, folder, key: keys.database };
}

/** Every row of every table but those of the index, in its order. */
export function rowsOf(db: Database): Record<string, unknown[]> {
  const tables = db.prepare<[], string>("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'fts%' ORDER BY name").pluck().all();
  return Object.fromEntries(tables.map((table) => [table, db.prepare(`SELECT * FROM "${table}"`).all()]));
}
