import { expect, test } from 'vitest';
import { compute } from '../../law/compute.ts';
import { ruleById } from '../../law/rules.ts';
import { exposureRules } from './exposure.ts';

test('what an employment action exposes us to is counted from the act by rules that the law has', () => {
  const ends = exposureRules.map((id) => {
    const rule = ruleById(id);
    return [rule.nature, compute(rule, { trigger: '2031-01-08' }).due];
  });
  expect(ends).toEqual([
    ['exposure_end', '2031-07-07'],
    ['exposure_end', '2031-07-07'],
    ['exposure_end', '2031-11-04'],
  ]);
});
