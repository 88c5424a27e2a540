import { expect, test } from 'vitest';
import { inPieces } from './in-pieces.ts';

function* counting(to: number, seen: (step: number) => void): Generator<void, string> {
  for (let step = 1; step <= to; step++) {
    seen(step);
    yield;
  }
  return 'done';
}

test('others have their turn while long work goes on, and its result comes in the end', async () => {
  const order: (number | string)[] = [];
  const work = inPieces(
    counting(50, (step) => void order.push(step)),
    new AbortController().signal,
  );
  setImmediate(() => order.push('another'));
  expect(await work).toBe('done');
  expect(order.filter((one) => typeof one === 'number')).toHaveLength(50);
  expect(order.indexOf('another')).toBeLessThan(order.indexOf(50));
});

test('work for which nobody waits any more ends with its piece', async () => {
  const stop = new AbortController();
  let last = 0;
  const work = inPieces(
    counting(1_000, (step) => {
      last = step;
      if (step === 25) stop.abort();
    }),
    stop.signal,
  );
  await expect(work).rejects.toMatchObject({ failure: { code: 'cancelled' } });
  expect(last).toBeLessThan(100);
});
