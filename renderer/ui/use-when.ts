import { useToday, useZone } from '../screen/screen.ts';
import { dayAt, dayWords, timeAt } from '../words/dates.ts';

/** An instant as day and time of the zone of the person at work. */
export function useWhen(): (instant: number) => string {
  const zone = useZone();
  const today = useToday();
  return (instant) => `${dayWords(dayAt(instant, zone), 'short', today)}, ${timeAt(instant, zone)}`;
}
