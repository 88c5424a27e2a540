import { expect, test } from 'vitest';
import { dated, reported } from './sample-records.test-support.ts';
import { whatWasSaid } from './what-was-said.ts';

test('what we told customers and what we told the Bureau stand side by side and are flagged where they clash', () => {
  const said = whatWasSaid(dated('assertion'), dated('statement'));
  const exploit = said.find((one) => one.assertion.id === 'a-exploit');
  expect(exploit?.said.map((one) => [one.number, one.side, one.forum, one.stance])).toEqual([
    ['STM-002', 'ours', 'customer', 'denies'],
    ['STM-004', 'government', 'regulator', 'affirms'],
    ['STM-003', 'ours', 'regulator', 'qualifies'],
  ]);
  expect(exploit?.contradictions).toEqual([['STM-002', 'STM-003']]);
  expect(said.filter((one) => one.contradictions.length > 0).map((one) => one.assertion.id)).toEqual(['a-exploit']);
});

test('a statement that was corrected clashes with nothing any more; what an official says clashes with nothing of ours', () => {
  const statements = dated('statement').map((one) => (one.id === 'stm-customers' ? { ...one, state: 'corrected' } : one));
  expect(whatWasSaid(dated('assertion'), statements).flatMap((one) => one.contradictions)).toEqual([]);
  expect(whatWasSaid(reported('assertion'), reported('statement')).flatMap((one) => one.contradictions)).toEqual([]);
});

test('what nobody spoke to is left out, and what has no day comes last', () => {
  const said = whatWasSaid(reported('assertion'), reported('statement'));
  expect(said.map((one) => one.assertion.id)).not.toContain('routine');
  const immediate = said.find((one) => one.assertion.id === 'immediate');
  expect(immediate?.said.map((one) => [one.side, one.stance])).toEqual([
    ['ours', 'denies'],
    ['government', 'affirms'],
  ]);
});

test('words that only a report has are told apart from the speaker’s own, with the report and its doubt', () => {
  const said = whatWasSaid(reported('assertion'), reported('statement')).flatMap((one) => one.said);
  expect(said.length).toBeGreaterThan(0);
  for (const one of said) expect(one).toMatchObject({ ownWords: false, told: 'press', sources: ['report'] });
  const own = whatWasSaid(dated('assertion'), dated('statement')).flatMap((one) => one.said);
  expect(own.every((one) => one.ownWords && one.told === null)).toBe(true);
});
