import { expect, test } from 'vitest';
import * as z from 'zod';
import { line, type LineMessage } from './line.ts';
import { operation, type Port } from './wire.ts';

const doubling = { double: operation(z.strictObject({ n: z.int() }), z.strictObject({ n: z.int() })) };

/** Two ends that carry copies, as ports between processes do. */
function pair(): [Port<LineMessage, unknown>, Port<LineMessage, unknown>] {
  const listeners: ((message: unknown) => void)[][] = [[], []];
  const end = (own: 0 | 1): Port<LineMessage, unknown> => ({
    post: (message) => queueMicrotask(() => listeners[1 - own]?.forEach((listener) => listener(structuredClone(message)))),
    listen: (listener) => listeners[own]?.push(listener),
  });
  return [end(0), end(1)];
}

test('both ends ask and answer over one port', async () => {
  const [a, b] = pair();
  const here = line(a, doubling, { double: ({ n }) => ({ n: n * 2 }) }, doubling);
  const there = line(b, doubling, { double: async ({ n }) => ({ n: n * 2 + 1 }) }, doubling);
  expect(await Promise.all([here.ask('double', { n: 1 }), there.ask('double', { n: 2 }), here.ask('double', { n: 3 })])).toEqual([{ n: 3 }, { n: 4 }, { n: 7 }]);
});

test('a malformed question, a malformed reply and a handler that throws reject, and say nothing of the content', async () => {
  const [a, b] = pair();
  const here = line(a, {}, {}, doubling);
  // Proof of the cast: it is wrong on purpose.
  line(b, doubling, { double: ({ n }) => (n === 1 ? ({ n: 'secret' } as never) : n === 2 ? Promise.reject(new RangeError('secret')) : { n }) }, {});
  await expect(here.ask('double', { n: 'x' } as never)).rejects.toThrow('double: ZodError');
  await expect(here.ask('double', { n: 1 })).rejects.toThrow('double: a malformed reply');
  await expect(here.ask('double', { n: 2 })).rejects.toThrow('double: RangeError');
});

test('what is no message of the line is passed over', async () => {
  const [a, b] = pair();
  const here = line(a, {}, {}, doubling);
  line(b, doubling, { double: ({ n }) => ({ n }) }, {});
  b.post({ t: 'line-reply', id: 99, reply: {} });
  a.post('noise' as never);
  expect(await here.ask('double', { n: 5 })).toEqual({ n: 5 });
});
