import { expect, test } from 'vitest';
import { dayText, parseDay } from '../../calendar/day.ts';
import { lookingAt } from '../binding-hour.ts';
import { missedIn, missedWords, remindersAt, reminderWords, usualLadder, type Clocks, type Reminding, type Told } from './reminders.ts';

const noon = (day: string): number => Date.parse(`${day}T12:00Z`);
const utc: Clocks = { zone: 'UTC', quiet: null };
const told = (text: string, clocks: Clocks = utc): Told[] => [{ at: Date.parse(text), ...clocks }];
const day = '2026-11-25';
const due = (fileBy: string | null, number = 'DL-001') => ({ number, fileBy });
const lefts = (deadlines: readonly Reminding[], at: string, last: readonly Told[] | null, clocks: Clocks = utc) =>
  remindersAt(deadlines, { now: Date.parse(at), ...clocks }, last).reminders.map(({ left }) => left);

test('a deadline is reminded of on the days of the ladder and not between them', () => {
  const left = (fileBy: string) => lefts([due(fileBy)], `${day}T12:00Z`, told('2026-11-24T12:00Z'));
  expect(left('2026-12-02')).toEqual([7]);
  expect(left('2026-12-01')).toEqual([]);
  expect(left('2026-11-28')).toEqual([3]);
  expect(left('2026-11-25T16:30')).toEqual([0]);
  expect(left('2026-11-24')).toEqual([-1]);
  expect(left('2026-11-23')).toEqual([]);
});

test('what came while the program was not running is told at the next start, once', () => {
  // Away from the 10th: the rung of three days passed on the 22nd.
  const found = remindersAt([due('2026-11-27')], { now: noon(day), ...utc }, told('2026-11-10T12:00Z'));
  expect(found.reminders).toEqual([{ number: 'DL-001', left: 2, inQuiet: false }]);
  expect(remindersAt([due('2026-11-27')], { now: noon(day) + 60_000, ...utc }, found.told).reminders).toEqual([]);
});

test('that an hour has passed is told when it has, by the clocks that bind', () => {
  const berlin: Clocks = { zone: 'Europe/Berlin', quiet: null };
  const one = (time: string, zone: string) => [{ number: 'DL-001', fileBy: '2026-11-25', hour: { time, zone } }];
  const ten = one('10:00', 'Europe/Berlin');
  expect(lefts(ten, '2026-11-25T08:59Z', told('2026-11-24T22:00Z', berlin), berlin)).toEqual([0]);
  expect(lefts(ten, '2026-11-25T09:01Z', told('2026-11-25T08:59Z', berlin), berlin)).toEqual([-1]);
  expect(lefts(ten, '2026-11-26T07:00Z', told('2026-11-25T09:01Z', berlin), berlin)).toEqual([]);
  // 17:00 in Los Angeles is 02:00 of the next day in Berlin: until then it is not late.
  const there = one('17:00', 'America/Los_Angeles');
  expect(lefts(there, '2026-11-26T00:30Z', told('2026-11-25T12:00Z', berlin), berlin)).toEqual([]);
  expect(lefts(there, '2026-11-26T01:01Z', told('2026-11-26T00:30Z', berlin), berlin)).toEqual([-1]);
});

const night = { from: '21:00', to: '07:00' };

