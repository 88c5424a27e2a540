import type { LockReason } from '../../shared/contract/host.ts';

/** A vault process that is asked to close its vault. */
export interface Closing {
  /** Settles when the vault is closed; may be asked again with a more pressing reason. */
  ask(because: LockReason): Promise<unknown>;
  /** Settles when the process is gone. */
  readonly gone: Promise<void>;
}

/** How long closing may take before the processes are killed all the same. An idle lock waits for work that runs; nobody is hurrying away. */
export const patienceMs = (because: LockReason): number => (because === 'idle' ? 600_000 : 4_000);

export interface Closer {
  /**
   * Asks the vault to close and waits until it has, until its process is gone, or until patience is over. Gives the reason that held in the end: somebody
   * who locks while an idle lock still waits for a paper is not kept waiting with it. Never rejects.
   */
  close(vault: Closing, because: LockReason): Promise<LockReason>;
  /** A more pressing reason while `close` waits; nothing otherwise. */
  hurry(because: LockReason): void;
}

export function closer(): Closer {
  let hurry: ((because: LockReason) => void) | undefined;
  return {
    async close(vault, because) {
      let reason = because;
      const timers: NodeJS.Timeout[] = [];
      const patience = (why: LockReason) => new Promise<void>((resolve) => timers.push(setTimeout(resolve, patienceMs(why))));
      // A vault process that has died or hangs is killed just the same: what was acknowledged is on disk.
      const closed = (why: LockReason) =>
        vault.ask(why).then(
          () => undefined,
          () => undefined,
        );
      const hurried = new Promise<void>((resolve) => {
        hurry = (why) => {
          if (patienceMs(why) >= patienceMs(reason)) return;
          reason = why;
          void Promise.race([closed(why), patience(why)]).then(resolve);
        };
      });
      await Promise.race([closed(because), vault.gone, patience(because), hurried]);
      hurry = undefined;
      for (const timer of timers) clearTimeout(timer);
      return reason;
    },
    hurry: (because) => hurry?.(because),
  };
}
