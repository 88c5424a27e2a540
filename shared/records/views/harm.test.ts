import { expect, test } from 'vitest';
import { harmByAudience } from './harm.ts';
import { reported } from './sample-records.test-support.ts';

test('harm stands under each group it hits, with what did it', () => {
  const harm = harmByAudience(reported('impact'));
  const of = (whom: string) => harm.find((one) => one.whom === whom);
  expect(of('aud-eligible')?.impacts.map((one) => one.id)).toEqual(['impact-customers']);
  expect(of('aud-foreign-staff')?.causedBy).toEqual({ order_text: 1, our_decision: 0, both: 0, unclear: 0 });
  expect(of('developer')?.causedBy).toMatchObject({ our_decision: 1, unclear: 1 });
  expect(harm.flatMap((one) => one.impacts).length).toBeGreaterThanOrEqual(reported('impact').length);
});

test('what is closed is left out; what hits nobody named comes last', () => {
  const [first, second] = reported('impact');
  if (first === undefined || second === undefined) throw new Error('the sample has effects');
  const harm = harmByAudience([{ ...first, fields: { ...first.fields, audience: [] } }, second, { ...second, id: 'x', state: 'closed' }]);
  expect(harm.map((one) => [one.whom, one.impacts.length])).toEqual([
    ['aud-research', 1],
    [null, 1],
  ]);
});
