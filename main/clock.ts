import type { Clock } from '../shared/calendar/clock.ts';
import { lookedAgain } from './zone-of-computer.ts';

/** A program asks for its zone once; after this long it is asked again whether the computer stands in another by now. */
const zone = lookedAgain(process.env, () => Intl.DateTimeFormat().resolvedOptions().timeZone);

/** The wall clock and the person's zone. Nothing else in the house reads either. */
export const clock: Clock = () => {
  const instant = Date.now();
  return { instant, zone: zone(instant) };
};
