import { refuse } from '../../shared/failure/failure.ts';

/** Steps between which nothing else is answered, where each is one record looked at: twenty of them take some milliseconds. */
const usualSteps = 20;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Does work that yields after each of its steps, with room for other questions after every `steps` of them. Refuses `cancelled` when nobody waits for it any more. */
export async function inPieces<T>(work: Generator<unknown, T>, signal: AbortSignal, steps = usualSteps): Promise<T> {
  for (let step = 1; ; step++) {
    const { done, value } = work.next();
    if (done) return value;
    if (step % steps !== 0) continue;
    await pause();
    if (signal.aborted) refuse({ code: 'cancelled' });
  }
}
