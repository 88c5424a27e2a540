import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { afterEach, describe, expect, test } from 'vitest';
import { dayOf, dayText, parseDay, weekdayOf } from '../../shared/calendar/day.ts';
import { dayWords as lawsWords, timeWords } from '../../shared/calendar/day-words.ts';
import { readTypedDate } from '../../shared/calendar/read-typed-date.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';
import { readDate } from '../form/read-date.ts';
import { typedFor } from '../form/typed-for.ts';
import { factReason, factWords } from './date-facts.ts';
import { dayWords, hourWords, instantWords, inWriting, longDay, timeAt, hourIn, whenWords } from './dates.ts';
import { clockOf, dayFormOf, daysIntoWeek, figure, figureIn, weekOrder, weekStartOf, write, writingOf, type DayForm } from './writing.ts';

const forms: readonly DayForm[] = ['day-first', 'month-first', 'iso'];
const tags: Readonly<Record<Exclude<DayForm, 'iso'>, string>> = { 'day-first': 'en-GB', 'month-first': 'en-US' };
const standard = writingOf({ dates: 'day-first', weekStart: 'monday', figures: 'comma', hours: '24' }, 'en-US');
afterEach(() => write(standard));

const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
const [first, last] = [dayOf(1900, 1, 1), dayOf(2100, 12, 31)];
const day = fc.integer({ min: first, max: last }).map(dayText);
const form = fc.constantFrom(...forms);
const clock = fc.constantFrom('24' as const, '12' as const);
/** Every minute of a day, `HH:MM`. */
const minute = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((at) => `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`);
const today = '2026-11-25';
/** The vault's reader, as the window asks it; nothing is read against today. */
const readDay = (typed: string) => {
  try {
    return Promise.resolve({ ok: true as const, day: dayText(readTypedDate(typed, { instant: Date.UTC(2026, 10, 25), zone: 'UTC' }).day) });
  } catch {
    return Promise.resolve({ ok: false as const, why: typed });
  }
};

describe('a day in words', () => {
  test('is the one that Intl writes for the same form, from 1900 to 2100', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('day-first' as const, 'month-first' as const), (text, as) => {
        const date = Temporal.PlainDate.from(text);
        // ICU writes “Sept” in British English; the law's papers and ours have three letters for every month.
        const intl = new Intl.DateTimeFormat(tags[as], { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
          .format(new Date(`${text}T00:00:00Z`))
          .replace('Sept', 'Sep');
        expect(plain(dayWords(text, 'full', today, as)).replaceAll(',', '')).toBe(intl.replaceAll(',', ''));
        expect(plain(dayWords(text, 'full', today, 'iso')).split(' ')).toEqual([date.toLocaleString('en-GB', { weekday: 'short' }), date.toString()]);
      }),
    );
  });

  test('is read back as the same day whatever the form, with and without its weekday', () => {
    fc.assert(
      fc.property(day, form, (text, as) => {
        for (const words of [dayWords(text, 'full', today, as), dayWords(text, 'plain', '', as), longDay(text, as)])
          expect(dayText(readTypedDate(plain(words), { instant: 0, zone: 'UTC' }).day), words).toBe(text);
      }),
    );
  });

  test('never stands for two days: numbers alone only with the year first, and no year only where it is this one', () => {
    fc.assert(
      fc.property(day, form, fc.constantFrom('short' as const, 'full' as const, 'plain' as const), (text, as, length) => {
        const words = plain(dayWords(text, length, today, as));
        expect(words).toMatch(as === 'iso' ? /^(?:[A-Z][a-z]{2} )?\d{4}-\d{2}-\d{2}$/ : /[A-Z][a-z]{2}/);
        expect(/\b\d{4}\b/.test(words)).toBe(as === 'iso' || length === 'full' || text.slice(0, 4) !== '2026');
        expect(words).not.toMatch(/\d[/.]\d/);
      }),
    );
  });

  test('never splits over two lines', () => {
    fc.assert(
      fc.property(day, form, (text, as) => {
        expect(dayWords(text, 'full', today, as)).not.toContain(' ');
      }),
    );
  });
});

