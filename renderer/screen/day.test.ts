import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { typedNow } from '../form/form-store.ts';
import { dayNow, holdSession, nowInstant, setClockBy, setScreen, today, type Session } from './screen.ts';

const beforeMidnight = Date.UTC(2027, 10, 28, 4, 59, 59);
// Proof of the cast: nothing else is read of the session here.
const session = { now: beforeMidnight, zone: 'America/New_York', today: '2027-11-27', region: 'en-US', vault: null } as unknown as Session;

beforeEach(() => {
  vi.useFakeTimers({ now: beforeMidnight - 5_000 });
  holdSession(session);
});
afterEach(() => {
  vi.useRealTimers();
  setScreen({ session: null, clockOffset: 0 });
});

test('the day of this very moment is there before the vault has told of its turn', () => {
  expect([dayNow(), today()]).toEqual(['2027-11-27', '2027-11-27']);
  vi.advanceTimersByTime(2_000);
  expect([dayNow(), today()]).toEqual(['2027-11-28', '2027-11-27']);
});

test('what is typed carries the day on which it was typed, and what stood there before keeps its own', () => {
  const first = typedNow({ typed: {}, typedOn: {} }, { received: 'today', 'inputs.given.events': 'yesterday' });
  vi.advanceTimersByTime(2_000);
  expect(typedNow(first, { received: 'today, 17:00', title: 'x' })).toEqual({
    typed: { received: 'today, 17:00', 'inputs.given.events': 'yesterday', title: 'x' },
    typedOn: { received: '2027-11-28', 'inputs.given.events': '2027-11-27', title: '2027-11-28' },
  });
});

test('an answer that was on its way while the machine slept does not keep the clock behind by that sleep', () => {
  vi.advanceTimersByTime(8 * 3_600_000);
  holdSession(session);
  expect(nowInstant()).toBe(beforeMidnight);
  setClockBy({ now: Date.now() + 5_000 });
  expect(nowInstant()).toBe(beforeMidnight + 8 * 3_600_000);
});
