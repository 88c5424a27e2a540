import { expect, test } from 'vitest';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import { firstSteps, nextStep } from './first-steps.ts';

// Only the kind is looked at.
const rows = (...kinds: string[]) => kinds.map((kind) => ({ kind }) as SlimRow);

test('in an empty vault one begins with the case, then the model, then the order', () => {
  expect(nextStep(rows())).toBe('case');
  expect(nextStep(rows('case'))).toBe('restricted_model');
  expect(nextStep(rows('case', 'restricted_model'))).toBe('order');
  expect(nextStep(rows('order', 'case', 'restricted_model', 'note'))).toBe('deadline');
});

test('what comes later does not stand for what it rests on', () => expect(nextStep(rows('order', 'deadline'))).toBe('case'));

test('where there is one of each, nothing but deadlines is wanted', () => expect(nextStep(rows(...firstSteps))).toBe('deadline'));
