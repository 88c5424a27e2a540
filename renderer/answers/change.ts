import type { Contract } from '../../shared/contract/contract.ts';
import type { Asked, Reply } from '../../shared/contract/wire.ts';
import { vault } from '../bridge.ts';
import { nowInstant, say, setScreen, startWork, useScreen } from '../screen/screen.ts';
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

/** Acts whose undo is on its way: a second press on the same note does nothing. */
const onTheWay = new Set<string>();
/** From here on it is told how far an undo is, and it can be stopped: fewer are done before anybody could. */
const told = 500;

/** One step back or forth after the other: keys come faster than a step is durable, and each press means what the one before it leaves. */
let latest: Promise<void> = Promise.resolve();
/** Counts up where a step failed or was stopped: what was pressed before that was meant for what would have followed. */
let went = 0;
function inTurn(step: () => Promise<void>): Promise<void> {
  const meant = went;
  latest = latest.then(() => (meant === went ? step() : undefined));
  return latest;
}

/** Takes back an act; shows why not where it fails. Stopped, the act stands as it was. */
export function undo(act: string): Promise<void> {
  if (onTheWay.has(act)) return Promise.resolve();
  onTheWay.add(act);
  return inTurn(() => takeBack(act)).finally(() => onTheWay.delete(act));
}

async function takeBack(act: string): Promise<void> {
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
  // What was taken back is said, because nobody may see it on the page that is shown; taking it back is undone like anything else.
  if (answer.ok) {
    steps.undone(act, answer.reply.act);
    return setScreen({ undoable: { act: answer.reply.act, says: list.undone(answer.reply.numbers), taken: true }, savedAt: nowInstant(), failure: null });
  }
  went++;
  const stopped = answer.failure.code === 'cancelled';
  setScreen({ undoable: stopped ? before : null, failure: stopped ? null : answer.failure });
}

/** Entries of the history that are looked through at a time. */
const atATime = 200;

/** The last act of all that stands, wherever in the history it is: an act may have written thousands of entries, and so may its undo. */
async function lastAct(): Promise<string | null> {
  for (let question: { limit: number; before?: number } = { limit: 1 }; ; ) {
    const read = await vault.ask('records.history', question);
    const entries = read.ok ? read.reply.entries : [];
    const act = entries.find((entry) => !steps.isOver(entry.act))?.act;
    if (act !== undefined) return act;
    const before = entries.at(-1)?.seq;
    if (!read.ok || !read.reply.more || before === undefined) return null;
    question = { limit: atATime, before };
  }
}

/** Undoes what the note offers, or else the last act of all that was not undone yet. */
export function undoLast(): Promise<void> {
  return inTurn(async () => {
    const { undoable } = useScreen.getState();
    const act = undoable && !undoable.taken ? undoable.act : await lastAct();
    if (act === null) say(list.nothingToUndo);
    else await takeBack(act);
  });
}

/** Does again what was undone last in this window, as long as nothing else was done since; what is being undone, once that is done. */
export function redoLast(): Promise<void> {
  return inTurn(async () => {
    const act = steps.toRedo();
    if (act === null) say(list.nothingToRedo);
    else await takeBack(act);
  });
}
