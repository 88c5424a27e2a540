import { dayText } from '../calendar/day.ts';
import { momentAt } from '../calendar/instant.ts';
import { earliestDay } from './date-fact.ts';
import type { CustodyEvent } from './kinds/evidence-item-guards.ts';

/** When and by whom an event is recorded: the instant of the act it belongs to, and the zone of the person at work. */
export interface Recorded {
  readonly at: number;
  readonly zone: string;
  readonly by: string;
}

/**
 * A custody event that the program itself saw happen, to follow `earlier`. Where the clock shows an earlier time than an event that is already
 * recorded (summer time has ended, or the clock was set), the event says so, because the chain must follow time or say why not.
 */
export function custodyEvent(action: CustodyEvent['action'], recorded: Recorded, earlier: readonly CustodyEvent[], more: Partial<CustodyEvent> = {}): CustodyEvent {
  const { at, zone, by } = recorded;
  const moment = momentAt(at, zone, true);
  const day = dayText(moment.day);
  const occurred = { certainty: 'exact' as const, day, ...(moment.time !== null && { time: moment.time }), zone };
  const behind = earlier.some((event) => {
    const before = earliestDay(event.occurred);
    if (before === null || before !== day) return before !== null && before > day;
    return event.occurred.certainty === 'exact' && event.occurred.time !== undefined && moment.time !== null && event.occurred.time > moment.time;
  });
  return {
    action,
    occurred,
    recordedAt: at,
    by,
    ...(behind && { lateReason: 'Recorded when it happened; the clock showed an earlier time than an event recorded before.' }),
    ...more,
  };
}