test('a range names both years where they differ, so that neither is read as the other’s', () => {
  const across: DateFact = { certainty: 'range', earliest: '2026-01-30', latest: '2027-02-02' };
  const words = (as: DayForm, fact: DateFact): string => {
    write({ ...standard, days: as });
    return plain(factWords(fact, 'short', today));
  };
  expect(forms.map((as) => words(as, across))).toEqual(['between 30 Jan 2026 and 2 Feb 2027', 'between Jan 30, 2026 and Feb 2, 2027', 'between 2026-01-30 and 2027-02-02']);
  const near: DateFact = { certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' };
  expect(forms.map((as) => words(as, near))).toEqual(['between 9 and 12 Jun', 'between Jun 9 and 12', 'between 2026-06-09 and 2026-06-12']);
  expect(forms.map((as) => words(as, { ...near, earliest: '2027-06-09', latest: '2027-06-12' }))).toEqual([
    'between 9 and 12 Jun 2027',
    'between Jun 9 and 12, 2027',
    'between 2027-06-09 and 2027-06-12',
  ]);
});

test('readings of another year have it, where the reason says who says what', () => {
  const fact: DateFact = {
    certainty: 'disputed',
    readings: [
      { day: '2025-06-09', saidBy: 'the Bureau' },
      { day: '2026-06-12', saidBy: 'our gateway' },
    ],
  };
  write({ ...standard, days: 'month-first' });
  expect(plain(factReason(fact))).toBe('the Bureau: Jun 9, 2025; our gateway: Jun 12, 2026');
});

const here = 'UTC';
test('what a form puts into a date’s field reads back as the same date in every form', async () => {
  const fact = fc.oneof(
    fc.record({ certainty: fc.constant('exact' as const), day }),
    fc.record({ certainty: fc.constant('exact' as const), day, time: minute, zone: fc.constantFrom('UTC', 'America/New_York', 'Asia/Kolkata', 'America/Argentina/Buenos_Aires') }),
    fc.record({ certainty: fc.constant('approximate' as const), day }),
    fc.record({ certainty: fc.constant('range' as const), latest: day }),
    fc.record({ certainty: fc.constant('range' as const), earliest: day }),
    fc.tuple(day, day).map((two) => ({ certainty: 'range' as const, earliest: [...two].sort()[0] ?? '', latest: [...two].sort()[1] ?? '' })),
    fc.tuple(day, day).map((two) => ({ certainty: 'disputed' as const, readings: two.map((one) => ({ day: one, saidBy: '' })) })),
  );
  await fc.assert(
    fc.asyncProperty(fact, form, clock, async (date, as, hours) => {
      write({ ...standard, days: as, hours });
      const read = await readDate(typedFor(date, here), here, readDay);
      const { asTyped: _typed, ...found } = read.ok ? read.fact : { asTyped: read.why };
      expect(found).toEqual(date);
    }),
    { numRuns: 300 },
  );
});

test('what is counted from the day on which it was typed is not offered again in those words, on which another day would be read', () => {
  const again = (asTyped: string): string => typedFor({ certainty: 'exact', day: '2026-12-07', asTyped }, 'UTC');
  for (const typed of ['in 10 days', 'monday', 'this Monday', 'December 7', 'tomorrow', 'a week from today', 'in 2026 days']) expect(again(typed), typed).toBe('7 Dec 2026');
  for (const typed of ['December 7, 2026', 'Monday, 7 Dec 2026', '2026-12-07']) expect(again(typed)).toBe(typed);
  expect(typedFor({ certainty: 'range', latest: '2026-12-07', asTyped: 'by 7 December' }, 'UTC')).toBe('on or before 7 Dec 2026');
  expect(typedFor({ certainty: 'unknown', asTyped: 'not stated' }, 'UTC')).toBe('not stated');
});

test('“June 9 or 12, 2026” and “9 or 12 June 2026” are the same two days', async () => {
  const days = async (typed: string): Promise<readonly string[]> => {
    const read = await readDate(typed, 'UTC', readDay);
    return read.ok && read.fact.certainty === 'disputed' ? read.fact.readings.map((one) => one.day) : [];
  };
  expect(await days('June 9 or 12, 2026')).toEqual(['2026-06-09', '2026-06-12']);
  expect(await days('9 or 12 June 2026')).toEqual(['2026-06-09', '2026-06-12']);
  expect(await days('June 9 or 31, 2026')).toEqual([]);
});

describe('a sentence of the law', () => {
  test('has its dates as the person wants them, and each is still the same day', () => {
    fc.assert(
      fc.property(day, form, (text, as) => {
        const engine = lawsWords(parseDay(text) ?? 0);
        const sentence = inWriting(`30 days after ${engine}: ${engine}.`, as);
        expect(sentence).toBe(`30 days after ${dayWords(text, 'full', '', as)}: ${dayWords(text, 'full', '', as)}.`);
        expect(dayText(readTypedDate(plain(sentence.slice('30 days after '.length, sentence.indexOf(': '))), { instant: 0, zone: 'UTC' }).day)).toBe(text);
      }),
    );
  });
  test('keeps what is no date of the calendar as it stands', () => {
    for (const words of ['Mon 31 Jun 2026', 'Mon 18 Jun 2026', 'May 2026', 'Thu 18 Juni 2026']) expect(inWriting(`It says ${words}.`, 'iso')).toBe(`It says ${words}.`);
  });
});

test.each([
  ['en-US', 'month-first', 'Sun'],
  ['en-GB', 'day-first', 'Mon'],
  ['de-DE', 'day-first', 'Mon'],
  ['sv-SE', 'iso', 'Mon'],
  ['ja-JP', 'iso', 'Sun'],
  ['ar-EG', 'day-first', 'Sat'],
  ['C', 'day-first', 'Mon'],
  ['', 'day-first', 'Mon'],
])('in the region “%s” days are %s and weeks begin on %s', (region, as, start) => {
  expect([dayFormOf(region), weekStartOf(region)]).toEqual([as, start]);
});

test('a week is told from its first day on', () => {
  write({ ...standard, weekStart: 'Sun' });
  expect(weekOrder()).toEqual([6, 0, 1, 2, 3, 4, 5]);
  fc.assert(
    fc.property(day, fc.constantFrom('Mon' as const, 'Sun' as const, 'Sat' as const), (text, weekStart) => {
      write({ ...standard, weekStart });
      const at = parseDay(text) ?? 0;
      expect(weekdayOf(at - daysIntoWeek(weekdayOf(at)))).toBe(weekStart);
      expect(daysIntoWeek(weekdayOf(at))).toBeLessThan(7);
    }),
  );
});

test('figures are grouped as chosen, in the digits 0 to 9 in every region, and stay the same figure', () => {
  const as = (figures: 'comma' | 'point' | 'space' | 'region', region = 'en-US'): string =>
    figureIn(writingOf({ dates: 'iso', weekStart: 'monday', figures, hours: '24' }, region).figures, 12_345.6, 1);
  expect([as('comma'), as('point'), plain(as('space')), as('region', 'ar-EG'), as('region', 'no tag!')]).toEqual(['12,345.6', '12.345,6', '12 345,6', '12,345.6', '12,345.6']);
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e12 }), fc.constantFrom('comma' as const, 'point' as const, 'space' as const), (value, figures) => {
      write(writingOf({ dates: 'iso', weekStart: 'monday', figures, hours: '24' }, 'en-US'));
      expect(Number(figure(value).replaceAll(/\D/g, ''))).toBe(value);
    }),
  );
});

