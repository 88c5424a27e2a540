import { lineOf, rowAt, type Row } from './day-table.ts';

/** One way to read the open points of a count. */
export interface Reading {
  /** The Friday kept for a Saturday holiday is a legal holiday. */
  readonly fridays: boolean;
  /** A day entered as a state's holiday counts. */
  readonly state: boolean;
  /** A day that only a court declared counts. */
  readonly courtDays: boolean;
  /** Backward BIS periods: a closed last day runs on by the words "the next day". */
  readonly bisForward: boolean;
  /** Backward BIS periods of seven days or less: every day counts. */
  readonly bisPlain: boolean;
}

export interface Case {
  readonly method: string;
  readonly trigger: string;
  readonly n: number;
  readonly backward: boolean;
  readonly roll?: 'NONE' | 'NEXT_BUSINESS_FORWARD' | 'LEGAL_HOLIDAY_ONLY_FORWARD';
  /** Days added after the rolled end, because we were served in a way that adds them. */
  readonly mail?: number;
  readonly inaccessible?: readonly string[];
  readonly holidays?: readonly { readonly date: string; readonly by: 'president' | 'congress' | 'state' | 'court' }[];
  /** Public holidays of the member state. */
  readonly memberState?: readonly string[];
  readonly atCourtOffice?: boolean;
}

export interface Dates {
  readonly due: string;
  readonly safe: string;
  readonly latest: string;
}

const weekend = (row: Row): boolean => row.weekday === 0 || row.weekday === 6;
type Closed = (line: number) => boolean;

/** Where a federal court or agency does not work, in one reading. */
function federalClosed(one: Case, reading: Reading): Closed {
  const entered = new Set<string>();
  const court = one.method === 'FRCP6_DAYS' || one.method === 'FRAP26_DAYS';
  for (const { date, by } of one.holidays ?? []) {
    if (by === 'president' || by === 'congress') entered.add(date);
    if (by === 'state' && reading.state && court && !one.backward) entered.add(date);
    if (by === 'court' && reading.courtDays && court && !one.backward) entered.add(date);
  }
  return (line) => {
    const row = rowAt(line);
    return weekend(row) || row.federal === 'holiday' || (row.federal === 'friday' && reading.fridays) || entered.has(row.date);
  };
}
const englandClosed: Closed = (line) => weekend(rowAt(line)) || rowAt(line).england;
const memberStateClosed =
  (one: Case): Closed =>
  (line) =>
    weekend(rowAt(line)) || (one.memberState ?? []).includes(rowAt(line).date);

function walk(from: number, step: 1 | -1, closed: Closed): number {
  let line = from;
  while (closed(line)) line += step;
  return line;
}
/** Counts n open days with the finger. */
function openDays(from: number, n: number, step: 1 | -1, closed: Closed): number {
  let line = from;
  let counted = 0;
  while (counted < n) {
    line += step;
    if (!closed(line)) counted += 1;
  }
  return line;
}

/** The same day of the month n months on; the month's last day where it has no such day. */
function months(trigger: string, n: number): string {
  const [year, month, day] = trigger.split('-').map(Number) as [number, number, number];
  const first = new Date(Date.UTC(year, month - 1 + n, 1));
  const length = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth(), Math.min(day, length))).toISOString().slice(0, 10);
}
const isLastOfMonth = (date: string): boolean => rowAt(lineOf(date) + 1).date.endsWith('-01');
function sticky(trigger: string, n: number): string {
  const there = months(trigger, n);
  if (!isLastOfMonth(trigger)) return there;
  let line = lineOf(there);
  while (!rowAt(line + 1).date.endsWith('-01')) line += 1;
  return rowAt(line).date;
}

interface Counted {
  /** Before any roll. */
  readonly raw: number;
  readonly end: number;
}

/** The last day in one reading: line of the table. */
function lastDay(one: Case, reading: Reading): Counted {
  const step = one.backward ? -1 : 1;
  const start = lineOf(one.trigger);
  const plain = start + step * one.n;
  const closed = federalClosed(one, reading);
  switch (one.method) {
    case 'FRCP6_DAYS':
    case 'FRAP26_DAYS': {
      let end = walk(plain, step, closed);
      if (one.mail !== undefined) end = walk(end + one.mail, 1, closed);
      const shut = (line: number): boolean => (one.inaccessible ?? []).includes(rowAt(line).date);
      if (shut(end)) end = walk(end, 1, (line) => shut(line) || closed(line));
      return { raw: plain, end };
    }
    case 'BIS766': {
      const short = one.n <= 7 && !(one.backward && reading.bisPlain);
      const raw = short ? openDays(start, one.n, step, closed) : plain;
      return { raw, end: walk(raw, one.backward && !reading.bisForward ? -1 : 1, closed) };
    }
    case 'PLAIN_CALENDAR':
      return { raw: plain, end: plain };
    case 'CALENDAR_ROLL_FORWARD':
      return { raw: plain, end: one.backward ? plain : walk(plain, 1, closed) };
    case 'BUSINESS_DAYS': {
      const end = openDays(start, one.n, step, closed);
      return { raw: end, end };
    }
    case 'MONTH_CORRESPONDING':
    case 'MONTH_END_STICKY':
    case 'UK_MONTH':
    case 'EU_MONTH': {
      const raw = lineOf(one.method === 'MONTH_END_STICKY' ? sticky(one.trigger, step * one.n) : months(one.trigger, step * one.n));
      return { raw, end: rolled(one, raw, closed) };
    }
    case 'EU1182_DAYS': {
      const shut = memberStateClosed(one);
      if (one.backward) return { raw: plain, end: plain };
      let end = walk(plain, 1, shut);
      // Art 3(5): a period of two days or more includes at least two working days.
      if (one.n >= 2) while (worked(start, end, shut) < 2) end += 1;
      return { raw: plain, end };
    }
    case 'UK_CPR_CLEAR_DAYS': {
      const raw = one.n <= 5 ? openDays(start, one.n, 1, englandClosed) : plain;
      return { raw, end: one.atCourtOffice === true ? walk(raw, 1, englandClosed) : raw };
    }
    default:
      throw new Error(`the table knows no ${one.method}`);
  }
}

