import { describe, expect, test } from 'vitest';
import { keyed } from '../../renderer/words/keys.ts';
import { acceleratorOf, menuTemplate } from './menu-template.ts';

const place = { platform: 'linux', development: false, keys: {}, fixedKeys: [], lock: () => {}, print: () => {} } as const;
const items = (menu: ReturnType<typeof menuTemplate>) => menu.flatMap((top) => (Array.isArray(top.submenu) ? top.submenu : [top]));
const lockOf = (keys: Readonly<Record<string, string>>) => items(menuTemplate({ ...place, keys })).find(({ id }) => id === 'lock');

describe('the menu bar', () => {
  test('locks by the keys that the window has for it, from the start and after they were changed', () => {
    expect(lockOf({})?.accelerator).toBe(acceleratorOf(keyed.lock[1]));
    expect(lockOf({})?.accelerator).toBe('CommandOrControl+L');
    expect(lockOf({ lock: 'Ctrl Shift J' })?.accelerator).toBe('CommandOrControl+Shift+J');
    expect(lockOf({ undo: 'Ctrl J' })?.accelerator).toBe('CommandOrControl+L');
  });

  test('prints what the page shows, under the keys of the page and without taking them from it', () => {
    const chosen: string[] = [];
    const printOf = (keys: Readonly<Record<string, string>>) => items(menuTemplate({ ...place, keys, print: () => chosen.push('print') })).find(({ id }) => id === 'print');
    expect(printOf({})).toMatchObject({ accelerator: acceleratorOf(keyed.print[1]), registerAccelerator: false });
    expect(printOf({ print: 'Ctrl Shift J' })?.accelerator).toBe('CommandOrControl+Shift+J');
    const click = printOf({})?.click as (() => void) | undefined;
    click?.();
    expect(chosen).toEqual(['print']);
  });

  test('zooms in by the key of = too, as + is pressed on most keyboards', () => {
    const zooms = items(menuTemplate(place)).filter(({ role }) => role === 'zoomIn');
    expect(zooms).toEqual([{ role: 'zoomIn' }, { role: 'zoomIn', accelerator: 'CommandOrControl+=', visible: false }]);
  });

  test('has no keys for what an administrator gave keys to: they may belong to something else, and the page leaves them out then', () => {
    const fixed = items(menuTemplate({ ...place, keys: { lock: 'Ctrl C', print: 'Ctrl K' }, fixedKeys: ['lock', 'print'] }));
    expect(fixed.filter(({ id }) => id === 'lock' || id === 'print').map((item) => item.accelerator ?? null)).toEqual([null, null]);
  });

  test('leaves letters to the page: a menu would take them out of every field', () => {
    expect(lockOf({ lock: 'G L' })).not.toHaveProperty('accelerator');
    expect(lockOf({ lock: 'Q' })).not.toHaveProperty('accelerator');
    expect(lockOf({ lock: 'Q' })?.label).toBe('Lock now');
  });

  test('has the menu of the program on a Mac, and the developer tools in development only', () => {
    expect(menuTemplate({ ...place, platform: 'darwin' })[0]).toEqual({ role: 'appMenu' });
    const tools = (development: boolean) => items(menuTemplate({ ...place, development })).some(({ role }) => role === 'toggleDevTools');
    expect([tools(true), tools(false)]).toEqual([true, false]);
  });
});

test.each([
  ['Ctrl K', 'CommandOrControl+K'],
  ['Ctrl Shift P', 'CommandOrControl+Shift+P'],
  ['Alt ←', 'Alt+Left'],
  ['Shift F6', 'Shift+F6'],
  ['F1', 'F1'],
  ['Del', 'Delete'],
  ['Ctrl /', 'CommandOrControl+/'],
  ['Ctrl +', 'CommandOrControl+Plus'],
  ['G D', null],
  ['?', null],
  ['Shift A', null],
  ['Ctrl AudioVolumeUp', null],
  ['Ctrl ß', null],
  ['', null],
])('%s is %s in a menu', (keys, accelerator) => {
  expect(acceleratorOf(keys)).toBe(accelerator);
});
