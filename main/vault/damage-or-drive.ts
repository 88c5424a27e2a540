import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { Refused } from '../../shared/failure/failure.ts';
import { PAGE } from './database.ts';
import { pageCheck } from './log-check.ts';

/** As many as fit in a sentence; a damaged salt makes all of them fail. */
const most = 5;

/** The numbers of the first pages of a database whose HMAC does not match, and how many pages there are. */
function damagedPages(file: string, key: Uint8Array): { damaged: number[]; pages: number } {
  const handle = openSync(file, 'r');
  try {
    const pages = Math.floor(fstatSync(handle).size / PAGE);
    const page = Buffer.alloc(PAGE);
    readSync(handle, page, 0, 16, 0);
    const sound = pageCheck(key, page);
    const damaged: number[] = [];
    for (let number = 1; number <= pages && damaged.length <= most; number++) {
      if (readSync(handle, page, 0, PAGE, (number - 1) * PAGE) === PAGE && !sound(page, number)) damaged.push(number);
    }
    return { damaged, pages };
  } finally {
    closeSync(handle);
  }
}

/**
 * The failure of opening the database in `file`, with the pages that are at fault where some are: SQLite says only that something is. Nothing may have the
 * file open. Anything but `vault-damaged` is given back as it is.
 */
export function withDamagedPages(thrown: unknown, file: string, key: Uint8Array): unknown {
  if (!(thrown instanceof Refused) || thrown.failure.code !== 'vault-damaged' || thrown.failure.file !== 'vault.db') return thrown;
  try {
    const { damaged, pages } = damagedPages(file, key);
    if (damaged.length === 0) return thrown;
    const named = damaged.slice(0, most).map((number) => `page ${number} of ${pages} is not authentic`);
    return new Refused({ ...thrown.failure, part: [thrown.failure.part, ...named, ...(damaged.length > most ? ['and others'] : [])].join('; ') });
  } catch {
    // The file cannot even be read: what was said first stands.
    return thrown;
  }
}
