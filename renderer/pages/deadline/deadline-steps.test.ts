import { expect, test } from 'vitest';
import { compute } from '../../../shared/law/compute.ts';
import { ruleById } from '../../../shared/law/rules.ts';
import { deadlineAnswer } from './answer.ts';
import { ledger } from './deadline-steps.ts';

const answerOf = (rule: string, trigger: string) => deadlineAnswer(JSON.parse(JSON.stringify(compute(ruleById(rule), { trigger }))));

test('the ledger marks the line that gives the last day and the one that gives the file-by date', () => {
  const answer = answerOf('bis.appeal.45', '2026-05-06');
  const steps = answer === null ? [] : ledger(answer);
  expect(steps.map((step) => [step.date.replaceAll('\u00a0', ' '), step.outcome])).toEqual([
    ['Wed 6 May 2026', undefined],
    ['Sat 20 Jun 2026', undefined],
    ['Sat 20 Jun 2026', 'due'],
    ['Thu 18 Jun 2026', 'safe'],
  ]);
  expect(steps[0]?.rule).toBe('15 CFR 756.2(c)(1)');
});
