import { byNumber } from '../by-number.ts';
import { parseDay } from '../../calendar/day.ts';
import { instantAt, type Instant } from '../../calendar/instant.ts';
import { bindingInstant, dueStanding, lookingAt } from '../binding-hour.ts';
import type { HourOfDay } from '../date-fact.ts';
import { quietAt, type QuietHours } from '../quiet-hours.ts';

/** A deadline as a reminder needs it. */
export interface Reminding {
  readonly number: string;
  /** By which it is to be done; null where it has no date, which is raised elsewhere. */
  readonly fileBy: string | null;
  /** The hour of that day, where it has one. */
  readonly hour?: HourOfDay | null;
}
export interface Reminder {
  readonly number: string;
  /** Days left; 0 today, below 0 late, be it by an hour. */
  readonly left: number;
  /** It ends in quiet hours, and this is told before they begin. */
  readonly inQuiet: boolean;
}

/** By whose clocks days begin, and in which hours nothing is told. */
export interface Clocks {
  readonly zone: string;
  readonly quiet: QuietHours | null;
}
/** Until when one was reminded, by which clocks: of everything, or only of what ends in quiet hours. */
export interface Told extends Clocks {
  readonly at: Instant;
  readonly only?: 'before-quiet' | undefined;
}

/** Days before the file-by date on which one is reminded, where nobody chose others; that it is past is always told. */
export const usualLadder: readonly number[] = [7, 3, 1, 0];
/** So long before quiet hours it is told what ends in them: time to do it, or to go on. */
const leadMs = 60 * 60_000;
const dayMs = 86_400_000;
/** After this long no two zones and no quiet hours can disagree whether an instant has come. */
const forgetMs = 4 * dayMs;

interface Moment {
  readonly rung: number | 'before-quiet' | 'passed';
  readonly at: Instant;
}

/**
 * When one is reminded of a deadline: as each day of the ladder begins, and when its last instant is past; what comes in quiet hours, after them. What ends in quiet hours is told an
 * hour before they begin, and with it a day of the ladder that begins in the same quiet hours. None where it has no date.
 */
function momentsOf(deadline: Reminding, clocks: Clocks, ladder: readonly number[]): readonly Moment[] {
  const { fileBy, hour } = deadline;
  const asked = [fileBy, hour?.time, hour?.zone, clocks.zone, clocks.quiet?.from, clocks.quiet?.to, ...ladder].join(' ');
  const known = found.get(asked) ?? findMoments(deadline, clocks, ladder);
  // It is looked every minute, and the zones of the world are slow to ask.
  if (found.size >= mostFound) found.clear();
  found.set(asked, known);
  return known;
}

const found = new Map<string, readonly Moment[]>();
const mostFound = 5000;

function findMoments({ fileBy, hour }: Reminding, { zone, quiet }: Clocks, ladder: readonly number[]): readonly Moment[] {
  const named = fileBy?.slice(0, 10) ?? '';
  const last = bindingInstant(named, hour, zone);
  if (Number.isNaN(last)) return [];
  const quietOf = (at: Instant) => (quiet === null ? null : quietAt(at, quiet, zone));
  const day = parseDay(dueStanding(named, hour, lookingAt(last, zone)).day) ?? NaN;
  const rungs = [...new Set(ladder)].map((rung): Moment => {
    const at = instantAt({ day: day - rung, time: '00:00' }, zone);
    const during = quietOf(at);
    return { rung, at: during === null ? at : last < during.end ? during.start - leadMs : during.end };
  });
  const during = quietOf(last);
  const passed = last + 1;
  return [...rungs, ...(during === null ? [] : [{ rung: 'before-quiet', at: during.start - leadMs } as const]), { rung: 'passed', at: quietOf(passed)?.end ?? passed }];
}

/** What of it one was not told before: by the clocks of that time, so that nobody who travels is told twice or never. */
function untold(deadline: Reminding, come: readonly Moment[], told: readonly Told[], ladder: readonly number[]): readonly Moment[] {
  if (come.length === 0) return [];
  const known = new Set(
    told.flatMap((mark) =>
      momentsOf(deadline, mark, ladder)
        .filter(({ rung, at }) => at <= mark.at && (mark.only ?? rung) === rung)
        .map(({ rung }) => rung),
    ),
  );
  return come.filter(({ rung }) => !known.has(rung));
}

/** A mark that a clock set which was ahead once: it must not keep quiet until then. One day is the way from one zone to another. */
const notToCome = (told: readonly Told[] | null, now: Instant): readonly Told[] => (told ?? []).filter((mark) => mark.at <= now + dayMs);

/** From when on one was not told of everything: what a reminder can be about lies after it. The beginning of 1970 where nobody was told of anything. */
export function toldSince(told: readonly Told[] | null, now: Instant): Instant {
  const full = notToCome(told, now).filter(({ only }) => only === undefined);
  return full.length === 0 ? 0 : Math.min(...full.map(({ at }) => at));
}

/**
 * What one is to be told now, and the marks for the next time: the deadlines for which a moment has come since `told` (null or no mark: since ever). What came while the program was
 * closed or the machine asleep comes with it, once. In quiet hours only what still ends in them is told, where it was missed before they began; all else waits for their end.
 */
