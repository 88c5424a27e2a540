import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOf, dayText, isLeapYear, parseDay, type Day } from '../calendar/day.ts';
import { instantAt } from '../calendar/instant.ts';
import { compareMoments, parseMoment } from '../calendar/moment.ts';
import { openDays } from '../calendar/open-days.ts';
import { Refused } from '../failure/failure.ts';
import { bareRule } from './bare-rule.ts';
import { compute } from './compute.ts';
import { courts } from './courts.ts';
import { inputsOf, type Input } from './input.ts';
import { ruleById, rules } from './rules.ts';

const first = parseDay('1971-01-01') ?? 0;
const last = parseDay('2100-12-31') ?? 0;
const anyDay = fc.integer({ min: first, max: last });
const offset = fc.integer({ min: 1, max: 400 });
const court = fc.option(fc.constantFrom(...courts.map((profile) => profile.id)), { nil: undefined });
const dayIn = (text: string | null): Day => parseDay((text ?? '').slice(0, 10)) ?? Number.NaN;
const federal = openDays({ packs: ['us-federal'], unsettled: true });
const days = (method: 'FRCP6_DAYS' | 'BIS766' | 'CALENDAR_ROLL_FORWARD' | 'BUSINESS_DAYS' | 'PLAIN_CALENDAR', n: number, direction: 'after' | 'before' = 'after') =>
  bareRule({ method, offset: n, unit: method === 'BUSINESS_DAYS' ? 'business_day' : 'calendar_day', direction });
const quick = (rule: Parameters<typeof compute>[0], input: Input) => compute(rule, input, { countedDays: false });

test('a method that rolls never ends on a closed day, forward or backward', () => {
  fc.assert(
    fc.property(
      anyDay,
      offset,
      fc.constantFrom('FRCP6_DAYS', 'BIS766', 'CALENDAR_ROLL_FORWARD', 'BUSINESS_DAYS'),
      fc.constantFrom('after', 'before'),
      (day, n, method, direction) => {
        if (direction === 'before' && method === 'CALENDAR_ROLL_FORWARD') return;
        expect(federal.closed(dayIn(quick(days(method, n, direction), { trigger: dayText(day) }).due))).toBeNull();
      },
    ),
  );
});

test('a forward period ends on its raw last day or later, a backward one on it or earlier', () => {
  fc.assert(
    fc.property(anyDay, offset, fc.constantFrom('FRCP6_DAYS', 'BIS766', 'PLAIN_CALENDAR'), fc.constantFrom('after', 'before'), (day, n, method, direction) => {
      const answer = quick(days(method, n, direction), { trigger: dayText(day) });
      const gained = dayIn(answer.due) - dayIn(answer.detail.raw_last_day ?? null);
      expect(direction === 'after' ? gained >= 0 : gained <= 0).toBe(true);
    }),
  );
});

test('for our acts safe is on or before due, and due on or before latest, under every rule', () => {
  const ours = rules.filter((rule) => rule.nature === 'our_act');
  fc.assert(
    fc.property(fc.constantFrom(...ours), anyDay, fc.integer({ min: 10, max: 400 }), court, fc.constantFrom(undefined, 'mail'), (rule, day, n, where, service) => {
      const named = (name: string) => rule.inputs.some((input) => input.name === name);
      const mailed = service !== undefined && (rule.service_extension ?? rule.service_extension_arguable ?? { mail: 0 })['mail'] !== undefined;
      const answer = quick(rule, {
        trigger: `${dayText(day)}T16:30`,
        tz: 'America/New_York',
        court: where,
        ...(mailed && { service_method: service }),
        ...(named('offset') && { offset: n }),
        ...(named('designated_period_days') && { designated_period_days: n }),
        ...(named('related_deadline') && { related_deadline: dayText(day) }),
        ...(named('unit') && { unit: 'business_day', method: 'BUSINESS_DAYS' }),
        ...(named('other_qualifying_paper') && { other_qualifying_paper: 'none' }),
        ...(named('own_appeal_deadline') && { own_appeal_deadline: dayText(day + n) }),
        ...(named('notice_received') && { notice_received: dayText(day + n) }),
        ...(named('compliance_time') && { compliance_time: `${dayText(day + n)}T10:00` }),
        ...(named('fixed_date') && { fixed_date: dayText(day + n) }),
        ...(rule.counting_method === 'FIXED_DATE' && !named('fixed_date') && { year: dateOf(day).year }),
      });
      if (answer.due === null || answer.nature !== 'our_act') return;
      const [safe, due, latest] = [answer.safe, answer.due, answer.latest].map((text) => parseMoment(text ?? ''));
      if (safe == null || due == null || latest == null) throw new Error(`${rule.id} lacks a date`);
      expect(compareMoments(safe, due)).toBeLessThanOrEqual(0);
      expect(compareMoments(due, latest)).toBeLessThanOrEqual(0);
    }),
    { numRuns: 400 },
  );
});

