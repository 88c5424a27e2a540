import type { Operations } from '../../shared/contract/wire.ts';
import type { Handlers, Work } from './serve.ts';

/** How much is being asked, so that a lock knows when drafts are in and work is done. */
export interface Activity {
  running(): number;
  /** Settles when nothing has been asked or running for `calmMs`, or after `mostMs`. */
  calm(calmMs: number, mostMs: number): Promise<void>;
  /** Settles when nothing is running, or after `mostMs`. */
  idle(mostMs: number): Promise<void>;
}

/** The same handlers, counted while they run. Operations named in `apart` do not count: a lock does not wait for itself. */
export function counted<C extends Operations>(handlers: Handlers<C>, apart: readonly (keyof C)[]): { readonly handlers: Handlers<C>; readonly activity: Activity } {
  let running = 0;
  let moved = 0;
  const wrapped = Object.entries(handlers).map(([name, handler]) => [
    name,
    apart.includes(name)
      ? handler
      : async (question: never, work: Work<never>) => {
          running++;
          moved++;
          try {
            // Proof of the cast: called with what `serve` calls it with.
            return await (handler as (question: never, work: Work<never>) => unknown)(question, work);
          } finally {
            running--;
            moved++;
          }
        },
  ]);
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
  const lookMs = 10;
  return {
    // Proof of the cast: the same names, each handler counted.
    handlers: Object.fromEntries(wrapped) as Handlers<C>,
    activity: {
      running: () => running,
      async calm(calmMs, mostMs) {
        let still = 0;
        for (let waited = 0, seen = moved; waited < mostMs && still < calmMs; waited += lookMs) {
          await wait(lookMs);
          still = running === 0 && moved === seen ? still + lookMs : 0;
          seen = moved;
        }
      },
      async idle(mostMs) {
        for (let waited = 0; waited < mostMs && running > 0; waited += lookMs) await wait(lookMs);
      },
    },
  };
}
