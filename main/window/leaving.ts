/** What closing the window asks of the rest of it. */
export interface LeavingSetting {
  /** Whether the page may keep something that closing would cut off: a vault is open, or long work runs before one is. */
  readonly mayHold: () => boolean;
  /** Whether long work is known to run. */
  readonly runs: () => boolean;
  /** Tells the page that the person wants to close. */
  readonly askPage: () => void;
  /** Asks in the place of a page that does not answer; gives whether to close all the same. `signal` takes the question away. */
  readonly askHere: (signal: AbortSignal) => Promise<boolean>;
  /** Begins the end anew, which nothing keeps any more. */
  readonly leave: () => void;
  readonly later?: (then: () => void, ms: number) => () => void;
}

/** Closing the window by the person: whoever would lose work by it is asked first. The end of the session and signals ask nobody. */
export interface Leaving {
  /** Whether it may end now; where not, somebody is being asked. */
  may(): boolean;
  /** The page has heard, and asks by itself what has to be asked. */
  heard(): void;
  /** Nothing keeps it: the page says so, the person, or the system. */
  atOnce(): void;
  /** Nobody is asked any longer: the page that was asked is gone with its vault. */
  forget(): void;
}

/** A page that says nothing for so long hangs. */
export const pageAnswersMs = 1_500;

const timer = (then: () => void, ms: number) => {
  const running = setTimeout(then, ms);
  return () => clearTimeout(running);
};

export function leaving({ mayHold, runs, askPage, askHere, leave, later = timer }: LeavingSetting): Leaving {
  let free = false;
  let stopWaiting: (() => void) | null = null;
  let asking: AbortController | null = null;

  const waited = (): void => {
    stopWaiting?.();
    stopWaiting = null;
  };
  const atOnce = (): void => {
    free = true;
    waited();
    asking?.abort();
  };
  async function askInstead(): Promise<void> {
    stopWaiting = null;
    const now = new AbortController();
    asking = now;
    // Aborted, the box answers too, as if it had been left.
    const goes = (!runs() || (await askHere(now.signal))) && !now.signal.aborted;
    if (asking === now) asking = null;
    if (!goes) return;
    atOnce();
    leave();
  }
  return {
    may() {
      if (free || !mayHold()) return true;
      if (asking) return false;
      askPage();
      stopWaiting ??= later(() => void askInstead(), pageAnswersMs);
      return false;
    },
    heard: waited,
    atOnce,
    forget() {
      waited();
      asking?.abort();
      asking = null;
    },
  };
}