test('a BIS period of seven days or less spans at least its weekends', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 7 }), (day, n) => {
      expect(dayIn(quick(days('BIS766', n), { trigger: dayText(day) }).due) - day).toBeGreaterThanOrEqual(n + 2 * Math.floor((n - 1) / 5));
    }),
  );
});

test('one more holiday never makes a forward deadline earlier', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 1, max: 70 }),
      fc.constantFrom('FRCP6_DAYS', 'BIS766', 'BUSINESS_DAYS', 'CALENDAR_ROLL_FORWARD'),
      fc.constantFrom('president', 'state', 'court'),
      (day, n, away, method, by) => {
        const [without, withIt] = [
          quick(days(method, n), { trigger: dayText(day) }),
          quick(days(method, n), { trigger: dayText(day), holidays: [{ date: dayText(day + away), by }] }),
        ];
        expect(dayIn(withIt.due)).toBeGreaterThanOrEqual(dayIn(without.due));
        // Where nothing rolls safely, a closed last day leads to the open day before it.
        if (method === 'CALENDAR_ROLL_FORWARD') expect(dayIn(withIt.safe)).toBeLessThanOrEqual(dayIn(without.safe));
        else if (by === 'president') expect(dayIn(withIt.safe)).toBeGreaterThanOrEqual(dayIn(without.safe));
        else expect(withIt.safe).toBe(without.safe);
      },
    ),
  );
});

test('hours are elapsed hours through every change of clocks, and roll to the same hour', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 0, max: 23 }),
      fc.integer({ min: 1, max: 200 }),
      fc.constantFrom('America/New_York', 'America/Phoenix', 'Europe/Berlin'),
      (day, hour, n, tz) => {
        const trigger = `${dayText(day)}T${String(hour).padStart(2, '0')}:30`;
        const elapsed = compute(bareRule({ method: 'ELAPSED_HOURS', offset: n, unit: 'hour', direction: 'after' }), { trigger, tz });
        const start = instantAt(parseMoment(trigger) ?? { day, time: null }, tz);
        expect(Date.parse(elapsed.dueInstant ?? '') - start).toBe(n * 3_600_000);
        const rolled = compute(bareRule({ method: 'FRCP6_HOURS', offset: n, unit: 'hour', direction: 'after' }), { trigger, tz });
        expect(federal.closed(dayIn(rolled.due))).toBeNull();
        expect(rolled.due?.slice(11)).toBe(elapsed.due?.slice(11));
      },
    ),
  );
});

test('a year from 29 February ends on 28 February, from any other day on the same day', () => {
  const year = ruleById('nea.emergency-continuation.1y');
  fc.assert(
    fc.property(anyDay, (day) => {
      const [from, to] = [dateOf(day), dateOf(dayIn(quick(year, { trigger: dayText(day) }).due))];
      expect(to).toEqual({ year: from.year + 1, month: from.month, day: from.month === 2 && from.day === 29 ? 28 : from.day });
    }),
  );
  expect(isLeapYear(2028)).toBe(true);
  expect(quick(year, { trigger: '2028-02-29' }).due).toBe('2029-02-28');
});

test('the counted days end on the due day, in order, and number it as the rule does', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), fc.constantFrom('FRCP6_DAYS', 'BIS766', 'BUSINESS_DAYS', 'PLAIN_CALENDAR'), (day, n, method) => {
      const { due, countedDays } = compute(days(method, n), { trigger: dayText(day) });
      expect(countedDays[0]).toMatchObject({ day: dayText(day), role: 'trigger' });
      expect(countedDays.filter((one) => one.role === 'last').map((one) => one.day)).toEqual([due]);
      expect(Math.max(...countedDays.map((one) => one.n ?? 0))).toBe(n);
      expect(countedDays.map((one) => one.day)).toEqual(countedDays.map((one) => one.day).sort());
    }),
  );
});

