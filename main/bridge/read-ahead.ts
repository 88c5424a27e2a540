import type { Records } from '../records/records.ts';

/** How long after the opening it begins: first come the docket and the working set. And the pause after each piece: whatever else is asked goes first. */
const afterMs = 2_000;
const pauseMs = 10;

/** Reads in advance what the requests page needs of every request, piece by piece; gives a function that stops it. */
export function readAhead(records: Pick<Records, 'readAhead'>): () => void {
  const work = records.readAhead();
  let timer: NodeJS.Timeout;
  const soon = (ms: number): void => {
    timer = setTimeout(next, ms);
    timer.unref();
  };
  function next(): void {
    try {
      if (!work.next().done) soon(pauseMs);
    } catch {
      // Damage or a broken drive: whoever asks for the requests meets it too, and hears of it then.
    }
  }
  soon(afterMs);
  return () => clearTimeout(timer);
}
