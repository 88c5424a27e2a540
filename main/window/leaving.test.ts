import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { leaving, pageAnswersMs } from './leaving.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A window with or without a vault and work; what was asked and done, in order. */
function window({ holds = true, runs = true, goes = true }: { holds?: boolean; runs?: boolean; goes?: boolean } = {}) {
  const did: string[] = [];
  const closing = leaving({
    mayHold: () => holds,
    runs: () => runs,
    askPage: () => void did.push('page asked'),
    askHere: (signal) => {
      did.push('person asked');
      return new Promise((resolve) => {
        const answer = setTimeout(() => resolve(goes), 5_000);
        signal.addEventListener('abort', () => {
          clearTimeout(answer);
          did.push('box gone');
          resolve(false);
        });
      });
    },
    leave: () => void did.push('left'),
  });
  return { did, closing };
}

test('where no vault is open and nothing runs, the window closes unasked', () => {
  const { did, closing } = window({ holds: false });
  expect([closing.may(), did]).toEqual([true, []]);
});

test('the page is asked, asks for itself, and the window stays until it says that nothing keeps it', async () => {
  const { did, closing } = window();
  expect(closing.may()).toBe(false);
  closing.heard();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(did).toEqual(['page asked']);
  // Pressed again, the page is told again: its question may stand behind something.
  expect(closing.may()).toBe(false);
  closing.heard();
  expect(did).toEqual(['page asked', 'page asked']);
  closing.atOnce();
  expect([closing.may(), vi.getTimerCount()]).toEqual([true, 0]);
});

test('a page that hangs while work runs is asked for by a box of the system; the person decides', async () => {
  for (const goes of [true, false]) {
    const { did, closing } = window({ goes });
    closing.may();
    await vi.advanceTimersByTimeAsync(pageAnswersMs - 1);
    expect(did).toEqual(['page asked']);
    await vi.advanceTimersByTimeAsync(1);
    expect(closing.may()).toBe(false);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(did).toEqual(['page asked', 'person asked', ...(goes ? ['left'] : [])]);
    expect(closing.may()).toBe(goes);
  }
});

test('a page that hangs and has no work keeps nobody', async () => {
  const { did, closing } = window({ runs: false });
  closing.may();
  await vi.advanceTimersByTimeAsync(pageAnswersMs);
  expect([did, closing.may()]).toEqual([['page asked', 'left'], true]);
});

test('the end of the session takes the question away and asks nobody; so does a lock, after which the next closing is free to ask', async () => {
  const ended = window();
  ended.closing.may();
  await vi.advanceTimersByTimeAsync(pageAnswersMs);
  ended.closing.atOnce();
  expect(ended.closing.may()).toBe(true);
  await vi.advanceTimersByTimeAsync(10_000);
  expect(ended.did).toEqual(['page asked', 'person asked', 'box gone']);

  const locked = window();
  locked.closing.may();
  await vi.advanceTimersByTimeAsync(pageAnswersMs);
  locked.closing.forget();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(locked.did).toEqual(['page asked', 'person asked', 'box gone']);
  expect(locked.closing.may()).toBe(false);
});
