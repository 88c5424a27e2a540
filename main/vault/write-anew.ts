import { statfsSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { atOnce } from './changes.ts';
import { clearCopy, copyDatabase } from './database-copy.ts';
import { openDatabase, PAGE, type Database } from './database.ts';
import { FRAME } from './log-check.ts';
import { failureOfSystem } from './system-failure.ts';

/** What the work keeps in memory, however large the database is. */
const cacheKiB = 16_384;
/** What the log and the copy take besides their pages. */
const besides = 4 * 1_048_576;

/**
 * Writes every page anew in its place, free ones too, so that nothing deleted is left in any of them, and empties the log. Whatever stops it leaves the database as it
 * was: what comes back does so in one transaction. Refuses `disk-full`, and `file-unwritable` while somebody still reads the log.
 *
 * VACUUM would do it at the price of the whole database in memory: its temporary file would be plain text (the library encrypts databases, journals and logs, and no
 * temporary files), so there are none (`temp_store=MEMORY`). So the rows go out into a copy under the same key, which is read back, and return from there.
 */
export function writeAnew(file: string, key: Buffer, addon: string | undefined): void {
  // A name that the next opening takes away (`sweepCopies`).
  const copy = `${file}.copy-anew.tmp`;
  clearCopy(copy);
  const db = openDatabase(file, key, { addon });
  try {
    // What is freed is overwritten with zeros, and a page that is used again begins with zeros.
    db.pragma('secure_delete=ON');
    db.pragma(`cache_size=-${cacheKiB}`);
    // Built anew from the words that are left: merging its parts would keep what no later part takes back.
    db.prepare("INSERT INTO fts(fts) VALUES ('rebuild')").run();
    // Its pages go to their places, so that the log begins anew and does not hold both.
    db.pragma('wal_checkpoint(PASSIVE)');
    const before = db.pragma('data_version', { simple: true });
    copyDatabase(file, key, addon, copy);
    db.prepare('ATTACH ? AS anew').run(copy);
    atOnce(db, () => {
      if (db.pragma('data_version', { simple: true }) !== before) throw new Error('somebody wrote to the database while it was being written anew');
      overwriteFreePages(db);
      bringRowsBack(db);
    });
    db.exec('DETACH anew');
    // Somebody still reads the log: it is left to the next opening.
    if (!cutLog(db)) refuse({ code: 'file-unwritable', file: `${path.basename(file)}-wal`, why: 'it is being read' });
  } finally {
    db.close();
    clearCopy(copy);
  }
}

const cutLog = (db: Database): boolean => (db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0;

/** Pages that were freed before may hold what they held: all of them are used once, and freed again. */
function overwriteFreePages(db: Database): void {
  const free = () => Number(db.pragma('main.freelist_count', { simple: true }));
  if (free() === 0) return;
  db.exec('CREATE TABLE main.filler(zeros BLOB)');
  const fill = db.prepare('INSERT INTO main.filler VALUES (zeroblob(?))');
  // Zeros that SQLite writes by itself: they are never in memory at once.
  for (let left = free(); left > 0; left = free()) fill.run(Math.min(left, 16_384) * (PAGE - 84));
  db.exec('DROP TABLE main.filler');
}

/** Empties every table and fills it from the copy, row for row. The index of words was built anew a moment ago: it stays, and so its triggers do not see this. */
function bringRowsBack(db: Database): void {
  const triggers = db.prepare<[], { name: string; sql: string }>("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger'").all();
  for (const { name } of triggers) db.exec(`DROP TRIGGER main."${name}"`);
  const tables = db.prepare<[], string>("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'").pluck();
  for (const table of tables.all()) {
    const rows = db.prepare<[], number>(`SELECT count(*) FROM anew."${table}"`).pluck().get();
    db.exec(`DELETE FROM main."${table}"`);
    // Not the usual ABORT: to take back this statement alone, SQLite would keep in memory what it overwrites.
    const { changes } = db.prepare(`INSERT OR ROLLBACK INTO main."${table}" SELECT * FROM anew."${table}"`).run();
    if (changes !== rows) throw new Error(`${changes} of ${rows ?? 0} rows of ${table} came back`);
  }
  for (const { sql } of triggers) db.exec(sql);
}

/** How much free space of the drive `writeAnew` takes at most, in bytes: the copy, and a log that holds every page. */
function roomWanted(reader: Database): number {
  const count = (name: string) => Number(reader.pragma(name, { simple: true }));
  const pages = count('page_count');
  return (pages - count('freelist_count')) * PAGE + pages * (PAGE + FRAME) + besides;
}

/** Refuses `disk-full`, with what it takes, where `folder` has no room to write its database anew; `file-unwritable` where it is not there any more. */
export function refuseWithoutRoom(folder: string, reader: Database): void {
  const [wanted, free] = [roomWanted(reader), freeOn(folder)];
  if (free < wanted) refuse({ code: 'disk-full', file: 'vault.db', room: { wanted, free } });
}

function freeOn(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch (error) {
    return failureOfSystem(error, path.basename(folder));
  }
}
