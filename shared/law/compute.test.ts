import { expect, test } from 'vitest';
import { Refused } from '../failure/failure.ts';
import { askedInputs } from './asked-inputs.ts';
import { compute } from './compute.ts';
import { inputFromText, isInputName, type Input } from './input.ts';
import { ruleById, rules } from './rules.ts';
import type { Rule } from './rule.ts';

const due = (id: string, input: Input) => compute(ruleById(id), input);
const refusal = (work: () => unknown) => {
  try {
    work();
    return 'no refusal';
  } catch (thrown) {
    if (thrown instanceof Refused) return thrown.failure;
    throw thrown;
  }
};

test('125 rules are shipped, none confirmed, each with citation, text and inputs the engine knows', () => {
  expect(rules.length).toBe(125);
  expect(new Set(rules.map((rule) => rule.id)).size).toBe(125);
  for (const rule of rules) {
    expect(rule.confirmed_by).toBeNull();
    expect(rule.last_checked).toBeNull();
    expect(rule.citation).not.toBe('');
    expect(rule.inputs.filter((input) => !isInputName(input.name)).map((input) => `${rule.id} ${input.name}`)).toEqual([]);
  }
});

test('every rule gives a date or says what is missing', () => {
  for (const rule of rules) {
    const answer = compute(rule, { trigger: '2026-06-12T10:00', tz: 'America/New_York' });
    if (answer.due === null) expect(`${rule.id}: ${answer.reason}`).toMatch(/: [A-Z].*\.$/);
    else expect(answer.steps.length).toBeGreaterThan(0);
    for (const step of answer.steps) expect(step).toMatch(/[^.]\.$/);
  }
});

test('an input that gives the zone is said to where no date is counted without one, and nowhere else', () => {
  const said = rules.filter((rule) => askedInputs(rule).some(({ givesZone }) => givesZone)).map(({ id }) => id);
  const without = (rule: Rule) =>
    compute(rule, { trigger: '2026-06-12T10:00', trigger_tz: 'America/New_York', ...(rule.inputs.some(({ name }) => name === 'offset') && { offset: 48 }) });
  const withoutZone = rules.filter((rule) => (without(rule).reason ?? '').includes('the time zone in which'));
  expect(said).not.toEqual([]);
  expect(said).toEqual(withoutZone.map(({ id }) => id));
});

test('an unknown rule is refused by name', () => {
  expect(refusal(() => ruleById('frcp.99'))).toEqual({ code: 'rule-unknown', rule: 'frcp.99' });
});

test.each([
  [{ trigger: '2026-06-12', servicemethod: 'mail' }, 'servicemethod'],
  [{ trigger: '2026-06-12', compliance_time: '2026-06-20T10:00' }, 'compliance_time'],
  [{ trigger: '2026-02-30' }, 'trigger'],
  [{ trigger: '12 June 2026' }, 'trigger'],
  [{ trigger: 20260612 }, 'trigger'],
  [{ trigger: '2026-06-12', offset: 20 }, 'offset'],
  [{ trigger: '2026-06-12', direction: 'before' }, 'direction'],
  [{ trigger: '2026-06-12', unit: 'business_day' }, 'unit'],
  [{ trigger: '2026-06-12', court: 'us-nowhere' }, 'court'],
  [{ trigger: '2026-06-12', tz: 'Eastern' }, 'tz'],
  [{ trigger: '2026-06-12', our_role: 'agency' }, 'our_role'],
  [{ trigger: '2026-06-12', trigger_weekday: 'Monday' }, 'trigger_weekday'],
  [{ trigger: '2026-06-12', service_method: 'pigeon' }, 'service_method'],
  [{ trigger: '2026-06-12', holds: [{ start: '2026-06-13', end: '2026-06-14' }] }, 'holds'],
  [{ trigger: '2026-06-12', state_holidays: '2026-06-19' }, 'state_holidays'],
  [{ trigger: '2026-06-12', holidays: [{ date: '2026-06-19', by: 'mayor' }] }, 'holidays'],
  [{ trigger: '2026-06-12', __proto__x: 1 }, '__proto__x'],
  [JSON.parse('{"trigger":"2026-06-12","__proto__":{"a":1}}'), '__proto__'],
])('an input that cannot be used is refused by its name: %j', (input, name) => {
  expect(refusal(() => due('frcp.12.answer.21', input))).toMatchObject({ code: 'rule-input', input: name });
});

test('an order of an agency is never counted by the rule for courts', () => {
  expect(refusal(() => due('court.order.days', { trigger: '2026-06-12', offset: 15, authority: 'agency_order' }))).toMatchObject({ input: 'authority' });
  expect(refusal(() => due('generic.agency-order.hours', { trigger: '2026-06-12T10:00', offset: 48, authority: 'court_order' }))).toMatchObject({ input: 'authority' });
});

