import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readDate, type ReadDay } from '../../renderer/form/read-date.ts';
import { dateOf, dayText, parseDay, weekdayOf } from '../../shared/calendar/day.ts';
import { instantAt } from '../../shared/calendar/instant.ts';
import { readTypedDate } from '../../shared/calendar/read-typed-date.ts';
import { Refused } from '../../shared/failure/failure.ts';
import type { DateFact } from '../../shared/records/date-fact.ts';

const zone = 'America/New_York';
const now = { instant: instantAt({ day: parseDay('2026-06-18') ?? 0, time: '21:00' }, zone), zone };
/** As the vault reads a day for the window. */
const readDay: ReadDay = async (typed) => {
  try {
    return { ok: true, day: dayText(readTypedDate(typed, now).day) };
  } catch (thrown) {
    if (!(thrown instanceof Refused) || thrown.failure.code !== 'date-unclear') throw thrown;
    return { ok: false, why: thrown.failure.why };
  }
};

interface Line {
  readonly typed: string;
  readonly meant: string;
  readonly lastDay: boolean;
}
const lines: readonly Line[] = readFileSync(path.resolve(import.meta.dirname, '../typed-dates/corpus.txt'), 'utf8')
  .split('\n')
  .filter((line) => line !== '' && !line.startsWith('#'))
  .map((line) => {
    const [typed = '', meant = ''] = line.split(' => ');
    return { typed: typed.replace(/^! /, ''), meant, lastDay: typed.startsWith('! ') };
  });

/** The fact in the signs of the corpus. */
function signs(fact: DateFact): string {
  switch (fact.certainty) {
    case 'exact':
      return fact.time === undefined ? fact.day : `${fact.day}T${fact.time} ${fact.zone ?? ''}`;
    case 'approximate':
      return `~${fact.day}`;
    case 'range':
      return `${fact.earliest ?? ''}..${fact.latest ?? ''}`;
    case 'disputed':
      return fact.readings.map(({ day }) => day).join('|');
    case 'unknown':
      return '?';
  }
}

test('of four hundred ways to write a date none is read as another: each is read as it is meant, or refused with a reason', async () => {
  expect(lines.length).toBeGreaterThanOrEqual(300);
  const wrong: string[] = [];
  let read = 0;
  for (const { typed, meant, lastDay } of lines) {
    const got = await readDate(typed, zone, readDay, lastDay);
    if (got.ok) read += 1;
    if (got.ok && signs(got.fact) !== meant) wrong.push(`${typed}: read as ${signs(got.fact)}, meant ${meant}`);
    if (!got.ok && got.why === '') wrong.push(`${typed}: refused without a reason`);
  }
  expect(wrong).toEqual([]);
  // What people write most is read: refusing all would prove nothing.
  console.info(`typed dates: ${lines.length} ways, ${read} read as meant, ${lines.length - read} refused with a reason`);
  expect(read).toBeGreaterThan(100);
});

test('any day written in any of forty ways, American, British or by machines, is read as itself or refused', async () => {
  const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'];
  const ways = (day: number): string[] => {
    const { year, month, day: d } = dateOf(day);
    const [name, short, two] = [months[month - 1] ?? '', (months[month - 1] ?? '').slice(0, 3), (n: number) => String(n).padStart(2, '0')];
    const yy = two(year % 100);
    const ordinal = `${String(d)}${d % 100 >= 11 && d % 100 <= 13 ? 'th' : (['th', 'st', 'nd', 'rd'][d % 10] ?? 'th')}`;
    const words = [
      `${name} ${String(d)}, ${String(year)}`,
      `${short}. ${ordinal}, ${String(year)}`,
      `${String(d)} ${short} ${String(year)}`,
      `the ${ordinal} of ${name} ${String(year)}`,
      `${two(d)}-${short}-${String(year)}`,
    ];
    const numbers = ['/', '-', '.', ' '].flatMap((sign) =>
      [
        [month, d],
        [d, month],
      ].flatMap(([a = 0, b = 0]) => [`${String(a)}${sign}${String(b)}${sign}${String(year)}`, `${two(a)}${sign}${two(b)}${sign}${yy}`, `${String(a)}${sign}${String(b)}`]),
    );
    return [
      ...words,
      ...words.map((one) => `${weekdayOf(day)}, ${one}`),
      ...numbers,
      dayText(day),
      dayText(day).replaceAll('-', '/'),
      `${yy}-${two(month)}-${two(d)}`,
      `${String(year)}-${two(d)}-${two(month)}`.slice(0, d > 12 ? undefined : 0),
    ];
  };
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: parseDay('2000-01-01') ?? 0, max: parseDay('2099-12-31') ?? 0 }), async (day) => {
      for (const typed of ways(day).filter((one) => one !== '')) {
        const got = await readDate(typed, zone, readDay);
        expect([typed, got.ok ? signs(got.fact) : dayText(day)]).toEqual([typed, dayText(day)]);
      }
    }),
    { numRuns: 300 },
  );
});
