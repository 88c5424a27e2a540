import { expect, test } from 'vitest';
import { lookedAgain } from './zone-of-computer.ts';

/** A computer that is carried from place to place, and a program that looks at its zone only where its environment says that it may be another. */
function computer(env: { TZ?: string }) {
  let [there, seen] = ['America/New_York', env.TZ ?? 'America/New_York'];
  const watched = new Proxy(env, {
    deleteProperty(target, name) {
      seen = there;
      return Reflect.deleteProperty(target, name);
    },
  });
  return { zone: lookedAgain(watched, () => seen), goTo: (place: string) => (there = place) };
}

test('the zone of the computer is taken up within seconds while the program runs, whichever way its clock is set meanwhile', () => {
  const { zone, goTo } = computer({});
  expect(zone(100_000)).toBe('America/New_York');
  goTo('Asia/Tokyo');
  expect(zone(104_999), 'not looked at for every question').toBe('America/New_York');
  expect(zone(105_000)).toBe('Asia/Tokyo');
  goTo('Europe/Berlin');
  expect(zone(0), 'set back').toBe('Europe/Berlin');
});

test('a zone that was given to the program is kept', () => {
  const env = { TZ: 'UTC' };
  const { zone, goTo } = computer(env);
  goTo('Asia/Tokyo');
  expect([zone(0), zone(60_000), env]).toEqual(['UTC', 'UTC', { TZ: 'UTC' }]);
});

test('this runtime looks at its zone anew where the environment is written', () => {
  const before = process.env['TZ'];
  const here = () => Intl.DateTimeFormat().resolvedOptions().timeZone;
  try {
    process.env['TZ'] = 'Asia/Tokyo';
    expect(here()).toBe('Asia/Tokyo');
    delete process.env['TZ'];
    expect(here()).not.toBe('Asia/Tokyo');
  } finally {
    if (before !== undefined) process.env['TZ'] = before;
  }
});
