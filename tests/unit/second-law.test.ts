import { afterAll, describe, expect, test } from 'vitest';
import { bareRule } from '../../shared/law/bare-rule.ts';
import { compute } from '../../shared/law/compute.ts';
import { ruleById } from '../../shared/law/rules.ts';
import { rule, type CountingMethod, type Rule } from '../../shared/law/rule.ts';
import { addedAfter, byTable, clearDaysBefore, lastOfNextMonth, yearsFromLatest, type Case } from '../law-second/count-by-table.ts';
import { table } from '../law-second/day-table.ts';
import { endOfHours, type HourCase } from '../law-second/hours-by-clock.ts';

// Two implementations that share no line: shared/law counts with day numbers, tests/law-second walks a table of days. They must agree on random cases.

const cases = process.env['CORDON_LONG'] === 'all' ? 10_000 : 1000;
/** Machine zones in which each method is counted, a quarter of its cases in each. */
const machineZones = ['UTC', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kolkata'];
const zone = process.env['TZ'];
afterAll(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

/** mulberry32 with a printed seed: a case that fails is found again. */
function dice(seed: number): { below: (n: number) => number; one: <T>(of: readonly T[]) => T } {
  let state = seed;
  const below = (n: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) % n;
  };
  return {
    below,
    one: (of) => {
      const found = of[below(of.length)];
      if (found === undefined) throw new Error('nothing to choose from');
      return found;
    },
  };
}

/** Triggers from 2024 to 2038: long enough for every pattern of weekdays, holidays and leap days. */
const triggers = table.filter((row) => row.date >= '2024-01-01' && row.date < '2039-01-01').map((row) => row.date);
const near = (date: string, roll: ReturnType<typeof dice>, span: number): string =>
  new Date(Date.parse(date) + (roll.below(2 * span) - span) * 86_400_000).toISOString().slice(0, 10);

const bare = new Map<string, Rule>();
function ruleFor(one: Case): Rule {
  const key = `${one.method} ${one.n} ${one.backward} ${one.roll ?? ''}`;
  let found = bare.get(key);
  if (found === undefined) {
    const unit = one.method.startsWith('MONTH') || one.method.endsWith('MONTH') ? 'month' : one.method === 'BUSINESS_DAYS' ? 'business_day' : 'calendar_day';
    const plain = bareRule({ method: one.method as CountingMethod, offset: one.n, unit, direction: one.backward ? 'before' : 'after', ...(one.roll && { roll: one.roll }) });
    found = rule({ ...plain, service_extension: { mail: 3, other: 0 } });
    bare.set(key, found);
  }
  return found;
}

interface Chooser {
  readonly method: string;
  readonly n: (roll: ReturnType<typeof dice>) => number;
  readonly more: (roll: ReturnType<typeof dice>, start: Pick<Case, 'trigger' | 'n' | 'backward'>) => Partial<Case>;
  readonly forwardOnly?: true;
}
const court: Chooser['more'] = (roll, { trigger, n, backward }) => {
  const end = new Date(Date.parse(trigger) + (backward ? -n : n) * 86_400_000).toISOString().slice(0, 10);
  return {
    ...(roll.below(3) === 0 && !backward && { mail: 3 }),
    ...(roll.below(4) === 0 && { inaccessible: Array.from({ length: 1 + roll.below(3) }, () => near(end, roll, 5)) }),
    ...(roll.below(3) === 0 && {
      holidays: Array.from({ length: 1 + roll.below(3) }, () => ({ date: near(end, roll, 6), by: roll.one(['president', 'congress', 'state', 'court'] as const) })),
    }),
  };
};
const agency: Chooser['more'] = (roll, { trigger, n, backward }) => {
  const end = new Date(Date.parse(trigger) + (backward ? -n : n) * 86_400_000).toISOString().slice(0, 10);
  return roll.below(3) === 0 ? { holidays: Array.from({ length: 1 + roll.below(3) }, () => ({ date: near(end, roll, 8), by: roll.one(['president', 'congress'] as const) })) } : {};
};
const memberState: Chooser['more'] = (roll, { trigger, n }) => ({
  memberState: Array.from({ length: roll.below(4) }, () => near(new Date(Date.parse(trigger) + n * 86_400_000).toISOString().slice(0, 10), roll, 5)),
});
const choosers: readonly Chooser[] = [
  { method: 'FRCP6_DAYS', n: (roll) => 1 + roll.below(roll.below(2) === 0 ? 14 : 120), more: court },
  { method: 'FRAP26_DAYS', n: (roll) => 1 + roll.below(90), more: court },
  { method: 'BIS766', n: (roll) => 1 + roll.below(roll.below(2) === 0 ? 9 : 60), more: agency },
  { method: 'PLAIN_CALENDAR', n: (roll) => 1 + roll.below(200), more: agency },
  { method: 'CALENDAR_ROLL_FORWARD', n: (roll) => 1 + roll.below(120), more: agency, forwardOnly: true },
  { method: 'BUSINESS_DAYS', n: (roll) => 1 + roll.below(60), more: agency },
  {
    method: 'MONTH_CORRESPONDING',
    n: (roll) => 1 + roll.below(60),
    more: (roll) => ({ roll: roll.one(['NONE', 'NEXT_BUSINESS_FORWARD', 'LEGAL_HOLIDAY_ONLY_FORWARD'] as const) }),
    forwardOnly: true,
  },
  { method: 'MONTH_END_STICKY', n: (roll) => 1 + roll.below(36), more: () => ({}), forwardOnly: true },
  { method: 'UK_CPR_CLEAR_DAYS', n: (roll) => 1 + roll.below(28), more: (roll) => ({ atCourtOffice: roll.below(2) === 0 }), forwardOnly: true },
  { method: 'UK_MONTH', n: (roll) => 1 + roll.below(12), more: () => ({}), forwardOnly: true },
  { method: 'EU1182_DAYS', n: (roll) => 1 + roll.below(30), more: memberState },
  { method: 'EU_MONTH', n: (roll) => 1 + roll.below(24), more: memberState, forwardOnly: true },
];

function counted(one: Case): { due: string | null; safe: string | null; latest: string | null } {
  const { due, safe, latest } = compute(
    ruleFor(one),
    {
      trigger: one.trigger,
      service_method: one.mail === undefined ? 'other' : 'mail',
      inaccessible: one.inaccessible,
      holidays: one.holidays,
      member_state_holidays: one.memberState,
      ...(one.method === 'UK_CPR_CLEAR_DAYS' && { act_at_court_office: one.atCourtOffice === true ? 'yes' : 'no' }),
    },
    { countedDays: false },
  );
  return { due, safe, latest };
}

/** Runs `cases` random cases, a quarter of them in each machine zone, and tells those on which the two differ. */
function compare<T>(name: string, make: (roll: ReturnType<typeof dice>) => T, engine: (one: T) => unknown, table: (one: T) => unknown): void {
  const roll = dice(20_260_612);
  const differing: object[] = [];
  for (let index = 0; index < cases; index++) {
    process.env['TZ'] = machineZones[Math.floor((index * machineZones.length) / cases)];
    const one = make(roll);
    const [counted, byHand] = [engine(one), table(one)];
    if (JSON.stringify(counted) !== JSON.stringify(byHand)) differing.push({ one, counted, byHand });
  }
  process.stdout.write(`second law: ${name}: ${cases} cases, ${differing.length} differ\n`);
  expect(differing.slice(0, 3)).toEqual([]);
}

const zones = ['America/New_York', 'America/Los_Angeles', 'Europe/Berlin', 'Asia/Kolkata', 'America/Sao_Paulo'];
const dueOf = (one: Rule, input: Readonly<Record<string, unknown>>): string | null => compute(one, input, { countedDays: false }).due;

describe('two implementations agree', () => {
  test.each(choosers)('on $method', ({ method, n, more, forwardOnly }) =>
    compare(
      method,
      (roll): Case => {
        const start = { trigger: roll.one(triggers), n: n(roll), backward: forwardOnly !== true && roll.below(2) === 0 };
        return { method, ...start, ...more(roll, start) };
      },
      counted,
      byTable,
    ),
  );

  test.each(['FRCP6_HOURS', 'ELAPSED_HOURS', 'EU1182_HOURS'] as const)('on %s, through changes of the clock', (method) =>
    compare(
      method,
      (roll): HourCase => ({
        method,
        // Half of the triggers lie in the weeks in which clocks change. No trigger is in the hour that a change leaves out.
        trigger: `${roll.below(2) === 0 ? roll.one(triggers) : roll.one(triggers.filter((date) => /-(03|10|11)-/.test(date)))}T${String(4 + roll.below(20)).padStart(2, '0')}:${roll.one(['00', '15', '30', '45'])}`,
        zone: method === 'EU1182_HOURS' ? 'Europe/Berlin' : roll.one(zones),
        n: 1 + roll.below(200),
      }),
      ({ trigger, zone: tz, n }) => {
        const one = bareRule({ method, offset: n, unit: 'hour', direction: 'after' });
        const { due, dueInstant } = compute(one, { trigger, tz }, { countedDays: false });
        return { due, dueInstant };
      },
      (one) => {
        const end = endOfHours(one);
        return { due: end?.due ?? null, dueInstant: end?.instant == null ? null : new Date(end.instant).toISOString().replace('.000Z', 'Z') };
      },
    ),
  );

  test('on clear days before an event', () =>
    compare(
      'UK_CPR_CLEAR_DAYS, before an event',
      (roll) => ({ event: roll.one(triggers), n: 1 + roll.below(28) }),
      ({ event, n }) => dueOf(bareRule({ method: 'UK_CPR_CLEAR_DAYS', offset: n, unit: 'calendar_day', direction: 'before' }), { event, limit: 'at_least' }),
      ({ event, n }) => clearDaysBefore(event, n),
    ));

  test('on days added after the end of a base period', () =>
    compare(
      'ADD_AFTER_EXPIRY',
      (roll) => ({ end: roll.one(triggers) }),
      ({ end }) => {
        const { due, safe } = compute(ruleById('frcp.6d.plus3'), { base_expiry: end }, { countedDays: false });
        return { due, safe };
      },
      ({ end }) => ({ due: addedAfter(end, 3, { fridays: true }), safe: [addedAfter(end, 3, { fridays: true }), addedAfter(end, 3, { fridays: false })].sort()[0] }),
    ));

  test('on years from the latest of several events', () =>
    compare(
      'RETENTION_LATEST_OF',
      (roll) => ({ events: Array.from({ length: 1 + roll.below(4) }, () => roll.one(triggers)) }),
      ({ events }) => dueOf(ruleById('bis.records.5y'), { events }),
      ({ events }) => yearsFromLatest(events, 5),
    ));

  test('on the last day of the next month', () =>
    compare(
      'MONTH_LAST_DAY',
      (roll) => ({ trigger: roll.one(triggers) }),
      ({ trigger }) => dueOf(bareRule({ method: 'MONTH_LAST_DAY', offset: 1, unit: 'month', direction: 'after' }), { trigger }),
      ({ trigger }) => lastOfNextMonth(trigger),
    ));
});
