import { expect, test } from 'vitest';
import { filterables, type FieldFilter } from '../../../shared/records/field-filter.ts';
import { kindNamed } from '../../../shared/records/kinds.ts';
import { filterWords } from './filter-words.ts';

const says = (kind: string, field: string, rest: Partial<FieldFilter>): string => {
  const one = filterables(kindNamed(kind)!).find(({ key }) => key === field);
  if (!one) throw new Error(`no field ${field}`);
  return filterWords({ field, values: [], unstated: false, ...rest }, one, (id) => `PTY-${id}`).replaceAll('\u00a0', ' ');
};

test('a chip says its condition as it is: values, days, certainty, words, and what is not recorded', () => {
  expect(says('deadline', 'side', { values: ['ours', 'theirs'] })).toBe('Whose: Ours or Theirs');
  expect(says('deadline', 'side', { values: ['ours'], unstated: true })).toBe('Whose: Ours or not recorded');
  expect(says('deadline', '@due', { from: '2026-06-01', to: '2026-06-30' })).toBe('File-by date: Mon 1 Jun 2026 to Tue 30 Jun 2026');
  expect(says('deadline', 'date', { to: '2026-06-30', values: ['disputed', 'range'] })).toBe('Date: until Tue 30 Jun 2026, disputed or A range');
  expect(says('deadline', 'owner', { words: 'ito', unstated: true })).toBe('With: “ito” or not recorded');
  expect(says('deadline', '@privilege', { values: ['none'] })).toBe('Privilege: Not privileged');
  expect(says('finding', 'tester', { values: ['1', '2', '3', '4', '5', '6'] })).toBe('Tested by: PTY-1, PTY-2, PTY-3, PTY-4 or 2 more');
});
