import { expect, test } from 'vitest';
import { workingOn } from './working.ts';

function desk() {
  let instant = 0;
  let front = true;
  let destroyed = false;
  const told: unknown[] = [];
  let shown = -1;
  const waiting: { act: () => void; at: number }[] = [];
  const bar = { setProgressBar: (share: number) => void (shown = share), isFocused: () => front, isDestroyed: () => destroyed };
  const working = workingOn(
    bar,
    (said) => void told.push(said),
    () => instant,
    (act, ms) => void waiting.push({ act, at: instant + ms }),
  );
  return {
    working,
    pass(ms: number) {
      instant += ms;
      for (const one of waiting.splice(0)) if (one.at <= instant) one.act();
    },
    leave: () => void (front = false),
    destroy: () => void (destroyed = true),
    seen: () => ({ shown, ended: told.length }),
    told,
  };
}

test('work shows in the task bar once it has taken a second, also where nobody can say how far it is', () => {
  const one = desk();
  one.working.note(-1);
  expect(one.seen().shown).toBe(-1);
  one.pass(1_000);
  expect(one.seen().shown).toBe(2);
  one.working.note(0.4);
  expect(one.seen().shown).toBe(0.4);
  one.working.note(null);
  expect(one.seen()).toEqual({ shown: -1, ended: 0 });
});

test('work that is done at once never shows there', () => {
  const one = desk();
  one.working.note(0.5);
  one.working.note(null);
  one.pass(2_000);
  expect(one.seen().shown).toBe(-1);
});

test.each([
  ['in front', 10_000, false, 0],
  ['behind, after ten seconds', 10_000, true, 1],
  ['behind, after less', 9_999, true, 0],
] as const)('somebody is told that long work ended only where the window is not in front: %s', (_what, ms, away, ended) => {
  const one = desk();
  one.working.note(0.1);
  one.pass(ms);
  if (away) one.leave();
  one.working.note(null);
  one.working.note(null);
  expect(one.seen()).toEqual({ shown: -1, ended });
  // Of work there is a share and nothing else; of its end these words and no others.
  for (const said of one.told) expect(said).toEqual({ title: 'a long task has ended', body: 'The window says what came of it.' });
});

test('after a lock nothing is shown and nobody is told', () => {
  const one = desk();
  one.working.note(0.1);
  one.pass(60_000);
  one.leave();
  one.working.forget();
  one.working.note(null);
  expect(one.seen()).toEqual({ shown: -1, ended: 0 });
});

test('a window that is gone is left alone', () => {
  const one = desk();
  one.working.note(0.1);
  one.pass(5_000);
  const { shown } = one.seen();
  one.destroy();
  one.working.note(null);
  expect(one.seen().shown).toBe(shown);
});
