import { useEffect } from 'react';
import { vault } from '../bridge.ts';
import { dayAt } from '../words/dates.ts';
import { holdSession, nowInstant, setClockBy, today, useScreen, zone } from './screen.ts';

/** How often it is looked at this page's own clock, which costs nothing. */
const lookMs = 1_000;
/** How often the vault is asked: its clock may have been set and its zone be another, which this page cannot see. */
const askMs = 60_000;

/** Keeps the day, the zone and the clock those of the vault: at midnight the docket moves on by itself, after a sleep as well, and a clock that was set is told. Mounted once. */
export function useDay(): void {
  useEffect(() => {
    let [askedAt, asking] = [performance.now(), false];
    const ask = async (): Promise<void> => {
      // A vault that is at a long work answers after it: one question waits, not one for each second.
      if (asking) return;
      [askedAt, asking] = [performance.now(), true];
      const answer = await vault.ask('session.state', {});
      asking = false;
      const held = useScreen.getState().session;
      if (!answer.ok || !held || answer.reply.phase !== 'open') return;
      const { today, zone, vault: opened } = answer.reply;
      setClockBy(answer.reply);
      if (today !== held.today || zone !== held.zone || opened?.clock?.is !== held.vault?.clock?.is) holdSession(answer.reply);
    };
    const watch = setInterval(() => {
      if (performance.now() - askedAt >= askMs || dayAt(nowInstant(), zone()) !== today()) void ask();
    }, lookMs);
    // Timers rest while a window is hidden or the machine sleeps: whoever comes back sees the day it is.
    const back = (): void => void (document.visibilityState === 'visible' && ask());
    addEventListener('focus', back);
    document.addEventListener('visibilitychange', back);
    return () => {
      clearInterval(watch);
      removeEventListener('focus', back);
      document.removeEventListener('visibilitychange', back);
    };
  }, []);
}
