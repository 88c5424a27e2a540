import { expect, test } from 'vitest';
import { openQuestions } from './open-questions.ts';

const order = (terms: readonly { term: string; question?: string; adopted?: string }[], linked: readonly { title: string; state: string }[] = []) => ({
  record: { number: 'ORD-001', fields: { clauses: [{ number: '1', terms: [...terms] }] } },
  linkedFrom: linked.map(({ title, state }, i) => ({ kind: 'ambiguity', number: `AMB-00${i + 1}`, title, state })),
});

test('a term with a record of its own is open until a reading is adopted, though no clause marks it', () => {
  expect(openQuestions([order([], [{ title: 'foreign national', state: 'open' }])])).toEqual([{ number: 'AMB-001', term: 'foreign national', question: '' }]);
  expect(openQuestions([order([], [{ title: 'foreign national', state: 'asked' }])])).toHaveLength(1);
  for (const state of ['adopted', 'answered', 'moot']) expect(openQuestions([order([], [{ title: 'foreign national', state }])])).toEqual([]);
});

test('a term in a clause and in a record is told once, by the record, which knows what became of it', () => {
  const clause = [{ term: '“Access”', question: 'Every use?' }];
  expect(openQuestions([order(clause)])).toEqual([{ number: 'ORD-001', term: '“Access”', question: 'Every use?' }]);
  expect(openQuestions([order(clause, [{ title: 'access', state: 'open' }])]).map((one) => one.number)).toEqual(['AMB-001']);
  expect(openQuestions([order(clause, [{ title: 'access', state: 'adopted' }])])).toEqual([]);
  expect(openQuestions([order([{ term: 'access', adopted: 'Every use.' }])])).toEqual([]);
});
