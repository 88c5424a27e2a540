/** Every proof at its full length, by hand: some take minutes that CI does not have beside the others. */
export const entire = process.env['CORDON_LONG'] === 'all';
/** The long proofs of CI; without it the same tests make fewer rounds. */
export const long = entire || process.env['CORDON_LONG'] === '1';

/** What is told of each of `all` in two ways (a light and a dark window, two sizes of it): all of them where `whole` is, else one half for the `first` way and the other for the second. */
export const half = <T>(all: readonly T[], first: boolean, whole = long): T[] => all.filter((_, at) => whole || (at % 2 === 0) === first);

/** Why a proof is not told in the other host besides; null where it is. */
export const oneHostOnly = entire ? null : 'told in the browser; in the other host where CORDON_LONG is all';

/** Same seed, same attacks: what a run missed can be done again with CORDON_SEED. The short run always makes the same ones, the long one others every time unless it is told (as `.ci/run` tells it). */
export const seed = Number(process.env['CORDON_SEED'] ?? (long ? Date.now() % 2 ** 32 : 20310108));

/** Whole numbers from 0 up to `below`, and pieces of bytes, the same for the same seed (mulberry32). */
export interface Seeded {
  below(limit: number): number;
  bytes(length: number): Buffer;
  pick<T>(of: readonly T[]): T;
}

export function seeded(from: number): Seeded {
  let state = from | 0;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    bytes: (length) => Buffer.from(Uint8Array.from({ length }, () => below(256))),
    pick: (of) => {
      const one = of[below(of.length)];
      if (one === undefined) throw new Error('nothing to pick from');
      return one;
    },
  };
}

/** Rows under headings, for the figures that a proof prints. */
export function printTable(title: string, rows: readonly Readonly<Record<string, string | number>>[]): void {
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? '')))];
  const widths = heads.map((_head, column) => Math.max(...cells.map((line) => line[column]?.length ?? 0)));
  process.stdout.write(`${title}\n${cells.map((line) => `  ${line.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd()).join('\n')}\n`);
}
