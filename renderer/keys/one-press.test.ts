import { expect, test } from 'vitest';
import { isSamePress } from './one-press.ts';

const button = {};

test('the second click of a double click means the first one on the same control that says the same, and nothing else', () => {
  expect(isSamePress({ on: button, says: 'Next month' }, { on: button, says: 'Next month' })).toBe(true);
  expect(isSamePress({ on: button, says: 'Record that it has come' }, { on: button, says: 'Record that it is in force' })).toBe(false);
  expect(isSamePress({ on: button, says: 'Undo' }, { on: {}, says: 'Undo' })).toBe(false);
  expect(isSamePress(null, { on: button, says: 'Undo' })).toBe(false);
});
