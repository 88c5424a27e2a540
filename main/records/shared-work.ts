/** Who waits for work that goes on in pieces. */
export interface Waiting {
  readonly signal?: AbortSignal | undefined;
  /** What share is done, from 0 to 1. */
  readonly tell?: ((share: number) => void) | undefined;
}
/** Work in pieces for all who wait for it: between them every other question is answered. */
export interface SharedWork {
  /** Until it has ended, or this one waits no longer. Whether it came to its end is for the caller to look at. */
  wait(waiting: Waiting): Promise<void>;
  /** Does the rest at once, for whoever cannot wait. */
  finish(): void;
}
export interface SharedWorkSetting {
  /** Whether it is still wanted by anybody at all; asked before each piece. */
  readonly wanted: () => boolean;
  /** Goes on without anybody waiting. Otherwise it ends with the last of them. */
  readonly behind?: boolean;
  /** All pieces are done. Called once, before those who wait go on. */
  readonly whole?: () => void;
  /** It has ended, whole or not; `whole` was called before where it was. */
  readonly ended?: () => void;
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Begins the work: the first piece is done in a later turn. Each piece gives what share of all is done. */
export function sharedWork(pieces: Iterator<number>, { wanted, behind = false, whole, ended }: SharedWorkSetting): SharedWork {
  const waiting = new Set<(share: number) => void>();
  let over = false;
  const end = (all: boolean): void => {
    if (over) return;
    over = true;
    if (all) whole?.();
    ended?.();
  };
  async function go(): Promise<void> {
    try {
      for (;;) {
        await pause();
        if (over || !wanted() || (waiting.size === 0 && !behind)) return;
        const { done, value } = pieces.next();
        if (done) return end(true);
        for (const tell of waiting) tell(value);
      }
    } finally {
      end(false);
    }
  }
  const done = go();
  // Whoever waits hears of a failure.
  done.catch(() => undefined);

  return {
    wait: async ({ signal, tell = () => {} }) => {
      if (signal?.aborted) return;
      // One of its own, so that two who give the same function are two who wait.
      const told = (share: number): void => tell(share);
      waiting.add(told);
      let left = (): void => {};
      const leaving = new Promise<void>((resolve) => (left = resolve));
      const leave = (): void => {
        waiting.delete(told);
        left();
      };
      signal?.addEventListener('abort', leave, { once: true });
      try {
        await Promise.race([done, leaving]);
      } finally {
        leave();
        signal?.removeEventListener('abort', leave);
      }
    },
    finish: () => {
      if (over) return;
      try {
        while (!pieces.next().done);
        end(true);
      } finally {
        // Where a piece threw: a generator that has thrown says "done" when it is asked again, and half of the work would pass for all.
        end(false);
      }
    },
  };
}
