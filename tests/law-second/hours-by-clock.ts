import { lineOf, rowAt } from './day-table.ts';

// Hours, by the second implementation: the wall clock of a zone is read off Intl and never calculated.

const readers = new Map<string, Intl.DateTimeFormat>();

/** What the clock on the wall shows in `zone` at an instant: `2026-06-18T16:30`. */
function wall(instant: number, zone: string): string {
  let reader = readers.get(zone);
  if (reader === undefined)
    readers.set(
      zone,
      (reader = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })),
    );
  const part = Object.fromEntries(reader.formatToParts(instant).map(({ type, value }) => [type, value]));
  return `${part['year']}-${part['month']}-${part['day']}T${part['hour']}:${part['minute']}`;
}

const minute = 60_000;

/** The first instant at which the clock of `zone` shows `shown`; null where the clock jumps over it. */
export function instantOf(shown: string, zone: string): number | null {
  const guess = Date.parse(`${shown}:00Z`);
  // No zone is more than 14 hours from UTC, and none is off by anything but quarters of an hour.
  for (let instant = guess - 14 * 60 * minute; instant <= guess + 14 * 60 * minute; instant += 15 * minute) if (wall(instant, zone) === shown) return instant;
  return null;
}

export interface HourCase {
  readonly method: 'FRCP6_HOURS' | 'ELAPSED_HOURS' | 'EU1182_HOURS';
  /** `2026-06-12T16:30` in `zone`. */
  readonly trigger: string;
  readonly zone: string;
  readonly n: number;
}

/** The moment at which n hours end, on the wall of `zone`; null where the trigger does not exist there. */
export function endOfHours({ method, trigger, zone, n }: HourCase, fridays = true): { readonly due: string; readonly instant: number | null } | null {
  // The hour of the event is not counted: from the next full hour (Reg 1182/71 Art 3(1)).
  const start = instantOf(trigger, zone);
  if (start === null) return null;
  const first = method === 'EU1182_HOURS' ? start + (60 - Number(trigger.slice(14, 16))) * minute : start;
  const end = first + n * 60 * minute;
  const shown = wall(end, zone);
  if (method === 'ELAPSED_HOURS') return { due: shown, instant: end };
  if (method === 'EU1182_HOURS') {
    // A period of two days or more touches at least two working days (Art 3(5)); 48 hours are two days.
    let last = lineOf(shown.slice(0, 10));
    while (n >= 48 && workingDays(lineOf(trigger.slice(0, 10)), last) < 2) last += 1;
    const due = `${rowAt(last).date}${shown.slice(10)}`;
    return { due, instant: due === shown ? end : instantOf(due, zone) };
  }
  let line = lineOf(shown.slice(0, 10));
  const closed = (at: number): boolean => {
    const row = rowAt(at);
    return row.weekday === 0 || row.weekday === 6 || row.federal === 'holiday' || (row.federal === 'friday' && fridays);
  };
  if (!closed(line)) return { due: shown, instant: end };
  while (closed(line)) line += 1;
  const due = `${rowAt(line).date}${shown.slice(10)}`;
  return { due, instant: instantOf(due, zone) };
}

function workingDays(from: number, to: number): number {
  let days = 0;
  for (let line = from; line <= to; line++) if (rowAt(line).weekday !== 0 && rowAt(line).weekday !== 6) days += 1;
  return days;
}
