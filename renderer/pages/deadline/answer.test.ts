import { expect, test } from 'vitest';
import { compute } from '../../../shared/law/compute.ts';
import { ruleById } from '../../../shared/law/rules.ts';
import { kinds } from '../../../shared/records/kinds.ts';
import { prunedFields } from '../../form/values.ts';
import { deadlineAnswer } from './answer.ts';

test('a computed answer that went through the form is the answer that was computed, nothing pruned from it', () => {
  const answer = JSON.parse(JSON.stringify(compute(ruleById('bis.appeal.45'), { trigger: '2026-05-06' }))) as Record<string, unknown>;
  const fields = prunedFields(kinds.deadline.fields, { title: 'Appeal', answer, note: '  ', trigger: { dateKind: '' } });
  expect(fields).toEqual({ title: 'Appeal', answer });
  expect(deadlineAnswer(fields['answer'])).toMatchObject({ due: '2026-06-20', safe: '2026-06-18', follow_up: null, missing: [] });
});

test('an answer of another shape is no answer', () => {
  expect(deadlineAnswer({ due: 5 })).toBeNull();
  expect(deadlineAnswer(undefined)).toBeNull();
});
