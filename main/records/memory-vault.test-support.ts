import Database from 'better-sqlite3-multiple-ciphers';
import { createHash } from 'node:crypto';
import { changesOn } from '../vault/changes.ts';
import { firstShape } from '../vault/migrations/0001-first-shape.ts';

export function memoryVault(clock: () => { instant: number; zone: string }) {
  const db = new Database(':memory:');
  db.pragma('temp_store=MEMORY');
  db.exec(firstShape.sql);
  db.prepare("INSERT INTO head VALUES (1, 'v', 1, 1, 0, x'', zeroblob(32), 0, x'', x'')").run();
  let n = 0;
  const random = (bytes: number) => new Uint8Array(createHash('sha512').update(String(n++)).digest().subarray(0, bytes));
  const seal = (_: string, plain: Uint8Array) => plain;
  const changes = changesOn(db, { actor: 'Ada', clock, random, seal, readOnly: () => null, committed: () => undefined });
  return { reader: db, change: changes.change, changeInSlices: changes.changeInSlices, onCommit: changes.onCommit, seal, unseal: (_: string, sealed: Uint8Array) => sealed, random, clock };
}
