import { expect, test } from 'vitest';
import { fitting, likely } from './fuzzy.ts';

const acts = ['Show current file', 'Go to docket', 'New deadline', 'Lock', 'Show or hide the facts column', 'Décision of the agency'].map((name) => ({
  id: name,
  name,
  act: () => {},
}));
const none = (): number => 0;
const found = (typed: string): readonly string[] => fitting(acts, typed, none).map(({ act }) => act.name);

test('initials find what they stand for, and so do words in any order, beginnings, and letters without their accents', () => {
  expect(found('scf')[0]).toBe('Show current file');
  expect(found('gtd')[0]).toBe('Go to docket');
  expect(found('dead new')[0]).toBe('New deadline');
  expect(found('fac')[0]).toBe('Show or hide the facts column');
  expect(found('decision')[0]).toBe('Décision of the agency');
});

test('letters that only happen to stand in a name are a guess, and no letters find nothing', () => {
  const fits = fitting(acts, 'dkt', none);
  expect(fits.map(({ act }) => act.name)).toEqual(['Go to docket']);
  expect(fitting(acts, 'sof', none).every(({ score }) => score < likely || score <= 1)).toBe(true);
  expect(found('')).toEqual([]);
  expect(found('  ')).toEqual([]);
  expect(found('xyz')).toEqual([]);
});

test('other words for an act find it, without marks that stand for nothing; its own name goes before them', () => {
  const two = [
    { id: 'a', name: 'Removed records', also: 'trash bin', act: () => {} },
    { id: 'b', name: 'Trash can', act: () => {} },
  ];
  const fits = fitting(two, 'trash', none);
  expect(fits.map(({ act }) => act.id)).toEqual(['b', 'a']);
  expect(fits[1]?.marks).toEqual([]);
  expect(fits[0]?.marks).toEqual([0, 1, 2, 3, 4]);
});

test('what is favoured goes before what fits as well, and never before what fits better by far', () => {
  const same = [
    { id: 'a', name: 'Edit the order', act: () => {} },
    { id: 'b', name: 'Edit the other', act: () => {} },
  ];
  const favour = ({ id }: { id: string }): number => (id === 'b' ? 0.05 : 0);
  expect(fitting(same, 'edit', favour)[0]?.act.id).toBe('b');
  expect(fitting(same, 'edit the order', favour)[0]?.act.id).toBe('a');
});

test('signs of any sort are searched for and nothing else', () => {
  for (const typed of ['(', '.*', '\\', '[a-', '\u{1f600}', '\u{202e}', 'a'.repeat(5000)]) expect(() => found(typed)).not.toThrow();
});
