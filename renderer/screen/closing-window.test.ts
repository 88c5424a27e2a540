import { afterEach, beforeEach, expect, test, vi } from 'vitest';

const { asked, hearers } = vi.hoisted(() => ({ asked: [] as string[], hearers: [] as ((event: { act: string }) => void)[] }));
vi.mock('../bridge.ts', () => ({
  vault: {
    ask: (name: string, { does }: { does: string }) => {
      asked.push(`${name} ${does}`);
      return Promise.resolve({ ok: true, reply: { done: true } });
    },
  },
  hear: (_name: string, listener: (event: { act: string }) => void) => hearers.push(listener),
}));

const { closeNow, hearClosing } = await import('./closing-window.ts');
const { flushBeforeLock } = await import('../form/draft-flush.ts');
const { setScreen, startWork, useScreen } = await import('./screen.ts');
hearClosing();

let stopFlushing = (): void => {};
beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  stopFlushing();
  asked.length = 0;
  setScreen({ works: [], closing: null });
});
const close = async (ms: number): Promise<void> => {
  for (const hearer of hearers) hearer({ act: 'close' });
  await vi.advanceTimersByTimeAsync(ms);
};
const [heard, now] = ['window.act closing-heard', 'window.act close-now'];

test('with nothing running and all sealed the window closes unasked, and what is chosen besides closes nothing', async () => {
  for (const hearer of hearers) hearer({ act: 'print' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(asked).toEqual([]);
  let sealed = false;
  stopFlushing = flushBeforeLock(() => {
    sealed = true;
    return Promise.resolve(true);
  });
  await close(0);
  expect([asked, sealed, useScreen.getState().closing]).toEqual([[heard, now], true, null]);
});

test('work that runs keeps the window open until the person says so; it is stopped as its own cancel does it, and given time to clear away', async () => {
  let work: ReturnType<typeof startWork> | null = null;
  const cancelled = vi.fn(() => void setTimeout(() => work?.end(), 300));
  work = startWork('Taking in', cancelled, 'part');
  await close(2_000);
  expect([asked, useScreen.getState().closing]).toEqual([[heard], { unsealed: false }]);
  // Asked again, it hears again and asks nothing twice.
  await close(2_000);
  expect([asked, cancelled.mock.calls.length]).toEqual([[heard, heard], 0]);
  void closeNow();
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([heard, heard]);
  await vi.advanceTimersByTimeAsync(200);
  expect(asked).toEqual([heard, heard, now]);
});

test('work that ends within a second is not asked about; work that hears no cancel does not keep whoever has decided', async () => {
  const short = startWork('Verifying', null);
  setTimeout(() => short.end(), 600);
  await close(2_000);
  expect(asked).toEqual([heard, now]);
  startWork('Taking every trace out', () => {}, 'goes-on');
  void closeNow();
  await vi.advanceTimersByTimeAsync(2_000);
  expect(asked).toEqual([heard, now, now]);
});

test('words that cannot be sealed are told before they are lost; sealed after all, they are no longer named', async () => {
  let seal = (_is: boolean): void => {};
  stopFlushing = flushBeforeLock(() => new Promise((resolve) => (seal = resolve)));
  await close(500);
  await close(600);
  expect([asked, useScreen.getState().closing]).toEqual([[heard, heard], { unsealed: true }]);
  // Answered at once: the second press asks nothing any more.
  setScreen({ closing: null });
  await vi.advanceTimersByTimeAsync(3_000);
  expect(useScreen.getState().closing).toBeNull();
  setScreen({ closing: { unsealed: true } });
  seal(true);
  await vi.advanceTimersByTimeAsync(0);
  expect(useScreen.getState().closing).toEqual({ unsealed: false });
  setScreen({ closing: null });
  stopFlushing();
  stopFlushing = flushBeforeLock(() => Promise.resolve(false));
  await close(0);
  expect(useScreen.getState().closing).toEqual({ unsealed: true });
});
