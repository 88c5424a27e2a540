import { changesBetween, mostChanges, type Changes } from './changes-since.ts';
import type { Source } from './source.ts';

/** At most one message to a window in this time: an import of 20,000 records must not be 40 repaints. */
const atMostEveryMs = 50;

export interface ChangeFeed {
  /** Tells of every change from now on; gives a function that ends it. */
  listen(listener: (changes: Changes) => void): () => void;
  /** A commit has happened. */
  committed(): void;
  stop(): void;
}

/**
 * Sends what was committed to those who listen: the first change at once, later ones gathered for 50 ms. `from` is the `to` of the
 * message before, so that a window sees a gap; after more than 5,000 entries a gap is made on purpose, and the window asks.
 */
export function changeFeed(source: Source): ChangeFeed {
  const listeners = new Set<(changes: Changes) => void>();
  let sent = source.seq();
  let pause: NodeJS.Timeout | undefined;
  let waiting = false;

  const send = () => {
    waiting = false;
    if (listeners.size === 0) return;
    const to = source.seq();
    if (to === sent) return;
    const changes = to - sent > mostChanges ? { from: to, to, puts: [], removes: [] } : changesBetween(source, sent, to);
    sent = to;
    pause = setTimeout(() => {
      pause = undefined;
      if (waiting) send();
    }, atMostEveryMs);
    pause.unref();
    for (const listener of listeners) listener(changes);
  };

  return {
    listen: (listener) => {
      // Nothing is gathered for nobody: who begins to listen has just read where the vault stands.
      if (listeners.size === 0) sent = source.seq();
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    committed: () => {
      waiting = true;
      if (!pause) send();
    },
    stop: () => {
      clearTimeout(pause);
      listeners.clear();
    },
  };
}
