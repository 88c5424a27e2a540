import Sqlite from 'better-sqlite3-multiple-ciphers';
import { Refused, refuse, type Failure } from '../../shared/failure/failure.ts';

function codeOf(error: unknown): string {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return '';
  // Node names no code for some errors of deleting (seen: EIO).
  return error.code === '' && 'syscall' in error ? 'EIO' : error.code;
}

/** Codes of a folder or disk that cannot be written to, not now and not later. */
export const readOnlyCodes: ReadonlySet<string> = new Set(['EROFS', 'EACCES', 'EPERM']);

/** Node says which call failed, so that a read is never told as something that could not be written. */
const isReading = (error: unknown): boolean => error instanceof Error && 'syscall' in error && /^(read|scandir|fstat|lstat)$/.test(String(error.syscall));

/** Why nothing can be had from a drive that does not answer. */
export const gone = 'the drive does not answer, or was taken out; connect it and open the vault again';
/** The same of reading. */
const noReading: Readonly<Record<string, string>> = { EACCES: 'you are not allowed to read it', EPERM: 'you are not allowed to read it' };
const words: Readonly<Record<string, string>> = {
  EACCES: 'you are not allowed to write there',
  EPERM: 'you are not allowed to write there',
  EROFS: 'the drive is read-only',
  SQLITE_READONLY: 'the drive is read-only',
  SQLITE_PERM: 'you are not allowed to write there',
  EIO: gone,
  ENODEV: gone,
  ENXIO: gone,
  ESTALE: gone,
  ENOTCONN: gone,
  SQLITE_IOERR: gone,
  SQLITE_CANTOPEN: 'it is not there any more; the drive may have been taken out, or the folder moved',
  ENOENT: 'it is not there any more; the drive may have been taken out, or the folder moved',
  EISDIR: 'a folder stands in its place',
  ENOTDIR: 'a file stands in the place of its folder',
  ELOOP: 'a link stands in its place',
  ENAMETOOLONG: 'its name is too long',
  EBUSY: 'another program holds it',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
};

/** What an error code means, for somebody who knows none. SQLite's longer codes say in which step; the first words say what. */
const inWords = (code: string): string => words[code] ?? words[/^SQLITE_[A-Z]+/.exec(code)?.[0] ?? ''] ?? code;

/** Turns an error of the file system or of SQLite into the failure it is; rethrows what is a bug. */
export function failureOfSystem(error: unknown, file: string, doing: 'read' | 'write' = 'write'): never {
  const code = codeOf(error);
  if (code === 'ENOSPC' || code === 'EDQUOT' || code === 'SQLITE_FULL') return refuse({ code: 'disk-full', file });
  if (error instanceof Sqlite.SqliteError) {
    if (/^SQLITE_(NOTADB|CORRUPT)/.test(code)) return refuse({ code: 'vault-damaged', file, part: error.message });
    // A page whose HMAC does not match shows as an I/O error too, so a failed read is damage; a failed write is not.
    if (/^SQLITE_IOERR_(READ|SHORT_READ|DATA|AUTH)|^SQLITE_IOERR$/.test(code)) return refuse({ code: 'vault-damaged', file, part: error.message });
    if (/^SQLITE_(IOERR|READONLY|CANTOPEN|PERM)/.test(code)) return refuse({ code: 'file-unwritable', file, why: inWords(code) });
  } else if (/^E[A-Z]+$/.test(code)) {
    return doing === 'read' || isReading(error)
      ? refuse({ code: 'file-unreadable', file, why: noReading[code] ?? inWords(code) })
      : refuse({ code: 'file-unwritable', file, why: inWords(code) });
  }
  throw error;
}

/** The failure that something thrown is, whether of the system or refused already; null for a bug. */
export function failureOf(error: unknown, file: string, doing: 'read' | 'write' = 'write'): Failure | null {
  try {
    return failureOfSystem(error, file, doing);
  } catch (thrown) {
    return thrown instanceof Refused ? thrown.failure : null;
  }
}

/** Whether something thrown comes from the system or was refused because of it, and is no bug. */
export const isOfSystem = (error: unknown): boolean => failureOf(error, '') !== null;

/** Does what is worth no failure of its own: where the system refuses it, it is left. */
export function asFarAsItGoes(step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!isOfSystem(error)) throw error;
  }
}

/**
 * For the edges: a page that turns out to be damaged while a question is answered is a failure of the vault, whoever asked. Anything else that was thrown is
 * given back as it is.
 */
export function damageMet(thrown: unknown): unknown {
  if (!(thrown instanceof Sqlite.SqliteError)) return thrown;
  try {
    return failureOfSystem(thrown, 'vault.db', 'read');
  } catch (met) {
    return met instanceof Refused && met.failure.code === 'vault-damaged' ? met : thrown;
  }
}
