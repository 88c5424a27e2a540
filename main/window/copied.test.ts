import { expect, test } from 'vitest';
import { copiedOn } from './copied.ts';

function board(stays: number | null = null) {
  let text = '';
  const waiting: (() => void)[] = [];
  const later: (() => void)[] = [];
  const copied = copiedOn(
    { readText: () => text, clear: () => void (text = '') },
    () => Promise.resolve(stays),
    (then, ms) => void (ms === stays ? later : waiting).push(then),
  );
  return {
    copied,
    put: (next: string) => void (text = next),
    settle: async () => {
      for (const then of waiting.splice(0)) then();
      await Promise.resolve();
    },
    /** The time is over for everything that was copied until now. */
    async timeIsUp() {
      for (const then of later.splice(0)) then();
      await Promise.resolve();
    },
    get text() {
      return text;
    },
  };
}

test('what was copied in the window is gone after a lock', async () => {
  const one = board();
  one.copied.note();
  one.put('privileged');
  await one.settle();
  await one.copied.forget();
  expect(one.text).toBe('');
});

test('a lock right after a copy takes it away too', async () => {
  const one = board();
  one.copied.note();
  one.put('privileged');
  await one.copied.forget();
  expect(one.text).toBe('');
  one.put('from elsewhere');
  await one.settle();
  await one.copied.forget();
  expect(one.text).toBe('from elsewhere');
});

test('what another program copied since stays, and so does everything where nothing was copied here', async () => {
  const one = board();
  one.put('from elsewhere');
  await one.copied.forget();
  expect(one.text).toBe('from elsewhere');
  one.copied.note();
  one.put('privileged');
  await one.settle();
  one.put('from elsewhere');
  await one.copied.forget();
  expect(one.text).toBe('from elsewhere');
});

test('where a time is set, what was copied is gone after it, unless it was copied anew or by another program', async () => {
  const one = board(60_000);
  one.copied.note();
  one.put('privileged');
  await one.settle();
  await one.timeIsUp();
  expect(one.text).toBe('');

  // Copied anew, its own time counts.
  one.copied.note();
  one.put('first');
  await one.settle();
  one.copied.note();
  one.put('second');
  const old = one.timeIsUp;
  await one.settle();
  one.put('from elsewhere');
  await old();
  expect(one.text).toBe('from elsewhere');

  const until = board(null);
  until.copied.note();
  until.put('privileged');
  await until.settle();
  await until.timeIsUp();
  expect(until.text).toBe('privileged');
});
