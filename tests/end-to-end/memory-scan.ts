import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { finder, type Canary } from './canaries.ts';

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

export interface Scanned {
  readonly bytes: number;
  /** How often each canary was found, in any spelling. */
  readonly hits: ReadonlyMap<string, number>;
}

/** Looks for canaries in everything that a process has in memory. Throws where the system does not let us look. */
export function scanMemory(pid: number, wanted: readonly Canary[]): Scanned {
  const memory = openSync(`/proc/${pid}/mem`, 'r');
  const { look, hits } = finder(wanted);
  let bytes = 0;
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
      look(chunk.subarray(0, got));
    }
  } finally {
    closeSync(memory);
  }
  return { bytes, hits };
}
