import { randomBytes } from 'node:crypto';
import { closeSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import path from 'node:path';

/** A word that stands in one place of a vault and nowhere else, and every spelling in which it could lie about. */
export interface Canary {
  readonly of: string;
  readonly word: string;
  readonly spellings: readonly Buffer[];
}

/** Base64 of a word inside a longer text: what comes before it shifts it by 0, 1 or 2 bytes, and its ends mix with what is around them. */
function base64Inside(word: Buffer): Buffer[] {
  return [0, 1, 2].map((shift) => {
    const text = Buffer.concat([Buffer.alloc(shift), word])
      .toString('base64')
      .replace(/=+$/, '');
    return Buffer.from(text.slice(shift === 0 ? 0 : shift + 1, -1));
  });
}

/** One canary for each of `kinds`. All begin alike, with what no other program on this machine has, so that a scan looks for that beginning only. */
export function canaries<Kind extends string>(kinds: readonly Kind[]): Readonly<Record<Kind, Canary>> {
  const start = `zq${randomBytes(6).toString('hex')}`;
  const made = kinds.map((of) => {
    const word = `${start}${of.replaceAll(/[^a-z]/g, '')}${randomBytes(4).toString('hex')}`;
    const utf8 = Buffer.from(word);
    const utf16 = Buffer.from(word, 'utf16le');
    const hex = utf8.toString('hex');
    return [
      of,
      { of, word, spellings: [utf8, utf16, ...base64Inside(utf8), ...base64Inside(utf16), Buffer.from(hex), Buffer.from(hex.toUpperCase()), Buffer.from(hex, 'utf16le')] },
    ];
  });
  // Proof of the cast: one entry for each of `kinds`.
  return Object.fromEntries(made) as Record<Kind, Canary>;
}

/** How the canaries of one spelling begin, all of them. */
function commonStart(spellings: readonly Buffer[]): Buffer {
  const [first = Buffer.alloc(0)] = spellings;
  let length = 0;
  while (length < first.length && spellings.every((one) => one[length] === first[length])) length++;
  return first.subarray(0, length);
}

/** Looks for all canaries in bytes that come piece by piece; a canary may lie across two pieces. */
export function finder(wanted: readonly Canary[]): { look(piece: Buffer): void; readonly hits: ReadonlyMap<string, number> } {
  const starts = (wanted[0]?.spellings ?? []).map((_one, index) => commonStart(wanted.map(({ spellings }) => spellings[index] ?? Buffer.alloc(0))));
  const overlap = Math.max(...wanted.flatMap(({ spellings }) => spellings.map(({ length }) => length))) - 1;
  const hits = new Map<string, number>();
  let tail = Buffer.alloc(0);
  return {
    hits,
    look(piece) {
      const joined = tail.length > 0 ? Buffer.concat([tail, piece]) : piece;
      for (const [index, start] of starts.entries()) {
        for (let at = joined.indexOf(start); at !== -1; at = joined.indexOf(start, at + 1)) {
          const found = wanted.find(({ spellings }) => {
            const spelling = spellings[index];
            // What lies in the tail whole was counted with the piece before.
            return spelling !== undefined && at + spelling.length > tail.length && joined.subarray(at, at + spelling.length).equals(spelling);
          });
          if (found) hits.set(found.of, (hits.get(found.of) ?? 0) + 1);
        }
      }
      tail = Buffer.from(joined.subarray(Math.max(0, joined.length - overlap)));
    },
  };
}

export interface FilesScanned {
  files: number;
  bytes: number;
  /** Which canary in which file. */
  readonly hits: string[];
}

function scanFile(file: string, name: string, wanted: readonly Canary[], scanned: FilesScanned): void {
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch {
    return; // Gone since it was listed, or not ours to read.
  }
  const { look, hits } = finder(wanted);
  const piece = Buffer.allocUnsafe(1_048_576);
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece)) {
      look(piece.subarray(0, read));
      scanned.bytes += read;
    }
  } catch {
    // A pipe or a device.
  } finally {
    closeSync(handle);
  }
  scanned.files++;
  for (const [of, count] of hits) scanned.hits.push(`${of} ${count} times in ${name}`);
}

/** Every file under `folders` that was written since `since`, by its bytes and by its name. */
export function scanFolders(folders: readonly string[], since: number, wanted: readonly Canary[]): FilesScanned {
  const scanned: FilesScanned = { files: 0, bytes: 0, hits: [] };
  const walk = (folder: string): void => {
    let names: string[];
    try {
      names = readdirSync(folder);
    } catch {
      return;
    }
    for (const name of names) {
      const file = path.join(folder, name);
      const stat = lstatSync(file, { throwIfNoEntry: false });
      if (stat?.isDirectory()) walk(file);
      else if (stat?.isFile() && stat.mtimeMs >= since) {
        for (const { of, word } of wanted) if (name.includes(word)) scanned.hits.push(`${of} in the name of ${file}`);
        scanFile(file, file, wanted, scanned);
      }
    }
  };
  folders.forEach(walk);
  return scanned;
}

/** Files that processes hold open although nobody can find them any more (Linux): where databases put what does not fit in memory. */
export function scanDeletedFiles(pids: readonly number[], wanted: readonly Canary[]): FilesScanned {
  const scanned: FilesScanned = { files: 0, bytes: 0, hits: [] };
  for (const pid of pids) {
    let open: string[];
    try {
      open = readdirSync(`/proc/${pid}/fd`);
    } catch {
      continue;
    }
    for (const fd of open) {
      const file = `/proc/${pid}/fd/${fd}`;
      let target = '';
      try {
        target = readlinkSync(file);
      } catch {
        continue;
      }
      // Shared memory of the browser's own processes is memory, and looked at as that.
      if (target.endsWith(' (deleted)') && target.startsWith('/') && !/^\/(memfd:|dev\/shm\/\.org\.chromium)/.test(target))
        scanFile(file, `${target} of process ${pid}`, wanted, scanned);
    }
  }
  return scanned;
}
