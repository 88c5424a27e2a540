import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

const page = 4096n;
const mostAtOnce = 4096;

/** Runs of pages that are in memory or swapped out, of every mapping that can be read (Linux). */
function* presentRuns(pid: number): Generator<{ readonly at: bigint; readonly pages: number }> {
  const pagemap = openSync(`/proc/${pid}/pagemap`, 'r');
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const [range = '', rights = '', , , , name = ''] = line.split(/\s+/);
      if (!rights.startsWith('r') || name === '[vvar]' || name === '[vsyscall]') continue;
      const [from = '0', to = '0'] = range.split('-');
      const end = BigInt(`0x${to}`) / page;
      const entries = Buffer.alloc(8 * mostAtOnce);
      for (let at = BigInt(`0x${from}`) / page; at < end; ) {
        const wanted = Number(end - at < BigInt(mostAtOnce) ? end - at : BigInt(mostAtOnce));
        const known = readSync(pagemap, entries, 0, wanted * 8, at * 8n) / 8;
        let run = 0;
        for (let index = 0; index <= known; index++) {
          // Bits 63 and 62 of an entry: the page is in memory, or swapped.
          const present = index < known && ((entries[index * 8 + 7] ?? 0) & 0xc0) !== 0;
          if (present) run++;
          else if (run > 0) {
            yield { at: (at + BigInt(index - run)) * page, pages: run };
            run = 0;
          }
        }
        if (known === 0) break;
        at += BigInt(known);
      }
    }
  } finally {
    closeSync(pagemap);
  }
}

function countIn(bytes: Buffer, wanted: Buffer): number {
  let count = 0;
  for (let at = bytes.indexOf(wanted); at !== -1; at = bytes.indexOf(wanted, at + wanted.length)) count++;
  return count;
}

export interface Scanned {
  readonly bytes: number;
  /** How often each word was found, as UTF-8 or as UTF-16. */
  readonly found: Readonly<Record<string, number>>;
}

/** Looks for `words` in everything that a process has in memory. Throws where the system does not let us look. */
export function scanMemory(pid: number, words: readonly string[]): Scanned {
  const patterns = words.flatMap((word) => (['utf8', 'utf16le'] as const).map((encoding) => ({ word, wanted: Buffer.from(word, encoding) })));
  const found = Object.fromEntries(words.map((word) => [word, 0]));
  const overlap = Math.max(...patterns.map(({ wanted }) => wanted.length));
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  let bytes = 0;
  let tail = Buffer.alloc(0);
  let tailEnd = -1n;
  try {
    for (const { at, pages } of presentRuns(pid)) {
      const chunk = Buffer.alloc(pages * Number(page));
      let got = 0;
      try {
        got = readSync(memory, chunk, 0, chunk.length, at);
      } catch {
        continue; // A mapping of a device, or one that went away while we looked.
      }
      bytes += got;
      const joined = tailEnd === at ? Buffer.concat([tail, chunk.subarray(0, got)]) : chunk.subarray(0, got);
      for (const { word, wanted } of patterns) found[word] = (found[word] ?? 0) + countIn(joined, wanted) - (tailEnd === at ? countIn(tail, wanted) : 0);
      tail = Buffer.from(joined.subarray(Math.max(0, joined.length - overlap + 1)));
      tailEnd = at + BigInt(got);
    }
  } finally {
    closeSync(memory);
  }
  return { bytes, found };
}
