import { weekdays, type Weekday } from '../../shared/calendar/day.ts';
import type { Settings } from '../../shared/contract/settings.ts';

/** How a day is written: `Thu 18 Jun 2026`, `Thu, Jun 18, 2026` or `Thu 2026-06-18`. The month is a word, or the year comes first: no form can be read as another day. */
export type DayForm = 'day-first' | 'month-first' | 'iso';

/** How an hour is written: `16:30`, or `4:30 p.m.` as the law's sentences have it. */
export type Clock = '24' | '12';

/** How the person at work wants days, weeks, hours and figures written in the window. Papers keep the form of the law whatever is chosen. */
export interface Writing {
  readonly days: DayForm;
  readonly weekStart: Weekday;
  /** The language tag whose grouping and decimal mark figures have. */
  readonly figures: string;
  readonly hours: Clock;
}

const standard: Writing = { days: 'day-first', weekStart: 'Mon', figures: 'en-US', hours: '24' };
const weekStarts = { monday: 'Mon', sunday: 'Sun', saturday: 'Sat' } as const;
/** `1,234.5`, `1.234,5`, `1 234,5`. */
const figureTags = { comma: 'en-US', point: 'de-DE', space: 'sv-SE' } as const;

let now = standard;

/** How things are written in this window now. */
export const writing = (): Writing => now;
/** What the person chose, from here on. */
export function write(chosen: Writing): void {
  now = chosen;
}

/** What a person's settings mean on a computer whose region is `region` (a language tag such as `en-GB`; one that is no tag counts as the standard). */
export function writingOf(settings: Pick<Settings, 'dates' | 'weekStart' | 'figures' | 'hours'>, region: string): Writing {
  return {
    days: settings.dates === 'region' ? dayFormOf(region) : settings.dates,
    weekStart: settings.weekStart === 'region' ? weekStartOf(region) : weekStarts[settings.weekStart],
    figures: settings.figures === 'region' ? figuresOf(region) : figureTags[settings.figures],
    hours: settings.hours === 'region' ? clockOf(region) : settings.hours,
  };
}

/** The order in which the region writes a day; never its numbers alone. */
export function dayFormOf(region: string): DayForm {
  const order = localeOf(region, standard.days, (tag) =>
    new Intl.DateTimeFormat(tag, { calendar: 'gregory', year: 'numeric', month: 'numeric', day: 'numeric', timeZone: 'UTC' })
      .formatToParts(0)
      .flatMap(({ type }) => (type === 'year' || type === 'month' || type === 'day' ? [type] : []))
      .join(),
  );
  if (order.startsWith('year')) return 'iso';
  return order.startsWith('month') ? 'month-first' : 'day-first';
}

/** The day on which weeks begin in the region. */
export function weekStartOf(region: string): Weekday {
  return localeOf(region, standard.weekStart, (tag) => {
    // Older Chromium has the property, newer the function, and the types of this compiler neither.
    const locale = new Intl.Locale(tag) as Intl.Locale & { getWeekInfo?: () => { firstDay: number }; weekInfo?: { firstDay: number } };
    const first = (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay;
    return weekdays[(first ?? 1) - 1] ?? standard.weekStart;
  });
}

/** Whether the region counts its hours to twelve twice a day. */
export const clockOf = (region: string): Clock =>
  localeOf(region, standard.hours, (tag) => (new Intl.DateTimeFormat(tag, { hour: 'numeric' }).resolvedOptions().hourCycle?.startsWith('h1') === true ? '12' : '24'));

/** The region with the digits 0 to 9: figures are copied into papers. */
const figuresOf = (region: string): string => localeOf(region, standard.figures, (tag) => new Intl.Locale(tag, { numberingSystem: 'latn' }).toString());

function localeOf<Found>(region: string, otherwise: Found, found: (tag: string) => Found): Found {
  try {
    return found(region);
  } catch (fault) {
    // The system named a region that is no language tag.
    if (fault instanceof RangeError) return otherwise;
    throw fault;
  }
}

const formats = new Map<string, Intl.NumberFormat>();
/** `1,204`, or as the person wants figures: for everything that is counted in the window. At most `decimals` after the mark. */
export const figure = (value: number, decimals = 0): string => figureIn(now.figures, value, decimals);

/** A figure as the language `tag` writes it, with so many decimals. */
export function figureIn(tag: string, value: number, decimals = 0): string {
  const key = `${tag} ${decimals}`;
  const made = formats.get(key) ?? new Intl.NumberFormat(tag, { maximumFractionDigits: decimals, minimumFractionDigits: decimals });
  formats.set(key, made);
  return made.format(value);
}

/** The days of a week in the order in which the person reads them, each with its place counted from Monday. */
export function weekOrder(): readonly number[] {
  const first = weekdays.indexOf(now.weekStart);
  return weekdays.map((_, i) => (first + i) % 7);
}

/** How many days `weekday` lies after the first day of the person's week: 0 to 6. */
export const daysIntoWeek = (weekday: Weekday): number => (weekdays.indexOf(weekday) - weekdays.indexOf(now.weekStart) + 7) % 7;
