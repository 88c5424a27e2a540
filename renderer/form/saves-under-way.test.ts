import { expect, test } from 'vitest';
import { recordedMeanwhile, underWayUntil } from './saves-under-way.ts';

test('a lock learns what a save on its way has recorded, whether another was refused or broke, and nothing of one that is over', async () => {
  expect(await recordedMeanwhile()).toBeNull();
  const { promise, resolve: recorded } = Promise.withResolvers<string>();
  underWayUntil(promise);
  underWayUntil(Promise.resolve(null));
  underWayUntil(Promise.reject(new Error('a bug')));
  const waits = recordedMeanwhile();
  recorded('NOTE-007');
  expect(await waits).toBe('NOTE-007');
  expect(await recordedMeanwhile()).toBeNull();
});
