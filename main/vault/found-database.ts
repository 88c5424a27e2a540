import { chmodSync, copyFileSync, existsSync, readSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { PAGE, type Database } from './database.ts';
import type { Finding } from './finding.ts';
import { checkLogOf, pageCheck } from './log-check.ts';
import { knownShape } from './migrations/list.ts';
import { strangeSchema } from './schema-check.ts';
import { shapeOf } from './shape.ts';
import type { VaultSetting } from './vault.ts';
import { sweepPlaces, workPlace } from './work-place.ts';

/** Where the database is opened: in the vault's folder, or, when that cannot be written to (WAL needs to), as a copy in the state folder. */
export function placeOf(folder: string, id: string, { stateFolder, random, sqliteAddon }: VaultSetting, writable: boolean): { file: string; forget: () => void } {
  const file = path.join(folder, 'vault.db');
  if (writable) return { file, forget: () => undefined };
  const beside = path.join(stateFolder, id);
  sweepPlaces(beside, ['reading'], sqliteAddon);
  const { path: place, leave } = workPlace(beside, 'reading', random, sqliteAddon);
  for (const end of ['', '-wal'])
    if (existsSync(file + end)) {
      copyFileSync(file + end, path.join(place, `vault.db${end}`));
      chmodSync(path.join(place, `vault.db${end}`), 0o600);
    }
  return { file: path.join(place, 'vault.db'), forget: leave };
}

/**
 * The log as a crash left it, checked before SQLite reads it and forgets what does not match. The pages that it will replace are checked
 * too: afterwards nobody could tell that they had been changed.
 */
export function noticesOfLog(file: string, handle: number, key: Uint8Array): Finding[] {
  const log = checkLogOf(file);
  if (!log) return [];
  const { problem, pages } = log;
  const notices = problem === null ? [] : [{ part: 'vault.db-wal', what: problem }];
  const page = Buffer.alloc(PAGE);
  readSync(handle, page, 0, 16, 0);
  const sound = pageCheck(key, page);
  for (const number of pages) {
    const read = readSync(handle, page, 0, PAGE, (number - 1) * PAGE);
    if (read > 0 && !(read === PAGE && sound(page, number))) notices.push({ part: 'vault.db', what: `page ${number} is not authentic; the log holds a newer one` });
  }
  return notices;
}

/** Closes a database that was only looked at, and leaves no file behind that was not there. */
export function leaveAsFound(reader: Database, file: string, existed: readonly string[]): void {
  reader.close();
  for (const side of ['-wal', '-shm']) if (!existed.includes(side) && existsSync(file + side) && (side === '-shm' || statSync(file + side).size === 0)) rmSync(file + side);
}

/** Refuses a database of a newer program. */
function refuseNewer(reader: Database, file: string, existed: readonly string[]): void {
  const shape = shapeOf(reader);
  if (shape <= knownShape) return;
  leaveAsFound(reader, file, existed);
  refuse({ code: 'vault-newer', file: 'vault.db', format: shape, known: knownShape });
}

/** Refuses a database of a newer program, and one whose tables are not those that this program makes. Nothing is made anew in a file that was emptied: that it was is what has to be seen. */
export function refuseStrange(reader: Database, file: string, existed: readonly string[], addon: string | undefined): void {
  refuseNewer(reader, file, existed);
  const strange = shapeOf(reader) < 1 ? 'it is empty' : strangeSchema(reader, shapeOf(reader), addon);
  if (strange !== null) refuse({ code: 'vault-damaged', file: 'vault.db', part: strange });
}
