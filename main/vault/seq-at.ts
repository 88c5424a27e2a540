import type { Database } from './database.ts';

/** Gives which was the highest entry at an instant, 0 when there was none. Entries are in order of time, so the place is found by halving; `size` gives the number of the last. */
export function seqAtIn(reader: Database, size: () => number): (instant: number) => number {
  const timeOf = reader.prepare<[number], number>('SELECT at FROM journal WHERE seq = ?').pluck();
  return (instant) => {
    let [low, high] = [0, size()];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((timeOf.get(middle) ?? 0) <= instant) low = middle;
      else high = middle - 1;
    }
    return low;
  };
}
