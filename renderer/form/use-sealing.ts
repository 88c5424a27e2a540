import { useEffect, useMemo, useState } from 'react';
import type { Failure } from '../../shared/failure/failure.ts';
import { setScreen } from '../screen/screen.ts';
import { flushBeforeLock } from './draft-flush.ts';
import { draftTiming, type Timers } from './draft-timing.ts';

const timers: Timers = {
  set: (work, milliseconds) => setTimeout(work, milliseconds),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  now: () => Date.now(),
};

/** What was typed is in this window only: for some seconds already, or because of a failure. */
export interface Unsealed {
  readonly failure: Failure | null;
}
/** Failures that may pass by themselves, or by what somebody does meanwhile: worth another try. */
const passing: ReadonlySet<Failure['code']> = new Set(['disk-full', 'file-unwritable', 'file-unreadable']);

/** Whoever types something that is not sealed: a form, and a dialog over it. */
const behindNow = new Set<object>();

export interface Sealing {
  /** Something was typed. */
  readonly typed: () => void;
  /** Seals it now; gives whether all is. */
  readonly flush: () => Promise<boolean>;
  /** What was typed is not sealed; null while it is. */
  readonly unsealed: Unsealed | null;
}

/**
 * Has `save` called within a second of each keystroke, before the vault locks, and when what is typed into goes from the page. `save` must stay the same function
 * while it saves into one place; it gives what stands in the way, or null. While something is not sealed the status bar says so too.
 */
export function useSealing(save: () => Promise<Failure | null>): Sealing {
  const [failure, setFailure] = useState<Failure | null>(null);
  const [behind, setBehind] = useState(false);
  const timing = useMemo(
    () =>
      draftTiming(
        async () => {
          const why = await save();
          setFailure(why);
          return why === null || !passing.has(why.code);
        },
        timers,
        setBehind,
      ),
    [save],
  );
  useEffect(() => {
    const stopFlushing = flushBeforeLock(timing.flush);
    return () => {
      stopFlushing();
      void timing.flush();
    };
  }, [timing]);
  const isUnsealed = failure !== null || behind;
  useEffect(() => {
    if (!isUnsealed) return;
    const me = {};
    const tell = (): void => setScreen({ unsealed: behindNow.size > 0 });
    behindNow.add(me);
    tell();
    return () => {
      behindNow.delete(me);
      tell();
    };
  }, [isUnsealed]);
  return { typed: timing.typed, flush: timing.flush, unsealed: isUnsealed ? { failure } : null };
}
