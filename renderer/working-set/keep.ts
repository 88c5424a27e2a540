import type { SlimRow } from '../../shared/contract/contract.ts';
import { hear, vault } from '../bridge.ts';
import { nowInstant, setScreen, useScreen } from '../screen/screen.ts';
import { openWorkingSet } from './database.ts';
import { feed } from './feed.ts';

export const workingSet = openWorkingSet();

/** The most rows a window holds; beyond it lists ask the vault. */
const limit = 20_000;

/** Reads the whole working set from the vault, page by page; gives the entry it is true for. */
async function load(caseId: string | null): Promise<number> {
  let after: string | undefined;
  let seq = 0;
  let count = 0;
  const rows: SlimRow[] = [];
  do {
    const answer = await vault.ask('records.workingSet', { caseId, ...(after !== undefined && { after }) });
    if (!answer.ok) break;
    rows.push(...answer.reply.rows);
    count += answer.reply.rows.length;
    // Changes after the first page arrive by the feed, so the set is true for the entry of the first.
    seq = seq === 0 ? answer.reply.seq : seq;
    after = answer.reply.next ?? undefined;
  } while (after !== undefined && count < limit);
  await workingSet.transaction('rw', workingSet.rows, async () => {
    await workingSet.rows.clear();
    await workingSet.rows.bulkPut(rows);
  });
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
    },
    seq,
    (reached) => setScreen((now) => ({ seq: Math.max(now.seq, reached) })),
  );
  for (const changes of waiting) await follow.take(changes);
  return stop;
}
