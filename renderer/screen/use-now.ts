import { useEffect, useState } from 'react';
import { nowInstant, useScreen } from './screen.ts';

/** The instant that the window shows: now, told anew every `everyMs`, or the past moment on which it stands. */
export function useNow(everyMs: number): number {
  const asOf = useScreen((now) => now.asOf);
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    const tick = setInterval(() => setNow(nowInstant()), everyMs);
    return () => clearInterval(tick);
  }, [everyMs]);
  return asOf ?? now;
}