test('a period in hours without the hour has no date and says why', () => {
  expect(due('court.order.hours', { trigger: '2026-06-12', offset: 48, tz: 'America/New_York' })).toMatchObject({ due: null, safe: null, missing: ['trigger'] });
  expect(due('court.order.hours', { trigger: '2026-06-12T10:00', offset: 48 })).toMatchObject({ due: null, missing: ['tz'] });
  expect(due('court.order.hours', { trigger: '2026-06-12T10:00', trigger_tz: 'America/New_York', offset: 48 })).toMatchObject({ due: null, missing: ['tz'] });
  expect(due('eu.gdpr.33.72h', { trigger: '2026-06-12T09:20', trigger_tz: 'Europe/Berlin' })).toMatchObject({ due: '2026-06-15T10:00' });
});

test('an agency order in hours is counted in Washington where no zone is given, and says so', () => {
  const answer = due('generic.agency-order.hours', { trigger: '2026-06-12T16:30', offset: 48 });
  expect(answer).toMatchObject({ due: '2026-06-14T16:30', dueInstant: '2026-06-14T20:30:00Z' });
  expect(answer.assumptions.find((one) => one.input === 'tz')?.text).toContain('New York');
});

test('every answer says what was assumed and how old the text is', () => {
  const answer = due('frcp.34.response.30', { trigger: '2026-06-15' });
  expect(answer.assumptions.map((one) => one.input)).toEqual(['court', 'filing', 'state_holidays', 'service_method', 'text']);
  expect(answer.assumptions.at(-1)?.text).toBe('Text as of October 2025, not checked since.');
  expect(answer.textAsOf).toBe('2025-10');
  expect(due('foia.appeal-determination.20wd', { trigger: '2026-06-15' }).textAsOf).toBe('general_knowledge');
});

test('a rule counsel confirmed says by whom, and one checked long ago says that too', () => {
  const confirmed: Rule = { ...ruleById('frcp.12.answer.21'), confirmed_by: { name: 'A. Counsel', date: '2026-06-01' }, last_checked: '2025-11-01' };
  expect(
    compute(confirmed, { trigger: '2026-06-15' })
      .assumptions.filter((one) => one.input === 'text')
      .map((one) => one.text),
  ).toEqual(['The text was last checked on Sat 1 Nov 2025, more than 180 days before this date.']);
});

test('steps tell in order how the date was reached', () => {
  expect(due('frcp.34.response.30', { trigger: '2026-08-06', service_method: 'mail', court: 'us-dcd', filing: 'electronic' }).steps).toEqual([
    'Counted from Thu 6 Aug 2026: service of the request on us.',
    '30 days after Thu 6 Aug 2026: Sat 5 Sep 2026.',
    'Sat 5 Sep 2026 is a Saturday, so the last day is Tue 8 Sep 2026.',
    'We were served by mail, which adds 3 days after Tue 8 Sep 2026: Fri 11 Sep 2026.',
    'The day ends at 11:59 p.m. (New York).',
  ]);
});

test('each reading that changes the date is given with both dates', () => {
  expect(due('bis.766.subpoena-apply.10b', { trigger: '2026-07-13' }).readings).toEqual([
    { reading: 'observed_friday', date: '2026-07-03', prevailing: '2026-07-02' },
    { reading: 'backward_roll', date: '2026-07-06', prevailing: '2026-07-02' },
  ]);
  expect(due('frcp.12.answer.21', { trigger: '2026-06-15' }).readings).toEqual([]);
});

test('a holiday counts by who declared it', () => {
  const answer = (by: string) => due('frcp.12.answer.21', { trigger: '2026-06-15', holidays: [{ date: '2026-07-06', by }] });
  expect(answer('president')).toMatchObject({ due: '2026-07-07', safe: '2026-07-07' });
  expect(answer('state')).toMatchObject({ due: '2026-07-07', safe: '2026-07-06', latest: '2026-07-07' });
  expect(answer('court')).toMatchObject({ due: '2026-07-06', safe: '2026-07-06', latest: '2026-07-07' });
});

test('days gained because a clerk’s office was shut are safe only for filing', () => {
  const shut = { inaccessible: ['2026-09-11'] };
  expect(due('frcp.33.answers.30', { trigger: '2026-08-12', ...shut })).toMatchObject({ due: '2026-09-14', safe: '2026-09-11' });
  expect(due('frcp.54.fees.14', { trigger: '2026-08-28', ...shut })).toMatchObject({ due: '2026-09-14', safe: '2026-09-14' });
  expect(due('bis.766.answer.30', { trigger: '2026-08-12', ...shut })).toMatchObject({ due: '2026-09-11' });
});

test('a date rests on the Friday before a Saturday holiday only where nothing depends on it', () => {
  expect(due('usc.2401.civil-action.6y', { trigger: '2021-12-31' })).toMatchObject({ due: '2028-01-03', safe: '2027-12-31' });
  expect(due('ofac.blocking-report.10bd', { trigger: '2026-06-19' })).toMatchObject({ due: '2026-07-06', safe: '2026-07-06' });
});

test('a fixed date on a holiday does not move, and its safe day is the business day before', () => {
  expect(due('generic.fixed-date', { fixed_date: '2026-12-25' })).toMatchObject({ due: '2026-12-25', safe: '2026-12-24' });
  expect(due('generic.fixed-date', { fixed_date: '2026-06-19T17:00', tz: 'America/New_York' })).toMatchObject({
    due: '2026-06-19T17:00',
    dueInstant: '2026-06-19T21:00:00Z',
    safe: '2026-06-18',
  });
});

