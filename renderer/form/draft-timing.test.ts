import { expect, test } from 'vitest';
import { again, draftTiming, late, longest, pause, type Timers } from './draft-timing.ts';

/** A clock that goes on when told to. */
function steppedTimers(): Timers & { pass: (milliseconds: number) => Promise<void> } {
  let time = 0;
  let next = 0;
  const waiting = new Map<number, { at: number; work: () => void }>();
  return {
    now: () => time,
    set(work, milliseconds) {
      waiting.set(++next, { at: time + milliseconds, work });
      return next;
    },
    clear: (timer) => void waiting.delete(timer as number),
    async pass(milliseconds) {
      const until = time + milliseconds;
      for (;;) {
        const [due] = [...waiting].filter(([, one]) => one.at <= until).sort(([, a], [, b]) => a.at - b.at);
        if (!due) break;
        waiting.delete(due[0]);
        time = due[1].at;
        due[1].work();
        for (let i = 0; i < 5; i++) await Promise.resolve();
      }
      time = until;
    },
  };
}

test('a draft is sealed soon after a pause in typing', async () => {
  const timers = steppedTimers();
  let saved = 0;
  const timing = draftTiming(async () => ++saved > 0, timers);
  timing.typed();
  await timers.pass(pause - 1);
  expect(saved).toBe(0);
  await timers.pass(1);
  expect(saved).toBe(1);
});

test('while typing goes on without a pause, a draft is sealed within a second of the first unsaved keystroke', async () => {
  const timers = steppedTimers();
  const at: number[] = [];
  const timing = draftTiming(async () => at.push(timers.now()) > 0, timers);
  for (let i = 0; i < 40; i++) {
    timing.typed();
    await timers.pass(100);
  }
  expect(longest).toBeLessThanOrEqual(1000);
  expect(at[0]).toBeLessThanOrEqual(1000);
  expect(at.every((time, i) => i === 0 || time - (at[i - 1] ?? 0) <= 1100)).toBe(true);
  expect(at.length).toBeGreaterThanOrEqual(4);
});

test('flushing seals at once what is not sealed yet, and nothing when all is', async () => {
  const timers = steppedTimers();
  let saved = 0;
  const timing = draftTiming(async () => ++saved > 0, timers);
  await timing.flush();
  expect(saved).toBe(0);
  timing.typed();
  await timing.flush();
  expect(saved).toBe(1);
  await timers.pass(5000);
  expect(saved).toBe(1);
});

test('what is typed while a draft is being sealed is sealed after it, never at the same time', async () => {
  const timers = steppedTimers();
  let running = 0;
  let most = 0;
  let saved = 0;
  const gates: (() => void)[] = [];
  const timing = draftTiming(async () => {
    running++;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => gates.push(resolve));
    running--;
    return ++saved > 0;
  }, timers);
  timing.typed();
  await timers.pass(pause);
  timing.typed();
  const flushed = timing.flush();
  gates.shift()?.();
  await new Promise((resolve) => setTimeout(resolve, 0));
  gates.shift()?.();
  await flushed;
  expect([most, saved]).toEqual([1, 2]);
});

test('what could not be kept is tried again without a key, and told as not kept until it is', async () => {
  const timers = steppedTimers();
  const told: boolean[] = [];
  let works = false;
  let tried = 0;
  const timing = draftTiming(
    async () => {
      tried++;
      return works;
    },
    timers,
    (isBehind) => told.push(isBehind),
  );
  timing.typed();
  await timers.pass(late);
  expect([tried, told.at(-1)]).toEqual([1, true]);
  works = true;
  await timers.pass(again);
  expect([tried, told.at(-1)]).toEqual([2, false]);
  await timers.pass(10 * again);
  expect(tried).toBe(2);
});

test('what was typed while a draft is being kept for long is told as not kept, and not what is kept in time', async () => {
  const timers = steppedTimers();
  const told: boolean[] = [];
  const gates: (() => void)[] = [];
  const timing = draftTiming(
    async () => {
      await new Promise<void>((resolve) => gates.push(resolve));
      return true;
    },
    timers,
    (isBehind) => told.push(isBehind),
  );
  const opened = async (): Promise<void> => {
    gates.shift()?.();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  timing.typed();
  await timers.pass(pause);
  await opened();
  await timers.pass(late);
  expect(told).not.toContain(true);
  timing.typed();
  await timers.pass(pause);
  timing.typed();
  await timers.pass(late - pause);
  expect(told.at(-1)).toBe(true);
  await opened();
  await timers.pass(1);
  // The first of the two letters is kept; the other one is not, and was typed a moment later.
  expect(told.at(-1)).toBe(false);
  await timers.pass(late);
  expect(told.at(-1)).toBe(true);
  await opened();
  await timers.pass(1);
  expect(told.at(-1)).toBe(false);
});
