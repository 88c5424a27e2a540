import type { SlimRow } from '../../shared/contract/contract.ts';
import type { WorkingSet } from './database.ts';

export interface Changes {
  readonly from: number;
  readonly to: number;
  readonly puts: readonly SlimRow[];
  readonly removes: readonly string[];
}
export interface FeedAsk {
  changesSince(seq: number): Promise<(Changes & { readonly reload: boolean }) | null>;
  /** Loads the set anew; gives the entry it is true for, null where that did not come to its end: then what was held stands, and is asked for at the next change. */
  reload(): Promise<number | null>;
  /** Whether more is held by now than a window is to hold: what is added while it is open has no end. */
  outgrown(): boolean;
}

/**
 * Keeps the working set level with the vault. Changes that follow on what is held are applied as they come; a gap is asked for; what is too old to be
 * told piece by piece is loaded anew. Applied one after another, whatever order they arrive in. `reached` is called with what was applied, null after a reload.
 */
export function feed(
  set: WorkingSet,
  ask: FeedAsk,
  start: number,
  reached: (seq: number, applied: Changes | null) => void,
): { take: (changes: Changes) => Promise<void>; held: () => number } {
  let held = start;
  let last: Promise<void> = Promise.resolve();

  async function apply(changes: Changes): Promise<void> {
    await set.transaction('rw', set.rows, async () => {
      if (changes.removes.length > 0) await set.rows.bulkDelete([...changes.removes]);
      if (changes.puts.length > 0) await set.rows.bulkPut([...changes.puts]);
    });
    held = changes.to;
    reached(held, changes);
    if (ask.outgrown()) await reload();
  }

  async function take(changes: Changes): Promise<void> {
    if (changes.to <= held) return;
    // A commit tells the entries after `from` up to `to`: it follows on when it begins no later than what is held ends.
    if (changes.from <= held) return apply(changes);
    const missed = await ask.changesSince(held);
    if (missed !== null && !missed.reload) return apply(missed);
    await reload();
  }

  async function reload(): Promise<void> {
    const loaded = await ask.reload();
    if (loaded === null) return;
    held = loaded;
    reached(held, null);
  }

  return {
    take: (changes) =>
      (last = last.then(
        () => take(changes),
        () => take(changes),
      )),
    held: () => held,
  };
}
