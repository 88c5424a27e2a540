import { powerMonitor } from 'electron';
import type { LockReason } from '../../shared/contract/host.ts';

/** How often idleness is looked at: the vault locks at most this long after its time. */
const lookMs = 5_000;

/**
 * Tells when the person is away: the machine sleeps, the screen is locked (by event on macOS and Windows; on Linux, where Electron has no such event, by
 * looking), or nothing was touched for the minutes they set. Gives a function that stops watching.
 */
export function watchAway(idleMinutes: () => Promise<number>, away: (because: LockReason) => void): () => void {
  const suspended = () => away('suspended');
  const screenLocked = () => away('screen-locked');
  powerMonitor.on('suspend', suspended);
  powerMonitor.on('shutdown', suspended);
  powerMonitor.on('lock-screen', screenLocked);
  const look = async () => {
    const limitSeconds = (await idleMinutes()) * 60;
    if (powerMonitor.getSystemIdleState(limitSeconds) === 'locked') screenLocked();
    else if (powerMonitor.getSystemIdleTime() >= limitSeconds) away('idle');
  };
  const looking = setInterval(() => void look(), lookMs);
  return () => {
    clearInterval(looking);
    powerMonitor.off('suspend', suspended);
    powerMonitor.off('shutdown', suspended);
    powerMonitor.off('lock-screen', screenLocked);
  };
}
