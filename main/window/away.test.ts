import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { watchAway, type PowerMonitor } from './away.ts';

/** The system as Electron tells of it. */
class FakeMonitor extends EventEmitter implements PowerMonitor {
  idleSeconds = 0;
  locked = false;
  getSystemIdleState(limit: number): 'active' | 'idle' | 'locked' {
    return this.locked ? 'locked' : this.idleSeconds >= limit ? 'idle' : 'active';
  }
  getSystemIdleTime(): number {
    return this.idleSeconds;
  }
}
let monitor: FakeMonitor;
let heard: string[];
let stop: () => void;
beforeEach(() => {
  vi.useFakeTimers();
  monitor = new FakeMonitor();
  heard = [];
  stop = watchAway(
    monitor,
    () => Promise.resolve(10),
    (because) => heard.push(because),
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

test.each([
  ['suspend', 'suspended'],
  ['shutdown', 'suspended'],
  ['lock-screen', 'screen-locked'],
  ['user-did-resign-active', 'user-switched'],
] as const)('the system says %s, and the vault locks at once', (event, because) => {
  monitor.emit(event);
  expect(heard).toEqual([because]);
});

test('nothing touched for the minutes that were set locks within five seconds, and not before', async () => {
  monitor.idleSeconds = 599;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(heard).toEqual([]);
  monitor.idleSeconds = 600;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual(['idle']);
});

test('where the system has no event for a locked screen, it is seen within five seconds', async () => {
  monitor.locked = true;
  await vi.advanceTimersByTimeAsync(5_000);
  expect(heard).toEqual(['screen-locked']);
});

test('once it has stopped it hears nothing and holds no timer', async () => {
  stop();
  monitor.emit('suspend');
  monitor.idleSeconds = 10_000;
  await vi.advanceTimersByTimeAsync(60_000);
  expect([heard, vi.getTimerCount(), monitor.eventNames()]).toEqual([[], 0, []]);
});
