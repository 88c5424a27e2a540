export interface Timers {
  set(work: () => void, milliseconds: number): unknown;
  clear(timer: unknown): void;
  now(): number;
}

/** A pause in typing after which a draft is saved, and the longest it is put off while typing goes on (look.md §7: within a second). */
export const pause = 400;
export const longest = 900;

/**
 * When to save what is being typed: after a pause, and at the latest a second after the first keystroke that is not yet saved. `save` is never
 * called while it is still running; what was typed meanwhile is saved after it.
 */
export function draftTiming(save: () => Promise<void>, timers: Timers): { readonly typed: () => void; readonly flush: () => Promise<void> } {
  let timer: unknown;
  let since: number | null = null;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    if (timer !== undefined) timers.clear(timer);
    timer = undefined;
    if (running) await running;
    if (since === null) return;
    since = null;
    running = save().finally(() => {
      running = null;
    });
    await running;
  }

  return {
    typed() {
      const now = timers.now();
      since ??= now;
      if (timer !== undefined) timers.clear(timer);
      timer = timers.set(() => void run(), Math.max(0, Math.min(pause, since + longest - now)));
    },
    flush: run,
  };
}
