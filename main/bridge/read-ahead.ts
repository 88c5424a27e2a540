import type { Records } from '../records/records.ts';

/** How long after the opening it begins: first come the docket and the working set. */
const afterMs = 2_000;
/** How long nobody must have asked anything: whoever goes from page to page has the processor for the pages. And the pause after each piece. */
const quietMs = 500;
const pauseMs = 10;

/**
 * Reads in advance what the requests page needs of every request and what the first past day is made of, piece by piece, while nothing is asked; `asked` counts the questions.
 * Gives a function that stops it.
 */
export function readAhead(records: Pick<Records, 'readAhead'>, asked: () => number): () => void {
  const work = records.readAhead();
  let seen = asked();
  let timer: NodeJS.Timeout;
  const soon = (ms: number): void => {
    timer = setTimeout(next, ms);
    timer.unref();
  };
  function next(): void {
    const now = asked();
    if (now !== seen) {
      seen = now;
      return soon(quietMs);
    }
    try {
      if (!work.next().done) soon(pauseMs);
    } catch {
      // Damage or a broken drive: whoever asks for the requests meets it too, and hears of it then.
    }
  }
  soon(afterMs);
  return () => clearTimeout(timer);
}
