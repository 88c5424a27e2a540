import Sqlite from 'better-sqlite3-multiple-ciphers';
import { closeSync, openSync, readSync } from 'node:fs';
import { refuse } from '../../shared/failure/failure.ts';

export type Database = Sqlite.Database;

/** SQLite's own default, and the one SQLCipher 4 uses: part of the format. */
export const PAGE = 4096;
const cacheKiB = 65_536;

export interface Opening {
  readonly readonly?: boolean;
  readonly create?: boolean;
  readonly addon?: string | undefined;
}

/** Whether `file` starts like a database without encryption. Such a file is never ours, and opening it with a key would not say so. */
function isPlain(file: string): boolean {
  const handle = openSync(file, 'r');
  try {
    const start = Buffer.alloc(15);
    readSync(handle, start, 0, 15, 0);
    return start.toString('latin1') === 'SQLite format 3';
  } finally {
    closeSync(handle);
  }
}

/**
 * A connection to the encrypted database. Every setting is per connection and made again on every open: without `legacy=4` the format is
 * not SQLCipher's, WAL files come up as NORMAL, and temporary files would hold plain text. Refuses `folder-not-safe` where WAL does not
 * hold (network folders); throws SqliteError SQLITE_NOTADB for a wrong key.
 */
export function openDatabase(file: string, key: Uint8Array, { readonly = false, create = false, addon }: Opening): Database {
  // A raw key of another length would be taken for a passphrase, and an empty one would make a plain file. No error in either case.
  if (key.length !== 32) throw new RangeError('the database key has 32 bytes');
  if (!create && isPlain(file)) refuse({ code: 'vault-damaged', file: 'vault.db', part: 'it is not encrypted' });
  const db = new Sqlite(file, { readonly, fileMustExist: !create, timeout: 5000, ...(addon === undefined ? {} : { nativeBinding: addon }) });
  try {
    db.pragma("cipher='sqlcipher'");
    db.pragma('legacy=4');
    const raw = Buffer.concat([Buffer.from('raw:'), key]);
    db.key(raw);
    raw.fill(0);
    if (create) db.pragma(`page_size=${PAGE}`);
    db.prepare('SELECT count(*) FROM sqlite_master').get();
    if (!readonly && db.pragma('journal_mode=WAL', { simple: true }) !== 'wal')
      refuse({ code: 'folder-not-safe', file: 'vault.db', why: 'write-ahead logging does not hold here' });
    db.pragma('synchronous=FULL');
    db.pragma('temp_store=MEMORY');
    db.pragma('trusted_schema=OFF');
    db.pragma('foreign_keys=ON');
    db.pragma(`cache_size=-${cacheKiB}`);
    // The log never keeps frames of an earlier round behind its end, so each of its bytes can be checked (log-check.ts).
    if (!readonly) db.pragma('journal_size_limit=0');
    if (process.platform === 'darwin') db.pragma('fullfsync=ON');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