const worked = (start: number, end: number, closed: Closed): number => {
  let days = 0;
  for (let line = start + 1; line <= end; line++) if (!closed(line)) days += 1;
  return days;
};

function rolled(one: Case, raw: number, closed: Closed): number {
  if (one.method === 'UK_MONTH') return walk(raw, 1, englandClosed);
  if (one.method === 'EU_MONTH') return one.backward ? raw : walk(raw, 1, memberStateClosed(one));
  if (one.roll === 'NEXT_BUSINESS_FORWARD') return walk(raw, 1, closed);
  if (one.roll === 'LEGAL_HOLIDAY_ONLY_FORWARD') return rowAt(raw).federal === null ? raw : walk(raw, 1, closed);
  return raw;
}

const both = [true, false] as const;
/** Every way to read the points that this method and these facts leave open, the prevailing one first. */
function readings(one: Case): readonly Reading[] {
  const court = one.method === 'FRCP6_DAYS' || one.method === 'FRAP26_DAYS';
  const friday = court || one.method === 'BIS766' || (one.method === 'MONTH_CORRESPONDING' && one.roll === 'NEXT_BUSINESS_FORWARD');
  const bis = one.method === 'BIS766' && one.backward;
  const found: Reading[] = [];
  for (const fridays of friday ? both : [true])
    for (const state of court ? both : [true])
      for (const courtDays of court ? [false, true] : [false])
        for (const bisForward of bis ? [false, true] : [false])
          for (const bisPlain of bis && one.n <= 7 ? [false, true] : [false]) found.push({ fridays, state, courtDays, bisForward, bisPlain });
  return found;
}

/** Due, file-by and latest date of an act of ours for which an office must be open, by the table. */
export function byTable(one: Case): Dates {
  const all = readings(one);
  const ends = all.map((reading) => lastDay(one, reading));
  const [prevailing] = ends;
  if (prevailing === undefined) throw new Error('a count without a reading');
  const lines = ends.map(({ end }) => end);
  return { due: rowAt(prevailing.end).date, safe: rowAt(safeLine(one, prevailing, Math.min(...lines))).date, latest: rowAt(Math.max(...lines)).date };
}

/** Courts, part 766 and months may use their roll; elsewhere the un-rolled day, or the last day before it on which an office is open. */
function safeLine(one: Case, { raw }: Counted, earliest: number): number {
  switch (one.method) {
    case 'FRCP6_DAYS':
    case 'FRAP26_DAYS':
    case 'BIS766':
    case 'BUSINESS_DAYS':
      return earliest;
    case 'MONTH_CORRESPONDING':
      if (one.roll === 'NEXT_BUSINESS_FORWARD') return earliest;
      break;
    case 'EU1182_DAYS':
    case 'EU_MONTH':
      return raw;
    case 'UK_MONTH':
    case 'UK_CPR_CLEAR_DAYS': {
      const open = walk(raw, -1, englandClosed);
      return open < lineOf(one.trigger) ? raw : open;
    }
  }
  const open = walk(raw, -1, federalClosed(one, { fridays: true, state: true, courtDays: false, bisForward: false, bisPlain: false }));
  // No day before the event is named: where no office opens in between, the last day itself stands.
  return !one.backward && open < lineOf(one.trigger) ? raw : open;
}

/** Before an event, that many clear days: closed days are no clear days when there are five or fewer (CPR 2.8(3)–(4)). The day before them. */
export function clearDaysBefore(event: string, n: number): string {
  const line = lineOf(event);
  return rowAt(n <= 5 ? openDays(line, n, -1, englandClosed) - 1 : line - n - 1).date;
}

/** Three days after a base period whose end is known, rolled again (FRCP 6(d)). */
export function addedAfter(end: string, days: number, reading: Pick<Reading, 'fridays'>): string {
  const one: Case = { method: 'FRCP6_DAYS', trigger: end, n: days, backward: false };
  return rowAt(walk(lineOf(end) + days, 1, federalClosed(one, { fridays: reading.fridays, state: true, courtDays: false, bisForward: false, bisPlain: false }))).date;
}

/** A floor of n years from the latest of several events (15 CFR 762.6(a)); the last day of February where there is no 29th. */
export const yearsFromLatest = (events: readonly string[], years: number): string => months([...events].sort().at(-1) ?? '', 12 * years);

/** The last day of the month after the month of the trigger. */
export function lastOfNextMonth(trigger: string): string {
  const first = months(`${trigger.slice(0, 8)}01`, 2);
  return rowAt(lineOf(first) - 1).date;
}
