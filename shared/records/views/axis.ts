import { addMonths, dateOf, dayOf, dayText, parseDay, type Day } from '../../calendar/day.ts';
import { spanOf, type Happening } from './course.ts';

/** One happening on the axis: from `x` to `x + width`, 0 to 1 of the axis, in a lane of its own where others would touch it. */
export interface Bar {
  readonly id: string;
  readonly number: string;
  readonly x: number;
  readonly width: number;
  readonly lane: number;
  readonly look: 'day' | 'about' | 'range' | 'disputed';
  /** An end that is not known runs on to the edge, drawn broken. */
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** Where the readings of a disputed date stand, 0 to 1. */
  readonly readings: readonly number[];
}
export interface Axis {
  readonly first: string;
  readonly last: string;
  readonly bars: readonly Bar[];
  readonly lanes: number;
  /** First days of months, or of quarters or years where there are many, each with its place. */
  readonly ticks: readonly { readonly day: string; readonly x: number }[];
  /** How many have no date at all: they stand in the list only. */
  readonly undated: number;
}

/** The most ticks that can be read beside each other. */
const mostTicks = 18;
/** How near two marks may come before one goes into the next lane: a share of the axis. */
const apart = 0.012;

/** Where everything stands in time; null where nothing has a date, so that no axis is drawn that would say what nobody knows. */
export function axisOf(course: readonly Happening[]): Axis | null {
  const spans = course.flatMap((one) => {
    const span = spanOf(one.at);
    return span === null ? [] : [{ one, span }];
  });
  const days = spans.flatMap(({ span }) => [span.from, span.to]).flatMap((text) => (text === null ? [] : [parseDay(text) ?? 0]));
  if (days.length === 0) return null;
  const [low, high] = [Math.min(...days), Math.max(...days)];
  // Whole months, so that the ticks begin and end the axis.
  const start = monthStart(low);
  const end = addMonths(monthStart(high), 1);
  const place = (day: Day): number => (day - start) / (end - start);
  const lanes: number[] = [];
  // From left to right, so that a lane is used again as soon as it is free.
  const bars = spans
    .toSorted((a, b) => ((a.span.from ?? '') < (b.span.from ?? '') ? -1 : 1))
    .map(({ one, span }): Bar => {
      const from = span.from === null ? start : (parseDay(span.from) ?? start);
      const to = span.to === null ? end : (parseDay(span.to) ?? end);
      const [x, right] = [place(from), place(to)];
      const free = lanes.findIndex((edge) => edge + apart <= x);
      const lane = free < 0 ? lanes.length : free;
      lanes[lane] = right;
      return {
        id: one.id,
        number: one.number,
        x,
        width: right - x,
        lane,
        look: one.at.certainty === 'exact' ? 'day' : one.at.certainty === 'approximate' ? 'about' : one.at.certainty === 'disputed' ? 'disputed' : 'range',
        openStart: span.from === null,
        openEnd: span.to === null,
        readings: span.readings.map((day) => place(parseDay(day) ?? start)),
      };
    });
  return { first: dayText(start), last: dayText(end - 1), bars, lanes: lanes.length, ticks: ticksOf(start, end, place), undated: course.length - spans.length };
}

function monthStart(day: Day): Day {
  const { year, month } = dateOf(day);
  return dayOf(year, month, 1);
}

function ticksOf(start: Day, end: Day, place: (day: Day) => number): Axis['ticks'] {
  const firsts: Day[] = [];
  for (let month = start; month < end && firsts.length < 2400; month = addMonths(month, 1)) firsts.push(month);
  const every = [1, 3, 6, 12, 24, 60, 120].find((months) => firsts.length / months <= mostTicks) ?? 240;
  return firsts.filter((month) => (dateOf(month).year * 12 + dateOf(month).month - 1) % every === 0).map((month) => ({ day: dayText(month), x: place(month) }));
}