test('what comes in quiet hours is told when they end, and what ends in them an hour before they begin', () => {
  const clocks: Clocks = { zone: 'Europe/Berlin', quiet: night };
  const at = (deadlines: readonly Reminding[], text: string, last: readonly Told[]) => remindersAt(deadlines, { now: Date.parse(text), ...clocks }, last);
  // 23:00 in Berlin is 22:00 of UTC.
  const late = [{ number: 'DL-001', fileBy: '2026-11-25', hour: { time: '23:00', zone: 'Europe/Berlin' } }];
  const noonOf = told('2026-11-25T11:00Z', clocks);
  expect(at(late, '2026-11-25T18:59Z', noonOf).reminders).toEqual([]);
  const before = at(late, '2026-11-25T19:00Z', noonOf);
  expect(before.reminders).toEqual([{ number: 'DL-001', left: 0, inQuiet: true }]);
  expect(at(late, '2026-11-25T22:30Z', before.told).reminders).toEqual([]);
  const after = at(late, '2026-11-26T06:00Z', before.told);
  expect(after.reminders).toEqual([{ number: 'DL-001', left: -1, inQuiet: false }]);
  expect(at(late, '2026-11-26T06:01Z', after.told).reminders).toEqual([]);

  // Due at 06:00: the day of the ladder begins in the same quiet hours, and is told with it, before them.
  const early = [{ number: 'DL-002', fileBy: '2026-11-26', hour: { time: '06:00', zone: 'Europe/Berlin' } }];
  expect(at(early, '2026-11-25T19:00Z', noonOf).reminders).toEqual([{ number: 'DL-002', left: 1, inQuiet: true }]);
  // A machine that slept over the hour before: it is told in the quiet hours while there is time, and nothing else is.
  const slept = at([...early, due('2026-11-24', 'DL-003')], '2026-11-25T21:00Z', told('2026-11-24T12:00Z', clocks));
  expect(slept.reminders).toEqual([{ number: 'DL-002', left: 1, inQuiet: true }]);
  const morning = at([...early, due('2026-11-24', 'DL-003')], '2026-11-26T06:00Z', slept.told);
  expect(morning.reminders.map(({ number }) => number)).toEqual(['DL-003', 'DL-002']);
});

test('quiet hours that are set or taken away tell nothing twice', () => {
  const loud: Clocks = { zone: 'UTC', quiet: null };
  const quiet: Clocks = { zone: 'UTC', quiet: night };
  const all = [due('2026-11-20', 'DL-001'), due('2026-11-26', 'DL-002'), due('2026-12-02', 'DL-003')];
  const first = remindersAt(all, { now: noon(day), ...loud }, null);
  expect(first.reminders).toHaveLength(3);
  const second = remindersAt(all, { now: noon(day) + 60_000, ...quiet }, first.told);
  expect(second.reminders).toEqual([]);
  expect(remindersAt(all, { now: noon(day) + 120_000, ...loud }, second.told).reminders).toEqual([]);
});

