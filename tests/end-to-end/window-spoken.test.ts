import { beforeEach, describe, expect, test } from 'vitest';
import { noWindow, openFakeWindow, type FakeWindow } from '../fakes/fake-window.ts';
import { long } from '../fault/seeded.ts';
import { states, toState, type State } from './access/states.ts';
import { announced, asLines, phrases } from './access/speaker.ts';

/** A page as it opens. */
const page = (name: string, address: string): State => ({ name, address, act: () => Promise.resolve() });
const state = (name: string): State => {
  const found = states.find((one) => one.name === name);
  if (!found) throw new Error(`no state is called ${name}`);
  return found;
};

/** What is listened to: its file, how the window is brought to it, and the part of it that is read. The first two are read in every run, all of them in CI. */
const heard: readonly (readonly [file: string, state: State, within: string])[] = [
  ['docket', page('docket', '#/docket'), 'main'],
  ['unlock-wrong', state('unlock: wrong passphrase'), 'body'],
  ['frame', page('network', '#/network'), 'body'],
  ['deadlines', page('deadlines', '#/list/deadline'), 'main'],
  ['deadline', page('deadline', '#/record/DL-012'), 'main'],
  ['order', page('order', '#/record/ORD-002'), 'main'],
  ['model', page('model', '#/record/MODEL-003'), 'main'],
  ['requests', page('requests', '#/requests'), 'main'],
  ['exhibit', page('exhibit', '#/record/EX-008'), 'main'],
  ['plan', page('plan', '#/record/PLAN-002'), 'main'],
  ['chronology', page('chronology', '#/list/chronology_event'), 'main'],
  ['form-refused', state('form refused'), 'main'],
  ['unlock', state('unlock: as it opens'), 'body'],
  ['search-window', state('search window'), '[role=dialog]'],
  ['menu-of-a-row', state('menu of a row'), '#floats'],
  ['help', page('help', '#/help/deadline'), 'main'],
  ['settings', page('settings', '#/settings'), 'main'],
];

async function opened(of: State): Promise<FakeWindow> {
  const window = await openFakeWindow(of.setting, of.address ?? undefined);
  await window.page.setViewportSize({ width: 1280, height: 800 });
  await window.page.emulateMedia({ reducedMotion: 'reduce' });
  await toState(window, of);
  return window;
}

describe('what a screen reader says', () => {
  beforeEach((context) => context.skip(noWindow !== null, noWindow ?? ''));
  test.each(long ? heard : heard.slice(0, 2))('of %s is what was last read and found to make sense', async (file, of, within) => {
    const window = await opened(of);
    try {
      await expect(asLines(await phrases(window.page, within))).toMatchFileSnapshot(`access/spoken/${file}.txt`);
    } finally {
      await window.close();
    }
  });

  test('by itself: that a note was removed and can be put back, and why a passphrase opens nothing', async () => {
    const list = await opened(page('notes', '#/list/note'));
    try {
      const removed = await announced(list.page, () => state('note of undo').act(list.page, list));
      const told = removed.filter((phrase) => /^(?:polite|assertive): /.test(phrase));
      expect(
        told.some((phrase) => /^polite: NOTE-\d+ removed\./.test(phrase) && phrase.includes('Undo')),
        told.join(' | '),
      ).toBe(true);
    } finally {
      await list.close();
    }
    const door = await openFakeWindow({ open: false });
    try {
      await door.page.waitForSelector('h1');
      await state('unlock: wrong passphrase').act(door.page, door);
      // The library's reader hears what changes in a region that was there, not an alert that comes; readers do.
      await door.page.getByRole('alert').getByText('This passphrase does not open the vault.').waitFor();
    } finally {
      await door.close();
    }
  });
});
