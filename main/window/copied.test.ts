import { expect, test } from 'vitest';
import { copiedOn } from './copied.ts';

function board() {
  let text = '';
  const waiting: (() => void)[] = [];
  const copied = copiedOn({ readText: () => text, clear: () => void (text = '') }, (then) => waiting.push(then));
  return {
    copied,
    put: (next: string) => void (text = next),
    settle: async () => {
      for (const then of waiting.splice(0)) then();
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
