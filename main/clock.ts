import type { Clock } from '../shared/calendar/clock.ts';

/** The wall clock and the person's zone. Nothing else in the house reads either. */
export const clock: Clock = () => ({ instant: Date.now(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone });
