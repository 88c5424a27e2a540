import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { LockReason } from '../../shared/contract/host.ts';
import { closer } from './closing.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A vault process that closes `ms` after it was asked for a reason, or never. */
function vault(takes: Partial<Record<LockReason, number>>) {
  const asked: LockReason[] = [];
  return {
    asked,
    gone: new Promise<void>(() => {}),
    ask: (because: LockReason) => {
      asked.push(because);
      const ms = takes[because];
      return new Promise<void>((resolve) => void (ms !== undefined && setTimeout(resolve, ms)));
    },
  };
}
async function settled(work: Promise<LockReason>): Promise<() => LockReason | undefined> {
  let reason: LockReason | undefined;
  void work.then((why) => (reason = why));
  await vi.advanceTimersByTimeAsync(0);
  return () => reason;
}

test('an idle lock waits for work, for ten minutes at the most; every other lock for four seconds', async () => {
  for (const [because, most] of [
    ['idle', 600_000],
    ['asked', 4_000],
    ['suspended', 4_000],
    ['user-switched', 4_000],
  ] as const) {
    const reason = await settled(closer().close(vault({}), because));
    await vi.advanceTimersByTimeAsync(most - 1);
    expect(reason()).toBeUndefined();
    await vi.advanceTimersByTimeAsync(1);
    expect(reason()).toBe(because);
  }
  expect(vi.getTimerCount()).toBe(0);
});

test('somebody who locks, or a machine that goes to sleep, does not wait with an idle lock', async () => {
  const closing = closer();
  const busy = vault({ suspended: 2_000 });
  const reason = await settled(closing.close(busy, 'idle'));
  await vi.advanceTimersByTimeAsync(60_000);
  closing.hurry('idle');
  closing.hurry('suspended');
  closing.hurry('asked');
  await vi.advanceTimersByTimeAsync(2_000);
  expect([reason(), busy.asked]).toEqual(['suspended', ['idle', 'suspended']]);
  closing.hurry('asked');
  expect(vi.getTimerCount()).toBe(0);
});

test('a vault process that dies or refuses ends the wait', async () => {
  const refuses = await settled(closer().close({ ask: () => Promise.reject(new Error('gone')), gone: new Promise(() => {}) }, 'idle'));
  const dies = await settled(closer().close({ ask: () => new Promise(() => {}), gone: Promise.resolve() }, 'idle'));
  expect([refuses(), dies()]).toEqual(['idle', 'idle']);
});
