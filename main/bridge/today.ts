import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';

/** The day it is in `zone`, `YYYY-MM-DD`. */
export const dayTextAt = (instant: number, zone: string): string => dayText(momentAt(instant, zone).day);