describe('an hour', () => {
  test('is read back as the same minute, whichever clock the person wants', async () => {
    await fc.assert(
      fc.asyncProperty(day, minute, form, clock, async (text, time, as, hours) => {
        const words = `${dayWords(text, 'full', today, as)}, ${hourWords(time, hours)}`;
        const read = await readDate(plain(words), 'UTC', readDay);
        expect(read.ok && read.fact, words).toMatchObject({ certainty: 'exact', day: text, time });
      }),
    );
  });

  test('of a moment that a rule gives is written by the clock that the person wants, and a whole day has none', () => {
    fc.assert(
      fc.property(day, minute, clock, fc.constantFrom('short' as const, 'full' as const), (text, time, hours, length) => {
        write({ ...standard, hours });
        expect(whenWords(`${text}T${time}`, length, today)).toBe(`${dayWords(text, length, today)}, ${hourWords(time)}`);
        expect([whenWords(text, length, today), hourIn(text), hourIn(`${text}T${time}`)]).toEqual([dayWords(text, length, today), '', hourWords(time)]);
      }),
    );
    write({ ...standard, hours: '12' });
    expect(plain(whenWords('2026-06-18T16:30', 'full', today))).toBe('Thu 18 Jun 2026, 4:30 p.m.');
  });

  test('is written alike in the window and in a sentence of the law, and never without its half of the day where it is counted to twelve', () => {
    fc.assert(
      fc.property(minute, clock, (time, hours) => {
        write({ ...standard, hours });
        const sentence = inWriting(`The day ends at ${timeWords(time)} (New York).`);
        expect(sentence).toBe(`The day ends at ${hourWords(time)} (New York).`);
        expect(factWords({ certainty: 'exact', day: '2026-06-18', time, zone: 'UTC' }, 'full', today)).toBe(
          `${dayWords('2026-06-18', 'full', today)}, ${hourWords(time)}\u00a0in\u00a0UTC`,
        );
        const instant = Date.UTC(2026, 5, 18, Number(time.slice(0, 2)), Number(time.slice(3)));
        expect([timeAt(instant, 'UTC'), instantWords(instant, 'UTC')]).toEqual([hourWords(time), `${dayWords('2026-06-18', 'full', today)}, ${hourWords(time)}`]);
        expect(plain(hourWords(time))).toMatch(hours === '24' ? /^\d{2}:\d{2}$/ : /^\d{1,2}:\d{2} (?:[ap]\.m\.|noon)$/);
        expect(hourWords(time)).not.toContain(' ');
      }),
    );
  });

  test('has the city whose clocks show it where a record prints the name of the zone', () => {
    expect(plain(inWriting('Tue 9 Jun 2026, 3:05 p.m. (America/New_York)'))).toBe('Tue 9 Jun 2026, 15:05 in New York');
    expect(plain(inWriting('Heard on Tue 9 Jun 2026 (Buenos Aires).'))).toBe('Heard on Tue 9 Jun 2026 (Buenos Aires).');
  });

  test('leaves a sentence that ends with it its point', () => {
    expect(inWriting('The court set Thu 18 Jun 2026, 4:30 p.m.', 'iso', '24')).toBe('The court set Thu\u00a02026-06-18, 16:30.');
    expect(plain(inWriting('Due by 12:00 noon; 11:59 p.m. is late.', 'iso', '24'))).toBe('Due by 12:00; 23:59 is late.');
    expect(plain(inWriting('It opens at 12:05 a.m. and closes at 12:05 p.m.', 'iso', '24'))).toBe('It opens at 00:05 and closes at 12:05.');
  });

  test('has its seconds where they are wanted, in either clock', () => {
    const at = [Date.UTC(2026, 5, 18, 0, 41, 58), Date.UTC(2026, 5, 18, 12, 0, 0), Date.UTC(2026, 5, 18, 22, 41, 58)];
    expect(at.map((one) => timeAt(one, 'UTC', true))).toEqual(['00:41:58', '12:00:00', '22:41:58']);
    write({ ...standard, hours: '12' });
    expect(at.map((one) => plain(timeAt(one, 'UTC', true)))).toEqual(['12:41:58 a.m.', '12:00:00 p.m.', '10:41:58 p.m.']);
  });

  test.each([
    ['en-US', '12'],
    ['en-GB', '24'],
    ['de-DE', '24'],
    ['ja-JP', '24'],
    ['', '24'],
  ])('in the region “%s” is counted by a clock of %s', (region, hours) => {
    expect(clockOf(region)).toBe(hours);
  });
});
