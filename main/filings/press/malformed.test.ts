import { expect, test } from 'vitest';
import { checkPaper } from './malformed.ts';

const refused = (number: string, field: string, why: string) => expect.objectContaining({ failure: { code: 'filing-malformed', number, field, why } });

test('a day that does not exist is refused with the record around it', () => {
  const data = {
    deadlines: [
      { number: 'DL-001', due: { value: '2026-02-28' } },
      { number: 'DL-002', due: { disputed: [{ by: 'us', value: '2026-13-01' }] } },
    ],
  };
  expect(() => checkPaper(data)).toThrow(refused('DL-002', 'due', '2026-13-01 is not a day'));
});

test('a run that no template knows is refused', () => {
  expect(() => checkPaper({ steps: [{ number: 'STEP-001', words: ['fine', { bold: 'x' }] }] })).toThrow(refused('STEP-001', 'words', 'no template knows what to do with "bold"'));
  expect(() => checkPaper({ steps: [{ number: 'STEP-001', words: {} }] })).toThrow(refused('STEP-001', 'words', 'an empty value'));
});

test('rows, runs and dates as documents make them pass', () => {
  expect(() =>
    checkPaper({
      rows: [
        { number: '1', words: [{ text: 'x' }, { ex: 'EX-1', bare: true }], due: { unknown: null } },
        { number: '2', due: { from: '2026-01-01', to: '2026-02-01' } },
      ],
    }),
  ).not.toThrow();
});