test('whatever is given as input is computed or refused, never a crash', () => {
  const moments = fc
    .tuple(fc.integer({ min: parseDay('1700-01-01') ?? 0, max: parseDay('2300-12-31') ?? 0 }), fc.constantFrom('', 'T16:30', 'T02:30', 'T24:00'))
    .map(([day, time]) => `${dayText(day)}${time}`);
  const value = fc.oneof(
    moments,
    fc.integer({ min: -2, max: 200_000 }),
    fc.constantFrom(
      'mail',
      'none',
      'pending',
      'same',
      'yes',
      'no',
      'us-dcd',
      'us-ca3',
      'America/New_York',
      'PLAIN_CALENDAR',
      'BUSINESS_DAYS',
      'ELAPSED_HOURS',
      'month',
      'electronic',
      'movant',
    ),
    fc.array(moments, { maxLength: 3 }),
    fc.anything(),
    fc.record({ amount: fc.nat(5000), unit: fc.constantFrom('month', 'calendar_day', 'year', 'business_day'), from: fc.constantFrom('original_base', 'rolled_end') }),
    fc.array(fc.record({ start: moments, end: moments }), { maxLength: 2 }),
  );
  fc.assert(
    fc.property(fc.constantFrom(...rules), moments, fc.array(fc.tuple(fc.nat(200), value), { maxLength: 3 }), (rule, trigger, others) => {
      const names = inputsOf(rule);
      const input = { trigger, ...Object.fromEntries(others.map(([place, given]) => [names[place % names.length] ?? 'tz', given])) };
      try {
        const { due, missing, reason } = compute(rule, input);
        expect(due !== null || missing.length > 0 || reason !== null).toBe(true);
      } catch (thrown) {
        if (!(thrown instanceof Refused)) throw thrown;
      }
    }),
    { numRuns: 500 },
  );
});

test('a calendar of nothing but holidays still ends', () => {
  const from = parseDay('2026-06-12') ?? 0;
  const holidays = Array.from({ length: 10_000 }, (_none, place) => dayText(from + place));
  expect(quick(days('FRCP6_DAYS', 5), { trigger: '2026-06-12', holidays }).due).toBe('2053-10-28');
  expect(() => quick(days('FRCP6_DAYS', 5), { trigger: '2026-06-12', holidays: [...holidays, '2060-01-01'] })).toThrow(Refused);
});

test('nothing depends on the zone of the machine', async () => {
  const program = `
    const { compute } = await import('./shared/law/compute.ts');
    const { examples } = await import('./shared/law/examples.ts');
    const { checkExample } = await import('./shared/law/check-examples.ts');
    const { rules } = await import('./shared/law/rules.ts');
    const failed = examples.filter((example) => checkExample(example).length > 0).map((example) => example.id);
    const answers = rules.map((rule) => compute(rule, { trigger: '2026-03-06T23:30', trigger_tz: 'America/Los_Angeles', tz: 'America/New_York' }));
    process.stdout.write(JSON.stringify({ failed, zone: Intl.DateTimeFormat().resolvedOptions().timeZone, answers }));`;
  const run = async (TZ: string) => {
    const { stdout } = await promisify(execFile)(process.execPath, ['--no-warnings', '--input-type=module', '-e', program], {
      cwd: new URL('../..', import.meta.url),
      env: { ...process.env, TZ },
      maxBuffer: 64e6,
    });
    // Proof of the cast: the program above writes this.
    return JSON.parse(stdout) as { failed: string[]; zone: string; answers: unknown };
  };
  const [utc, saoPaulo, apia] = await Promise.all(['UTC', 'America/Sao_Paulo', 'Pacific/Apia'].map(run));
  expect([utc?.zone, saoPaulo?.zone, apia?.zone]).toEqual(['UTC', 'America/Sao_Paulo', 'Pacific/Apia']);
  for (const found of [utc, saoPaulo, apia]) expect(found?.failed).toEqual([]);
  expect(saoPaulo?.answers).toEqual(utc?.answers);
  expect(apia?.answers).toEqual(utc?.answers);
});
