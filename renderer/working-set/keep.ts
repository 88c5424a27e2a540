import { create } from 'zustand';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { hear, vault } from '../bridge.ts';
import { nowInstant, setScreen, useScreen } from '../screen/screen.ts';
import { openWorkingSet } from './database.ts';
import { feed } from './feed.ts';
import { heldAfter, heldOf, nothingHeld, type HeldRows } from './held-rows.ts';

const workingSet = openWorkingSet();

/** The most rows a window holds; beyond it lists ask the vault. */
const limit = 20_000;
/** How many more it may come to hold by what is added while it is open, before it is loaded anew. */
const grown = limit / 4;

/** Rows written at once: 20,000 in one piece hold up a key for half a second. Nobody looks at the set before all are there, and changes wait for them. */
const piece = 1_000;

interface Held extends HeldRows {
  /** Open records that the window does not hold. */
  readonly more: number;
}
/**
 * The open rows of the working set as they stand now, changed by what changes in it. They are not read out of it each time: that is 20,000 copies, made
 * again for every record that anybody saves.
 */
export const useHeld = create<Held>(() => ({ ...nothingHeld, more: 0 }));

/** Reads the whole working set from the vault, page by page; gives the entry it is true for. Null, and nothing is touched, where a page did not come: a part must not pass for the whole. */
async function load(caseId: string | null): Promise<number | null> {
  let after: string | undefined;
  let seq: number | null = null;
  let more = 0;
  const rows: SlimRow[] = [];
  do {
    const answer = await vault.ask('records.workingSet', { caseId, ...(after !== undefined && { after }) });
    if (!answer.ok) return null;
    rows.push(...answer.reply.rows);
    // Changes after the first page arrive by the feed, so the set is true for the entry of the first.
    seq ??= answer.reply.seq;
    more = answer.reply.more;
    after = answer.reply.next ?? undefined;
  } while (after !== undefined && rows.length < limit);
  useHeld.setState({ ...heldOf(rows), more });
  await workingSet.rows.clear();
  for (let from = 0; from < rows.length; from += piece) {
    await workingSet.rows.bulkPut(rows.slice(from, from + piece));
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
  return seq;
}

/** Fills the working set and follows the vault from then on. Begin after the first page is painted; gives a function that stops. */
export async function keepWorkingSet(): Promise<() => void> {
  const caseOf = (): string | null => useScreen.getState().caseId;
  const waiting: Parameters<ReturnType<typeof feed>['take']>[0][] = [];
  let follow: ReturnType<typeof feed> | null = null;
  const stop = hear('records.changed', (changes) => {
    setScreen((now) => ({ seq: Math.max(now.seq, changes.to), savedAt: nowInstant() }));
    if (follow) void follow.take(changes);
    else waiting.push(changes);
  });
  const seq = await load(caseOf());
  follow = feed(
    workingSet,
    {
      changesSince: async (held) => {
        const answer = await vault.ask('records.changesSince', { seq: held });
        return answer.ok ? answer.reply : null;
      },
      reload: () => load(caseOf()),
      outgrown: () => useHeld.getState().all.length > limit + grown,
    },
    // Nothing is held: the first change finds a gap, and all of it is asked for again.
    seq ?? 0,
    (reached, applied) => {
      if (applied) useHeld.setState((held) => heldAfter(held, applied));
      setScreen((now) => ({ seq: Math.max(now.seq, reached) }));
    },
  );
  for (const changes of waiting) await follow.take(changes);
  return stop;
}