test('the calendar of counted days ends on the due day and names what it passes', () => {
  const { countedDays } = due('bis.766.interlocutory-reply.5', { trigger: '2026-06-15' });
  expect(countedDays.map(({ day, role, n, name }) => `${day.slice(5)} ${role}${n === undefined ? '' : ` ${n}`}${name === undefined ? '' : ` (${name})`}`)).toEqual([
    '06-15 trigger',
    '06-16 counted 1',
    '06-17 counted 2',
    '06-18 counted 3',
    '06-19 skipped (Juneteenth National Independence Day)',
    '06-20 skipped (a Saturday)',
    '06-21 skipped (a Sunday)',
    '06-22 counted 4',
    '06-23 last 5',
  ]);
  const mailed = due('frcp.34.response.30', { trigger: '2026-08-06', service_method: 'mail' }).countedDays.slice(-7);
  expect(mailed.map(({ day, role }) => `${day.slice(8)} ${role}`)).toEqual(['05 counted', '06 rolled', '07 rolled', '08 rolled', '09 added', '10 added', '11 last']);
});

test('an input typed on the command line is read as its kind', () => {
  expect(inputFromText('offset', '48')).toBe(48);
  expect(inputFromText('offset', 'many')).toBe('many');
  expect(inputFromText('events', '2026-06-12, 2027-03-01')).toEqual(['2026-06-12', '2027-03-01']);
  expect(inputFromText('holds', '2026-07-20..2026-08-03')).toEqual([{ start: '2026-07-20', end: '2026-08-03' }]);
  expect(inputFromText('initiating', 'true')).toBe(true);
  expect(due('bis.records.5y', { events: inputFromText('events', '2026-06-12,2027-03-01') }).due).toBe('2032-03-01');
});

test('the state of the court moves the latest date where its holidays are shipped, never the file-by date', () => {
  const trigger = '2027-03-10';
  const without = due('frcp.12.answer.21', { trigger });
  const inCalifornia = due('frcp.12.answer.21', { trigger, state: 'CA' });
  expect([without.due, without.safe, without.latest]).toEqual(['2027-03-31', '2027-03-31', '2027-03-31']);
  expect([inCalifornia.due, inCalifornia.safe, inCalifornia.latest]).toEqual(['2027-03-31', '2027-03-31', '2027-04-01']);
  expect(inCalifornia.assumptions.find((one) => one.input === 'state_holidays')?.text).toBe(
    'No state holidays were entered. Those of California are arguable: they move the latest date only.',
  );
});

test('a state without a pack of holidays is said to have none, and one that is not the court’s is refused', () => {
  const inNewYork = due('frcp.12.answer.21', { trigger: '2027-03-10', state: 'NY' });
  expect(inNewYork.latest).toBe('2027-03-31');
  expect(inNewYork.assumptions.find((one) => one.input === 'state')?.text).toMatch(/^No holidays of NY are shipped/);
  expect(refusal(() => due('frcp.12.answer.21', { trigger: '2027-03-10', court: 'us-dcd', state: 'CA' }))).toMatchObject({ code: 'rule-input', input: 'state' });
  expect(refusal(() => due('frcp.12.answer.21', { trigger: '2027-03-10', state: 'XX' }))).toMatchObject({ code: 'rule-input', input: 'state' });
});

test.each([
  ['America/New_York', '2026-03-08T02:30', '2026-03-09T02:30', 'No clock in New York showed 2:30 a.m. on Sun 8 Mar 2026'],
  ['Europe/Berlin', '2026-03-29T02:30', '2026-03-30T02:30', 'No clock in Berlin showed'],
  ['Europe/London', '2026-03-29T01:30', '2026-03-30T01:30', 'No clock in London showed'],
  ['Australia/Sydney', '2026-10-04T02:30', '2026-10-05T02:30', 'No clock in Sydney showed'],
  // The first of the two, 24 hours later by clocks that were put back meanwhile.
  ['America/New_York', '2026-11-01T01:30', '2026-11-02T00:30', 'Clocks in New York showed 1:30 a.m. on Sun 1 Nov 2026 twice'],
  ['Europe/Berlin', '2026-10-25T02:30', '2026-10-26T01:30', 'Clocks in Berlin showed'],
  ['Europe/London', '2026-10-25T01:30', '2026-10-26T00:30', 'Clocks in London showed'],
  ['Australia/Sydney', '2026-04-05T02:30', '2026-04-06T01:30', 'Clocks in Sydney showed'],
])('an event in %s at %s, when clocks change, is counted from the earliest instant that it may be, and says so', (tz, trigger, due, says) => {
  const found = compute(ruleById('generic.agency-order.hours'), { trigger, tz, offset: 24 });
  expect(found.due).toBe(due);
  expect(found.assumptions.find((one) => one.input === 'trigger')?.text).toContain(says);
});
