export interface Timers {
  set(work: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
  now(): number;
}

/** A pause in typing after which a draft is saved, and the longest it is put off while typing goes on (look.md §7: within a second). */
export const pause = 400;
export const longest = 900;
/** What was typed so long ago and is still not kept is told: a crash would cost it. */
export const late = 2_000;
/** After so long a draft that could not be kept is tried again. */
export const again = 3_000;

/**
 * When to save what is being typed: after a pause, and at the latest a second after the first keystroke that is not yet saved. `save` is never
 * called while it is still running; what was typed meanwhile is saved after it. It gives whether it is kept; where it is not it is tried again, typing or not.
 * `behind` is told when something was typed `late` ago and is not kept, and when all is kept again.
 */
export function draftTiming(
  save: () => Promise<boolean>,
  timers: Timers,
  behind: (isBehind: boolean) => void = () => {},
): { readonly typed: () => void; readonly flush: () => Promise<boolean> } {
  let timer: unknown;
  let since: number | null = null;
  let running: Promise<void> | null = null;
  /** When the first of what is not kept was typed. */
  let unkept: number | null = null;
  let looking: unknown;

  const wait = (milliseconds: number): void => {
    if (timer !== undefined) timers.clear(timer);
    timer = timers.set(() => void run(), milliseconds);
  };

  function look(): void {
    if (looking !== undefined) timers.clear(looking);
    looking = undefined;
    const left = unkept === null ? null : unkept + late - timers.now();
    behind(left !== null && left <= 0);
    if (left !== null && left > 0) looking = timers.set(look, left);
  }

  async function keep(): Promise<void> {
    const first = since;
    since = null;
    const kept = await save();
    if (kept) unkept = since;
    else {
      since = first;
      wait(again);
    }
    look();
  }

  async function run(): Promise<void> {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
    if (running) await running;
    if (since === null) return;
    running = keep().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    typed() {
      const now = timers.now();
      since ??= now;
      unkept ??= now;
      if (looking === undefined) looking = timers.set(look, late);
      wait(Math.max(0, Math.min(pause, since + longest - now)));
    },
    async flush() {
      await run();
      return unkept === null;
    },
  };
}
