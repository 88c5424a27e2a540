import { expect, test } from 'vitest';
import { firstTen, intakeSheet } from './intake-sheet.ts';
import { reported } from './sample-records.test-support.ts';

test('the ten questions stand first, answered or not, and whatever else was asked after them', () => {
  const sheet = intakeSheet({ fields: { title: 'Case', intake: [{ question: 'do we hold the text? ', answer: 'No.' }, { question: 'Who is insured?' }] } });
  expect(sheet.questions.map((one) => one.question)).toEqual([...firstTen, 'Who is insured?']);
  expect(sheet.questions[1]?.answer?.answer).toBe('No.');
  expect(sheet.unanswered).toBe(10);
});

test('what every case says on its first day and this one does not is named', () => {
  expect(intakeSheet({ fields: { title: 'Case', client: 'Corvane' } }).lacks).toEqual([
    'Matter number',
    'Who directs',
    'Privilege protocol',
    'Who may speak to the government',
    'Outside counsel',
  ]);
  const [reportedOne] = reported('case');
  expect(reportedOne && intakeSheet(reportedOne)).toMatchObject({ unanswered: 0, lacks: ['Outside counsel'] });
});
