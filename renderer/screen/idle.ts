import { useEffect, useState } from 'react';
import { lock } from './lock.ts';
import { idleMs, minutesLeft, type Clocks } from './idleness.ts';
import { useScreen } from './screen.ts';

const clocks = (): Clocks => ({ wall: Date.now(), steady: performance.now() });
let lastActive = clocks();
const idle = (): number => idleMs(lastActive, clocks());

/** Locks when nobody has used key or pointer for as long as the settings allow. Mounted once. */
export function useIdleLock(): void {
  const limit = useScreen((now) => now.settings.lockAfterMinutes);
  useEffect(() => {
    // `input` for whoever writes by an input method, whose keys are heard nowhere else.
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'input'] as const;
    const look = (): boolean => {
      if (idle() < limit * 60_000) return false;
      void lock('idle');
      return true;
    };
    // The first touch after a night comes before the next look: it does not count as having been there.
    const active = (): void => {
      if (!look()) lastActive = clocks();
    };
    // Whoever has just opened the vault is there, however long the window had stood closed.
    lastActive = clocks();
    for (const kind of kinds) addEventListener(kind, active, { passive: true });
    const watch = setInterval(look, 5000);
    return () => {
      clearInterval(watch);
      for (const kind of kinds) removeEventListener(kind, active);
    };
  }, [limit]);
}

/** Minutes to the lock, told again every fifteen seconds. */
export function useMinutesToLock(): number {
  const limit = useScreen((now) => now.settings.lockAfterMinutes);
  const [, look] = useState(0);
  useEffect(() => {
    const tick = setInterval(() => look((times) => times + 1), 15_000);
    return () => clearInterval(tick);
  }, []);
  return minutesLeft(idle(), limit);
}
