import { expect, test } from 'vitest';
import { guessBits, strengthOf } from './strength.ts';

test.each([
  ['', 'empty'],
  ['a', 'weak'],
  ['password', 'weak'],
  ['Password123!', 'weak'],
  ['aaaaaaaaaaaaaaaaaaaaaaaa', 'weak'],
  ['abcdefghijklmnopqrstuvwxyz', 'weak'],
  ['correct correct correct correct', 'weak'],
  ['Correct Horse Battery Staple', 'weak'],
  ['to be or not to be that is', 'weak'],
  ['harbor velvet tundra', 'fair'],
  ['harbor velvet tundra quarry', 'good'],
  ['harbor velvet tundra quarry lantern', 'strong'],
])('“%s” is called %s', (passphrase, strength) => {
  expect(strengthOf(passphrase)).toBe(strength);
});

test('adding a word never makes a passphrase look weaker', () => {
  expect(guessBits('harbor velvet tundra quarry')).toBeGreaterThan(guessBits('harbor velvet tundra'));
});
