import { correctionsFor, restingRoles } from '../../shared/records/corrections.ts';
import type { Transaction } from '../vault/vault.ts';
import { prepared } from './prepared.ts';
import { takenBy, undoRecord, type ActPlace, type Taken } from './undo.ts';
import { writingIn, type Desk, type Writing } from './writing.ts';

/** One short piece of work of a long act: questions are answered between two of them. */
type Slice = (tx: Transaction) => void;
type Begun = ReturnType<typeof writingIn>;

/** Items of one slice of a long act (design, "Storage"). */
const sliceOf = 500;

/** The slices of a long act: one writing over all of them, and what must hold at the end in the last. */
export function* itemSlices<T>(
  items: readonly T[],
  desk: Desk,
  reason: string | null,
  work: (writing: Writing, item: T, index: number) => void,
  tell?: (done: number) => void,
): Generator<Slice> {
  let begun: Begun | undefined;
  for (let from = 0; from < items.length; from += sliceOf) {
    yield (tx) => {
      const { writing } = (begun ??= writingIn(tx, desk, reason));
      items.slice(from, from + sliceOf).forEach((item, index) => work(writing, item, from + index));
    };
    tell?.(Math.min(items.length, from + sliceOf));
  }
  yield* ending(() => begun);
}

/** The slices of an undo: which records the act changed, each as it is without the act, and what must hold of all of them. */
export function* undoSlices(place: ActPlace, desk: Desk, numbers: string[], tell: ((done: number, of: number) => void) | undefined): Generator<Slice> {
  let begun: Begun | undefined;
  let taken: readonly Taken[] = [];
  yield (tx) => {
    begun = writingIn(tx, desk, null);
    taken = takenBy(tx, place);
  };
  for (let from = 0; from < taken.length; from += sliceOf) {
    yield (tx) => {
      if (!begun) throw new Error('an undo goes on before it began');
      const { writing, act } = begun;
      for (const one of taken.slice(from, from + sliceOf)) numbers.push(undoRecord(tx, one, place.act, { writing, put: act.put, seals: desk.seals }));
    };
    tell?.(Math.min(taken.length, from + sliceOf), taken.length);
  }
  yield* ending(() => begun);
}

/** The slices of work that says itself where it may pause: up to each of its steps. `done` is called with what it gives. */
export function* stepSlices<T>(desk: Desk, reason: string | null, work: (writing: Writing) => Generator<void, T>, done: (result: T) => void): Generator<Slice> {
  let begun: Begun | undefined;
  let steps: Generator<void, T> | undefined;
  for (let isOver = false; !isOver; )
    yield (tx) => {
      begun ??= writingIn(tx, desk, reason);
      steps ??= work(begun.writing);
      const step = steps.next();
      if (step.done !== true) return;
      isOver = true;
      done(step.value);
    };
  yield (tx) => begun && raiseCorrections(tx, begun);
  yield* ending(() => begun);
}

/** What must hold once all of it is written. */
function* ending(begun: () => Begun | undefined): Generator<Slice> {
  let steps: Generator<void> | undefined;
  for (let isOver = false; !isOver; )
    yield () => {
      steps ??= begun()?.finishing();
      for (let step = 0; step < sliceOf && !isOver; step++) isOver = steps?.next().done ?? true;
    };
}

/** For each record that was changed and on which something rests that was sent: the correction that this may ask for. */
export function raiseCorrections(tx: Transaction, { writing, act }: Begun): void {
  for (const { before, after } of act.changed()) {
    if (!citedIn(tx, after.id)) continue;
    for (const raised of correctionsFor(before, after, writing)) writing.create('correction', raised);
  }
}

/** Whether anything links to the record as to what it rests on: one look at an index, because every change asks it. */
const citedIn = (tx: Transaction, id: string): boolean =>
  prepared(tx.db, `SELECT 1 FROM link WHERE "to" = ? AND role IN (${restingRoles.map((role) => `'${role}'`).join(', ')}) LIMIT 1`).get(id) !== undefined;
