import type { LockReason } from '../../shared/contract/host.ts';

/** What is asked of Electron's `powerMonitor`. */
export interface PowerMonitor {
  on(event: string, listener: () => void): unknown;
  off(event: string, listener: () => void): unknown;
  getSystemIdleState(seconds: number): 'active' | 'idle' | 'locked' | 'unknown';
  getSystemIdleTime(): number;
}

/** How often idleness is looked at: the vault locks at most this long after its time. */
const lookMs = 5_000;

/** What the system tells, and why the vault locks then. A closed lid is a suspension or a locked screen; a session taken over by another user is both on Windows. */
const causes: Readonly<Record<string, LockReason>> = {
  suspend: 'suspended',
  shutdown: 'suspended',
  'lock-screen': 'screen-locked',
  // macOS: another user's session comes to the front while this one runs on.
  'user-did-resign-active': 'user-switched',
};

/**
 * Tells when the person is away: the machine sleeps or shuts down, the screen is locked (by event on macOS and Windows; on Linux, where Electron has no such
 * event, by looking), somebody else's session takes over, or nothing was touched for the minutes they set. Gives a function that stops watching.
 */
export function watchAway(monitor: PowerMonitor, idleMinutes: () => Promise<number>, away: (because: LockReason) => void): () => void {
  const listeners = Object.entries(causes).map(([event, because]) => [event, () => away(because)] as const);
  for (const [event, listener] of listeners) monitor.on(event, listener);
  const look = async () => {
    const limitSeconds = (await idleMinutes()) * 60;
    if (monitor.getSystemIdleState(limitSeconds) === 'locked') away('screen-locked');
    else if (monitor.getSystemIdleTime() >= limitSeconds) away('idle');
  };
  const looking = setInterval(() => void look(), lookMs);
  return () => {
    clearInterval(looking);
    for (const [event, listener] of listeners) monitor.off(event, listener);
  };
}
