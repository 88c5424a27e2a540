import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import { vault } from '../bridge.ts';
import { nowInstant, setScreen, startWork, useScreen } from '../screen/screen.ts';
import { list } from '../words/list.ts';
import { undoSteps } from './undo-steps.ts';

type Change = 'records.create' | 'records.update' | 'records.move' | 'records.remove';

/** Makes one change. On success says what was done and offers to undo it; otherwise shows why not. Gives the reply, or null. */
export async function change<Name extends Change>(name: Name, question: Asked<Contract, Name>, says: (number: string) => string): Promise<Reply<Contract, Name> | null> {
  const answer = await vault.ask(name, question);
  if (!answer.ok) {
    setScreen({ failure: answer.failure });
    return null;
  }
  const reply = answer.reply;
  setScreen({ failure: null, savedAt: nowInstant(), undoable: { act: reply.act, says: says(reply.number) } });
  return reply;
}

/** What was undone in this window, and can be done again. */
const steps = undoSteps();
useScreen.subscribe(({ undoable }, before) => {
  if (undoable !== null && undoable !== before.undoable && undoable.act !== before.undoable?.act && !undoable.taken) steps.other();
});

/** Acts whose undo is on its way: a second press of the same does nothing. */
const onTheWay = new Set<string>();
/** From here on it is told how far an undo is, and it can be stopped: fewer are done before anybody could. */
const told = 500;

/** The undo that began last: whoever presses redo behind it means what it takes back. */
let latest: Promise<void> = Promise.resolve();

/** Takes back an act; shows why not where it fails. Stopped, the act stands as it was. */
export function undo(act: string): Promise<void> {
  if (onTheWay.has(act)) return Promise.resolve();
  latest = takeBack(act);
  return latest;
}

async function takeBack(act: string): Promise<void> {
  onTheWay.add(act);
  const before = useScreen.getState().undoable;
  setScreen({ undoable: null });
  const stop = new AbortController();
  let work: ReturnType<typeof startWork> | null = null;
  const answer = await vault.ask(
    'records.undo',
    { act },
    {
      signal: stop.signal,
      onProgress: ({ done, of }) => {
        if (of === null || of <= told) return;
        work ??= startWork(list.undoing(of), () => stop.abort());
        work.tell(list.far(done, of), done / of);
      },
    },
  );
  // Proof of the cast: the compiler does not see that the progress above sets it.
  (work as ReturnType<typeof startWork> | null)?.end();
  onTheWay.delete(act);
  // What was taken back is said, because nobody may see it on the page that is shown; taking it back is undone like anything else.
  if (answer.ok) {
    steps.undone(act, answer.reply.act);
    return setScreen({ undoable: { act: answer.reply.act, says: list.undone(answer.reply.numbers), taken: true }, savedAt: nowInstant(), failure: null });
  }
  const stopped = answer.failure.code === 'cancelled';
  setScreen({ undoable: stopped ? before : null, failure: stopped ? null : answer.failure });
}

/** How far back it is looked for something to undo: entries of the history. */
const far = 200;

/** Undoes what the note offers, or else the last act of all that was not undone yet. */
export async function undoLast(): Promise<void> {
  const { undoable } = useScreen.getState();
  if (undoable && !undoable.taken) return undo(undoable.act);
  for (const limit of [1, far]) {
    const last = await vault.ask('records.history', { limit });
    const act = last.ok ? last.reply.entries.find((entry) => !steps.isOver(entry.act))?.act : undefined;
    if (act !== undefined) return undo(act);
  }
}

/** Does again what was undone last in this window, as long as nothing else was done since; what is being undone, once that is done. */
export async function redoLast(): Promise<void> {
  await latest;
  const act = steps.toRedo();
  if (act !== null) await undo(act);
}
