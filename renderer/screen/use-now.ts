import { useEffect, useState } from 'react';
import { nowInstant, useScreen } from './screen.ts';

/** The instant that the window shows: now, told anew every `everyMs`, or the past moment on which it stands. */
export function useNow(everyMs: number): number {
  const asOf = useScreen((now) => now.asOf);
  const [now, setNow] = useState(nowInstant);
  useEffect(() => {
    const tick = setInterval(() => setNow(nowInstant()), everyMs);
    // A new day, or another zone: an hour is not that of the day before for as long as a minute.
    const deaf = useScreen.subscribe(({ session }, before) => session !== before.session && setNow(nowInstant()));
    return () => {
      clearInterval(tick);
      deaf();
    };
  }, [everyMs]);
  return asOf ?? now;
}
