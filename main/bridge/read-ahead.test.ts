import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readAhead } from './read-ahead.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Reading of ten pieces, and how many of them are done. */
function reading() {
  let done = 0;
  let asked = 0;
  const readAll = function* (): Generator<void, void> {
    for (; done < 10; done++) yield;
  };
  return { stop: readAhead({ readAhead: readAll }, () => asked), done: () => done, ask: () => void asked++ };
}

test('nothing is read in advance while somebody asks, and everything once nobody does', () => {
  const { done, ask } = reading();
  for (let ms = 0; ms < 10_000; ms += 100) {
    ask();
    vi.advanceTimersByTime(100);
  }
  expect(done()).toBe(0);
  vi.advanceTimersByTime(2_000);
  expect(done()).toBe(10);
});

test('a question in the middle of it goes first, and so do those that follow it', () => {
  const { done, ask } = reading();
  vi.advanceTimersByTime(2_035);
  const before = done();
  expect(before).toBeGreaterThan(0);
  expect(before).toBeLessThan(10);
  for (let ms = 0; ms < 1_000; ms += 50) {
    ask();
    vi.advanceTimersByTime(50);
  }
  expect(done()).toBe(before);
  vi.advanceTimersByTime(2_000);
  expect(done()).toBe(10);
});

test('it ends when the vault is closed', () => {
  const { stop, done } = reading();
  stop();
  vi.advanceTimersByTime(60_000);
  expect(done()).toBe(0);
});