/** What clocks in a zone show, by another program than the one that is asked: `2026-03-08 07:00`. */
const shownIn = (zone: string): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' });
  return (at) => format.format(at);
};
/** Some numbers that look drawn, always the same. */
function drawn(seed: number): () => number {
  let at = seed;
  return () => (at = (at * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const hourMs = 3_600_000;
const isLong = process.env['CORDON_LONG'] === 'all';

// Both put their clocks forward and back in this year, on other days; New York by night, and Santiago at midnight, whose day then begins at one.
test.each([
  ['America/New_York', null],
  ['America/New_York', night],
  ['Europe/Berlin', night],
  ['America/Santiago', null],
  ['Europe/London', { from: '01:30', to: '02:30' }],
] as const)('through a whole year in %s, with quiet hours %j, each reminder comes once, at its hour or at the first look after it', (zone, quiet) => {
  // Three days of every two weeks, or one; the length is that of the year.
  const many = isLong ? 72 : 24;
  const clocks: Clocks = { zone, quiet };
  const shows = shownIn(zone);
  const start = Date.parse('2026-01-01T05:00Z');
  const end = start + 372 * 24 * hourMs;
  const random = drawn(7);
  const first = parseDay('2026-01-20') ?? 0;
  const hours = [
    null,
    { time: '02:30', zone },
    { time: '23:59', zone },
    { time: '17:00', zone: 'America/Los_Angeles' },
    { time: '09:00', zone: 'Asia/Tokyo' },
    { time: '06:15', zone: null },
  ];
  const deadlines: Reminding[] = Array.from({ length: many }, (_, i) => ({
    number: `DL-${i}`,
    fileBy: dayText(first + Math.floor((i * 338) / many)),
    hour: hours[i % hours.length] ?? null,
  }));

  // Each half hour, open by day and by night, and closed or asleep for hours, days and once for three weeks.
  const looks: { at: number; found: readonly { number: string; left: number; inQuiet: boolean }[] }[] = [];
  let last: readonly Told[] = [{ at: start, ...clocks }];
  let at = start;
  while (at < end) {
    // As the vault process does: what is further away than any reminder is not asked about.
    const [from, to] = [dayText(Math.floor(last.reduce((least, one) => Math.min(least, one.at), at) / 86_400_000) - 3), dayText(Math.floor(at / 86_400_000) + 10)];
    const found = remindersAt(
      deadlines.filter(({ fileBy }) => fileBy !== null && fileBy >= from && fileBy <= to),
      { now: at, ...clocks },
      last,
    );
    last = found.told;
    looks.push({ at, found: found.reminders });
    const away = random();
    at += away < 0.97 ? hourMs / 2 : away < 0.985 ? Math.floor(random() * 9) * hourMs + hourMs / 4 : Math.floor(random() * 60) * hourMs + hourMs / 2;
    if (at > Date.parse('2026-03-01T00:00Z') && at < Date.parse('2026-03-20T00:00Z')) at = Date.parse('2026-03-20T08:07Z');
  }
  const time = (instant: number): string => shows(instant).slice(11);
  const isQuiet = (instant: number): boolean =>
    quiet !== null && (quiet.from < quiet.to ? time(instant) >= quiet.from && time(instant) < quiet.to : time(instant) >= quiet.from || time(instant) < quiet.to);
  const eachMinute = (from: number, until: (instant: number) => boolean): number => {
    let instant = from;
    while (!until(instant)) instant += 60_000;
    return instant;
  };
  /** As it, where what has come once stays: by hours as long as it has not. */
  const oncePassed = (from: number, until: (instant: number) => boolean): number => {
    let instant = from;
    while (!until(instant + hourMs)) instant += hourMs;
    return eachMinute(instant, until);
  };

  let dealt = 0;
  for (const deadline of deadlines) {
    const named = deadline.fileBy ?? '';
    const there = shownIn(deadline.hour?.zone ?? zone);
    const timeThere = deadline.hour === null || deadline.hour === undefined || deadline.hour.time === '23:59' ? null : deadline.hour.time;
    // Its last minute, found by looking at a clock of that place: the first that shows the hour or, where it is skipped, an hour less.
    const from = Date.parse(`${named}T00:00Z`) - 16 * hourMs;
    const near = timeThere === null ? from : oncePassed(from, (instant) => there(instant) >= `${named} ${timeThere}`);
    const skipped = timeThere !== null && there(near) !== `${named} ${timeThere}`;
    const over =
      timeThere === null
        ? oncePassed(from, (instant) => there(instant).slice(0, 10) > named) - 60_000
        : skipped
          ? oncePassed(from, (instant) => there(instant + hourMs) > `${named} ${timeThere}`) - 60_000
          : near;
    const here = shows(over).slice(0, 10) < named ? shows(over).slice(0, 10) : named;
    const begins = (rung: number): number => {
      const wanted = dayText((parseDay(here) ?? 0) - rung);
      return oncePassed(Date.parse(`${wanted}T00:00Z`) - 16 * hourMs, (instant) => shows(instant).slice(0, 10) >= wanted);
    };
    const loud = (instant: number): number => (isQuiet(instant) ? eachMinute(instant, (one) => !isQuiet(one)) : instant);
    const lastLoud = (instant: number): number => {
      let one = instant;
      while (isQuiet(one)) one -= 60_000;
      return one + 60_000 - hourMs;
    };
    const endsInQuiet = isQuiet(over);
    const moments = [
      ...usualLadder.map((rung) => (endsInQuiet && isQuiet(begins(rung)) && loud(begins(rung)) > over ? lastLoud(over) : loud(begins(rung)))),
      ...(endsInQuiet ? [lastLoud(over)] : []),
    ];
    const passed = loud(over + 60_000);
    const lookAfter = (moment: number, may: (instant: number) => boolean): number => looks.find((look) => look.at >= moment && may(look.at))?.at ?? -1;
    const wanted = new Set([
      // Nobody looked before it was past: then that alone is told. What ends in quiet hours may be told in them.
      ...moments
        .filter((moment) => moment > start)
        .map((moment) => {
          const told = lookAfter(moment, (instant) => !isQuiet(instant) || (endsInQuiet && moment === lastLoud(over) && instant <= over));
          return told > over + 59_999 ? lookAfter(passed, (instant) => !isQuiet(instant)) : told;
        }),
      lookAfter(passed, (instant) => !isQuiet(instant)),
    ]);
    const got = looks.flatMap((look) => look.found.filter(({ number }) => number === deadline.number).map(({ left }) => ({ at: look.at, left })));
    expect(
      got.map((one) => shows(one.at)),
      `${deadline.number} ${named} ${deadline.hour?.time ?? ''}`,
    ).toEqual([...wanted].sort((a, b) => a - b).map(shows));
    for (const one of got) expect(one.left < 0).toBe(one.at > over + 59_999);
    dealt += got.length;
  }
  expect(dealt).toBeGreaterThan(many * 3);
});

test('whoever travels is told once of each, be it to the east or back', () => {
  const all = Array.from({ length: 30 }, (_, i) => due(dayText((parseDay('2026-05-01') ?? 0) + i * 2), `DL-${i}`));
  const zones = ['America/New_York', 'Europe/Berlin', 'Asia/Tokyo', 'America/Los_Angeles'];
  const found = { before: [] as string[], inQuiet: [] as string[], passed: [] as string[] };
  let last: readonly Told[] = [{ at: Date.parse('2026-04-20T00:00Z'), zone: 'America/New_York', quiet: night }];
  for (let at = Date.parse('2026-04-20T00:30Z'); at < Date.parse('2026-07-05T00:00Z'); at += hourMs / 2) {
    const zone = zones[Math.floor(at / (31 * hourMs)) % zones.length] ?? 'UTC';
    const now = remindersAt(all, { now: at, zone, quiet: night }, last, [3]);
    last = now.told;
    for (const { number, left, inQuiet } of now.reminders) found[left < 0 ? 'passed' : inQuiet ? 'inQuiet' : 'before'].push(number);
  }
  const numbers = all.map(({ number }) => number);
  expect(found.before).toEqual(numbers);
  expect(found.passed).toEqual(numbers);
  // Who flies east in the evening may have crossed into the next day before the quiet hours would have begun.
  expect(new Set(found.inQuiet).size).toBe(found.inQuiet.length);
  expect(found.inQuiet.length).toBeGreaterThan(20);
});

test('a notification names no title, and numbers only where somebody chose that', () => {
  const all = [due('2026-11-20', 'DL-009'), due('2026-11-25', 'DL-002'), due('2026-11-28', 'DL-003'), due(null, 'DL-004')];
  const { reminders } = remindersAt(all, { now: noon(day), ...utc }, null);
  expect(reminderWords(reminders, false)).toEqual({ title: '3 deadlines', body: '1 late; 1 due today; 1 due within 3 days' });
  expect(reminderWords(reminders, true)).toEqual({ title: '3 deadlines', body: 'DL-009 late; DL-002 due today; DL-003 due within 3 days' });
  expect(reminderWords([{ number: 'DL-001', left: 1, inQuiet: false }], false)).toEqual({ title: '1 deadline', body: '1 due tomorrow' });
  expect(reminderWords([{ number: 'DL-001', left: 0, inQuiet: true }], false).body).toBe('1 due in the quiet hours');
});

test('what was missed is said in words, by what has passed and how near the rest is', () => {
  const away = [{ told: told('2026-11-20T18:00Z'), until: Date.parse('2026-11-25T08:00Z'), zone: 'UTC' }];
  const all = ['2026-11-21', '2026-11-22', '2026-11-24', '2026-11-26', '2026-11-26', '2026-12-01', '2026-11-18', '2026-12-20'].map((one, i) => due(one, `DL-00${i + 1}`));
  const missed = missedIn(all, away, lookingAt(Date.parse('2026-11-25T08:01Z'), 'UTC'));
  expect(missedWords(missed)).toBe('3 deadlines passed; 2 fell due tomorrow; 1 came within 6 days');
  expect(missed.map(({ number }) => number)).toEqual(['DL-001', 'DL-002', 'DL-003', 'DL-004', 'DL-005', 'DL-006']);
  expect(missedWords(missedIn(all.slice(3, 4), away, lookingAt(noon(day), 'UTC')))).toBe('1 deadline fell due tomorrow');
  expect(missedWords([])).toBe('');
});
