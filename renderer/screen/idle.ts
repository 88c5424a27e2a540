import { useEffect, useState } from 'react';
import { lock } from './lock.ts';
import { minutesLeft } from './minutes-left.ts';
import { useScreen } from './screen.ts';

let lastActive = Date.now();
const active = (): void => {
  lastActive = Date.now();
};

/** Locks when nobody has used key or pointer for as long as the settings allow. Mounted once. */
export function useIdleLock(): void {
  const limit = useScreen((now) => now.settings.lockAfterMinutes);
  useEffect(() => {
    const kinds = ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const;
    for (const kind of kinds) addEventListener(kind, active, { passive: true });
    const watch = setInterval(() => {
      if (Date.now() - lastActive >= limit * 60_000) void lock('idle');
    }, 5000);
    return () => {
      clearInterval(watch);
      for (const kind of kinds) removeEventListener(kind, active);
    };
  }, [limit]);
}

/** Minutes to the lock, told again every fifteen seconds. */
export function useMinutesToLock(): number {
  const limit = useScreen((now) => now.settings.lockAfterMinutes);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const tick = setInterval(() => setNow(Date.now()), 15_000);
    return () => clearInterval(tick);
  }, []);
  return minutesLeft(lastActive, now, limit);
}
