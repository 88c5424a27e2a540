import { expect, test } from 'vitest';
import { checkExample } from './check-examples.ts';
import type { Example } from './example.ts';
import { examples } from './examples.ts';
import { rules } from './rules.ts';

test.each(examples.map((example) => [example.id, example] as const))('%s', (_id, example) => {
  expect(checkExample(example)).toEqual([]);
});

test('141 worked examples are shipped, each under its own name', () => {
  expect(examples.length).toBe(141);
  expect(new Set(examples.map((example) => example.id)).size).toBe(141);
});

test('an example is about a rule that is shipped and counts by its method', () => {
  const byId = new Map(rules.map((rule) => [rule.id, rule.counting_method]));
  for (const { rule_id, counting_method } of examples) if (rule_id !== null) expect(byId.get(rule_id)).toBe(counting_method);
});

const sample = examples.find((example) => example.id === 'c-answer-21-july3');
const changed = (change: Partial<Record<keyof Example | 'colour', unknown>>): Example => {
  if (sample === undefined) throw new Error('the sample is gone');
  // Proof of the cast: made to be wrong on purpose.
  return { ...sample, ...change } as Example;
};

test('an example that says otherwise fails with both dates', () => {
  expect(checkExample(changed({ expected: { due: '2026-07-03' } }))).toEqual([{ field: 'due', expected: '2026-07-03', actual: '2026-07-06' }]);
});

test('a field nobody knows is a difference, never ignored', () => {
  expect(checkExample(changed({ expected: { dew: '2026-07-06' } }))).toEqual([{ field: 'dew', expected: '2026-07-06', actual: { unknown: 'dew' } }]);
  expect(checkExample(changed({ colour: 'red' }))).toHaveLength(1);
  expect(checkExample(changed({ input: { trigger: '2026-06-12', servicemethod: 'mail' } }))).toMatchObject([
    { field: 'input', actual: { code: 'rule-input', input: 'servicemethod' } },
  ]);
  expect(checkExample(changed({ counting_method: 'PLAIN_CALENDAR' }))).toMatchObject([{ field: 'input', actual: { code: 'rule-input' } }]);
  for (const [id, input] of [
    ['US_FEDERAL_OBSERVED', { year: 2028, pack: 'us-dc' }],
    ['BIS766', { property: 'min_calendar_span_days', offset: 5, trigger_from: '2026-01-01', trigger_to: '2026-01-31', holiday: '2026-01-20' }],
  ] as const)
    expect(checkExample(changed({ rule_id: null, counting_method: id, input, expected: {} }))).toMatchObject([{ field: 'input', actual: { code: 'rule-input' } }]);
});
