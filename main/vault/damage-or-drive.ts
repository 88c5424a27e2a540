import Sqlite from 'better-sqlite3-multiple-ciphers';
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Refused } from '../../shared/failure/failure.ts';
import { openDatabase, PAGE, type Database } from './database.ts';
import { pageCheck } from './log-check.ts';
import { failureOf, gone } from './system-failure.ts';

/** As many as fit in a sentence; a damaged salt makes all of them fail. */
const most = 5;

/** The numbers of the first pages of a database whose HMAC does not match, and how many pages there are. Throws what the system says where they cannot be read. */
function damagedPages(handle: number, key: Uint8Array): { damaged: number[]; pages: number } {
  const pages = Math.floor(fstatSync(handle).size / PAGE);
  const page = Buffer.alloc(PAGE);
  readSync(handle, page, 0, 16, 0);
  const sound = pageCheck(key, page);
  const damaged: number[] = [];
  for (let number = 1; number <= pages && damaged.length <= most; number++) {
    if (readSync(handle, page, 0, PAGE, (number - 1) * PAGE) === PAGE && !sound(page, number)) damaged.push(number);
  }
  return { damaged, pages };
}

/**
 * What an error of SQLite that sounds like damage comes from. SQLite says the same of a page that was changed and of one that the drive did not give, and the two
 * ask for opposite things: a backup, or the drive. So every page is read again: those that are not authentic are named; where the drive gives nothing, or gives
 * now what it did not give before, that is said instead. Anything that is no such error comes back as it is. `check` asks SQLite itself (`quick_check`).
 */
export function damageOrDrive(error: unknown, read: { readonly handle: number; readonly key: Uint8Array; readonly check: () => string[] }): unknown {
  const damage = failureOf(error, 'vault.db', 'read');
  if (!isDamage(error) || damage?.code !== 'vault-damaged') return error;
  const unreadable = (why: string) => new Refused({ code: 'file-unreadable', file: damage.file, why });
  let found: ReturnType<typeof damagedPages>;
  try {
    found = damagedPages(read.handle, read.key);
  } catch {
    return unreadable(gone);
  }
  const { damaged, pages } = found;
  const named = damaged.slice(0, most).map((number) => `page ${number} of ${pages} is not authentic`);
  const withPages = new Refused({ ...damage, part: [damage.part, ...named, ...(damaged.length > most ? ['and others'] : [])].join('; ') });
  // The index of words may be wrong where every page is as it was written.
  if (damaged.length > 0 || error.code === 'SQLITE_CORRUPT_VTAB') return withPages;
  try {
    return read.check().length > 0
      ? withPages
      : unreadable('the drive failed to give a part of it, and gave it when it was asked again; lock the vault, open it again, and let it be verified');
  } catch {
    return withPages;
  }
}

/** Whether an error of SQLite sounds like damage: see `damageOrDrive`. */
export const isDamage = (error: unknown): error is InstanceType<typeof Sqlite.SqliteError> =>
  error instanceof Sqlite.SqliteError && failureOf(error, 'vault.db', 'read')?.code === 'vault-damaged';

/** The same for a database that nothing in this process has open. */
export function damageOrDriveAt(error: unknown, file: string, key: Uint8Array, addon: string | undefined): unknown {
  if (!(error instanceof Sqlite.SqliteError)) return error;
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (unopened) {
    return failureOf(unopened, 'vault.db', 'read') ? new Refused({ code: 'file-unreadable', file: 'vault.db', why: gone }) : error;
  }
  try {
    return damageOrDrive(error, { handle, key, check: () => checkAnew(file, key, addon) });
  } finally {
    closeSync(handle);
  }
}

function checkAnew(file: string, key: Uint8Array, addon: string | undefined): string[] {
  const db = openDatabase(file, key, { readonly: true, addon });
  try {
    return quickCheck(db);
  } finally {
    db.close();
  }
}

/** What SQLite finds wrong, nothing when it finds nothing. */
export const quickCheck = (db: Database): string[] =>
  db
    .prepare<[], string>('PRAGMA quick_check(1)')
    .pluck()
    .all()
    .filter((line) => line !== 'ok');
