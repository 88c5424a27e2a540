import { Dexie, type EntityTable } from 'dexie';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { SlimRow } from '../../shared/contract/contract.ts';

export type WorkingSet = Dexie & { readonly rows: EntityTable<SlimRow, 'id'> };

/**
 * A working set in the memory of this page and nowhere else: Dexie over an IndexedDB made of plain objects. The browser's own would live in
 * another process and leave copies there after clearing.
 */
export function openWorkingSet(): WorkingSet {
  // Proof of the cast: `stores` below declares the table `rows` with the key `id`.
  const database = new Dexie('working-set', { indexedDB: new IDBFactory(), IDBKeyRange, chromeTransactionDurability: 'relaxed' }) as WorkingSet;
  database.version(1).stores({ rows: 'id' });
  return database;
}
