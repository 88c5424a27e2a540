import { expect, test } from 'vitest';
import { doubtOf, mayPrintAsFact } from './attribution.ts';

test('hearsay that nothing bears out is told as hearsay, with the hedge of its source; what is borne out keeps the hedge', () => {
  expect(doubtOf({ level: 'press', hedge: 'reportedly' })).toEqual({ hedge: 'reportedly', told: 'press' });
  expect(doubtOf({ level: 'unnamed_source' })).toEqual({ hedge: null, told: 'unnamed_source' });
  expect(doubtOf({ level: 'press', hedge: 'reportedly', corroboration: ['EX-002'] })).toEqual({ hedge: 'reportedly', told: null });
  expect(doubtOf({ level: 'first_hand' })).toEqual({ hedge: null, told: null });
});

test('where nothing says where it comes from, nothing is invented, and it is no fact for a paper either', () => {
  expect(doubtOf(undefined)).toEqual({ hedge: null, told: null });
  expect(mayPrintAsFact(undefined)).toBe(false);
});
