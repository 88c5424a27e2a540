import { refuse } from '../../shared/failure/failure.ts';

/** How long other questions wait at the most for a piece of work that takes longer as a whole. */
const pieceMs = 10;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Does work that yields between its pieces, with room for other questions. Refuses `cancelled` when nobody waits for it any more. */
export async function inPieces<T>(work: Generator<unknown, T>, signal: AbortSignal): Promise<T> {
  let began = performance.now();
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
    if (performance.now() - began < pieceMs) continue;
    await pause();
    if (signal.aborted) refuse({ code: 'cancelled' });
    began = performance.now();
  }
}
