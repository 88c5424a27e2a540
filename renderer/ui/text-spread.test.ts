import { expect, test } from 'vitest';
import { spreadTrack } from './text-spread.tsx';

test('a track grows in each of its pixels, and only in them', () => {
  expect(spreadTrack('minmax(200px, 1fr)', 1.25)).toBe('minmax(250px, 1fr)');
  expect(spreadTrack('84px', 1.31)).toBe('111px');
  expect(spreadTrack('minmax(90px, 240px)', 1)).toBe('minmax(90px, 240px)');
});
