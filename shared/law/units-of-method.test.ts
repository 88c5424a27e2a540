import { expect, test } from 'vitest';
import { Refused } from '../failure/failure.ts';
import { bareRule } from './bare-rule.ts';
import { compute } from './compute.ts';
import { countingMethods } from './rule.ts';
import { rules } from './rules.ts';
import { unitsOfMethod } from './units-of-method.ts';

test('every shipped rule counts in a unit of its method', () => {
  const wrong = rules.filter((rule) => rule.counting_method !== 'AS_STATED' && unitsOfMethod[rule.counting_method]?.includes(rule.unit) === false);
  expect(wrong.map((rule) => rule.id)).toEqual([]);
});

test('business days are never counted as calendar days, nor months as days', () => {
  const counted = (method: 'PLAIN_CALENDAR' | 'FRCP6_DAYS' | 'BUSINESS_DAYS', unit: 'business_day' | 'month' | 'calendar_day') =>
    compute(bareRule({ method, offset: 14, unit, direction: 'after' }), { trigger: '2026-06-01' });
  for (const [method, unit] of [
    ['PLAIN_CALENDAR', 'business_day'],
    ['FRCP6_DAYS', 'month'],
    ['BUSINESS_DAYS', 'calendar_day'],
  ] as const) {
    expect(() => counted(method, unit), `${method} ${unit}`).toThrow(Refused);
  }
  expect(counted('PLAIN_CALENDAR', 'calendar_day').due).toBe('2026-06-15');
  expect(counted('BUSINESS_DAYS', 'business_day').due).toBe('2026-06-22');
});

test('a method without its number, its clause or its date gives no date and says what is missing', () => {
  for (const method of countingMethods) {
    const unit = unitsOfMethod[method]?.[0] ?? 'calendar_day';
    const answer = compute(bareRule({ method, offset: null, unit, direction: 'after' }), { trigger: '2026-06-12T16:30', tz: 'America/New_York' });
    const dated = method === 'IMMEDIATE';
    const period = method === 'OPEN_ENDED' || method === 'START_NEXT_FULL_BUSINESS_DAY';
    expect([method, answer.due === null, answer.missing.length > 0, answer.reason !== null]).toEqual([method, !dated, !dated && !period, !dated]);
  }
});