export function remindersAt(
  deadlines: readonly Reminding[],
  at: Clocks & { readonly now: Instant },
  told: readonly Told[] | null,
  ladder: readonly number[] = usualLadder,
): { readonly reminders: readonly Reminder[]; readonly told: readonly Told[] } {
  const { now, zone, quiet } = at;
  const marks = notToCome(told, now);
  const isQuiet = quiet !== null && quietAt(now, quiet, zone) !== null;
  const looking = lookingAt(now, zone);
  const today = parseDay(looking.today) ?? 0;
  const reminders = deadlines
    .flatMap((deadline): Reminder[] => {
      const { passed, left } = leftOf(deadline, looking, today);
      // Once it is past, that alone is news.
      const fresh = untold(
        deadline,
        momentsOf(deadline, at, ladder).filter(({ rung, at: came }) => came <= now && (!isQuiet || rung === 'before-quiet') && (!passed || rung === 'passed')),
        marks,
        ladder,
      );
      return fresh.length === 0 ? [] : [{ number: deadline.number, left, inQuiet: fresh.some(({ rung }) => rung === 'before-quiet') }];
    })
    .sort((a, b) => a.left - b.left);
  return { reminders, told: marked(marks, { at: now, zone, quiet, ...(isQuiet && { only: 'before-quiet' }) }) };
}

function leftOf({ fileBy, hour }: Reminding, looking: ReturnType<typeof lookingAt>, today: number): { readonly passed: boolean; readonly left: number } {
  const { passed, day } = dueStanding(fileBy?.slice(0, 10) ?? '', hour, looking);
  const left = (parseDay(day) ?? 0) - today;
  return { passed, left: passed ? Math.min(left, -1) : Math.max(left, 0) };
}

/** The marks with a new one: it takes the place of those by the same clocks, and those by others stand until they cannot matter any more. */
function marked(marks: readonly Told[], mark: Told): readonly Told[] {
  const same = (one: Told): boolean => one.zone === mark.zone && one.quiet?.from === mark.quiet?.from && one.quiet?.to === mark.quiet?.to;
  const replaced = (one: Told): boolean => same(one) && (mark.only === undefined || one.only === mark.only);
  const at = Math.max(mark.at, ...marks.filter((one) => same(one) && one.only === mark.only).map((one) => one.at));
  // While quiet hours last the mark of all else is what tells at their end what is new.
  return [...marks.filter((one) => !replaced(one) && (mark.only !== undefined || mark.at - one.at < forgetMs)), { ...mark, at }].slice(-mostMarks);
}
const mostMarks = 8;

/** A time in which nobody could be reminded of anything in the window: from what was told before it, to when it ended. */
export interface Away {
  readonly told: readonly Told[];
  readonly until: Instant;
  readonly zone: string;
}
/** A deadline of which one would have been reminded meanwhile, as it stands now. */
export interface Missed {
  readonly number: string;
  readonly left: number;
}

/** What came while one was away, as it stands `now`: late first, then the nearest. What one sees in the window knows no quiet hours. */
export function missedIn(
  deadlines: readonly Reminding[],
  away: readonly Away[],
  at: { readonly now: Instant; readonly zone: string },
  ladder: readonly number[] = usualLadder,
): readonly Missed[] {
  const looking = lookingAt(at.now, at.zone);
  const today = parseDay(looking.today) ?? 0;
  return deadlines
    .filter((deadline) =>
      away.some(({ told, until, zone }) => {
        const come = momentsOf(deadline, { zone, quiet: null }, ladder).filter(({ at: moment }) => moment <= until);
        return untold(deadline, come, told, ladder).length > 0;
      }),
    )
    .map((deadline) => ({ number: deadline.number, left: leftOf(deadline, looking, today).left }))
    .sort((a, b) => a.left - b.left || byNumber(a, b));
}

const some = (count: number, one: string, many: string): string => `${String(count)} ${count === 1 ? one : many}`;
const near = ({ left, inQuiet }: Reminder): number | 'quiet' => (inQuiet ? 'quiet' : Math.max(left, -1));
const when = (left: number | 'quiet'): string =>
  left === 'quiet' ? 'due in the quiet hours' : left < 0 ? 'late' : left === 0 ? 'due today' : left === 1 ? 'due tomorrow' : `due within ${String(left)} days`;

/**
 * What a notification of the system says: how many and how near, never a title, a party or a model, because it stands over other people's windows and in the
 * system's own history. `numbers`: with the numbers of the records, for whoever chose that.
 */
export function reminderWords(reminders: readonly Reminder[], numbers: boolean): { readonly title: string; readonly body: string } {
  const groups = [...new Set(reminders.map(near))].map((left) => ({ left, all: reminders.filter((one) => near(one) === left) }));
  const lines = groups.map(({ left, all }) => (numbers ? `${all.map(({ number }) => number).join(', ')} ${when(left)}` : `${String(all.length)} ${when(left)}`));
  return { title: some(reminders.length, 'deadline', 'deadlines'), body: lines.join('; ') };
}

const came = (left: number): string => (left < 0 ? 'passed' : left === 0 ? 'fell due today' : left === 1 ? 'fell due tomorrow' : `came within ${String(left)} days`);

/** What was missed, in words: `3 deadlines passed; 2 fell due tomorrow; 1 came within 7 days`. Empty where nothing was. */
export function missedWords(missed: readonly Missed[]): string {
  const nearOf = (one: Missed): number => Math.max(one.left, -1);
  return [...new Set(missed.map(nearOf))]
    .map((left, i) => {
      const count = missed.filter((one) => nearOf(one) === left).length;
      return `${i === 0 ? some(count, 'deadline', 'deadlines') : String(count)} ${came(left)}`;
    })
    .join('; ');
}
