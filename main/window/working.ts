/** The window of the system, as far as long work is shown by it. */
export interface TaskBar {
  /** 0 to 1; above 1 that work goes on and nobody can say how far it is; below 0 that none does. */
  setProgressBar(share: number): void;
  isFocused(): boolean;
  isDestroyed(): boolean;
}
export interface Working {
  /** How far the page says its work is: 0 to 1, -1 where that cannot be said, null once nothing runs any more. */
  note(share: number | null): void;
  /** Whether any runs. */
  runs(): boolean;
  /** Nothing of it is shown any longer, and nobody is told that it ended: the vault is locked. */
  forget(): void;
}

/** From here on work is shown in the task bar, in milliseconds: what is done sooner would only flicker there. */
const shownAfter = 1_000;
/** From here on somebody may have gone to another program meanwhile, and is told when it ends (notes/security-ux.md U20). */
const toldAfter = 10_000;

/** All that the notification says: the same whatever the work was, and true of work that failed. */
export const longWorkEnded = { title: 'a long task has ended', body: 'The window says what came of it.' } as const;

/** Shows long work on the window's place in the task bar, and calls `tellEnded` where it took long and the window is not in front when it ends. Nothing says what work it was. */
export function workingOn(
  bar: TaskBar,
  tellEnded: (said: typeof longWorkEnded) => void,
  now: () => number,
  later: (then: () => void, ms: number) => void = (then, ms) => void setTimeout(then, ms).unref(),
): Working {
  let begun: number | null = null;
  let share = -1;
  const show = (): void => {
    if (bar.isDestroyed()) return;
    if (begun === null) bar.setProgressBar(-1);
    else if (now() - begun >= shownAfter) bar.setProgressBar(share < 0 ? 2 : Math.min(1, share));
  };
  const forget = (): void => {
    begun = null;
    show();
  };
  return {
    note(next) {
      if (next === null) {
        const told = begun !== null && now() - begun >= toldAfter && !bar.isDestroyed() && !bar.isFocused();
        forget();
        if (told) tellEnded(longWorkEnded);
        return;
      }
      share = next;
      if (begun === null) {
        begun = now();
        later(show, shownAfter);
      } else show();
    },
    runs: () => begun !== null,
    forget,
  };
}
