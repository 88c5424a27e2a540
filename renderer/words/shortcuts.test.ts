import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { acceleratorOf, menuTemplate } from '../../main/window/menu-template.ts';
import { beginsKind, begun, gone, papers } from '../frame/letter-pairs.ts';
import { sheetOf } from '../keys/bound.ts';
import { clashes, reserved, whyNot } from '../keys/clash.ts';
import { fixedKeys, keyed, keyIds } from './keys.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
// On a Mac the sheet names the keys by their signs.
const plain = (keys: string): string => keys.replace('⌘', 'Ctrl').replace('⌥', 'Alt').replace('⇧', 'Shift');
const shortcuts = sheetOf({}).flatMap(([, rows]) => rows);
const listed = new Set(shortcuts.flatMap(([keys]) => plain(keys).split(' or ')));

describe('the list of keys in the window', () => {
  test('has no two acts under the same keys, none that cannot be pressed, and none that the system takes first', () => {
    expect(clashes({})).toEqual([]);
    expect(keyIds.filter((id) => reserved.has(keyed[id][1]))).toEqual([]);
  });

  test('sees a clash of each sort', () => {
    const sorts = { undo: 'Ctrl K', edit: 'Ctrl C', remove: 'Tab', why: 'G', next: 'G D', facts: 'Home', goDocket: 'A D', lock: 'Esc' } as const;
    for (const [id, keys] of Object.entries(sorts)) expect(whyNot(id as keyof typeof sorts, keys, {}), `${id} by ${keys}`).toMatch(/\.$/);
    expect(clashes({ undo: 'Ctrl K' })).toHaveLength(2);
    expect(whyNot('undo', 'Ctrl J', {})).toBeNull();
    expect(whyNot('why', 'Q', {})).toBeNull();
    expect(whyNot('undo', 'Ctrl K', { palette: 'Ctrl J' })).toBeNull();
  });

  test('shows every act on the sheet once, changed ones as they are now, and two keys of one act in one row', () => {
    const everywhere = sheetOf({}).flatMap(([where, rows]) => rows.map(([, does]) => `${where}: ${does}`));
    expect(new Set(everywhere).size).toBe(everywhere.length);
    expect(listed.size).toBe(new Set([...keyIds.map((id) => keyed[id][1]), ...fixedKeys.map(([, keys]) => keys)]).size);
    expect(listed.has('?') && listed.has('Ctrl /')).toBe(true);
    expect(sheetOf({ undo: 'Ctrl J' }).flatMap(([, rows]) => rows)).toContainEqual([expect.stringMatching(/J$/), keyed.undo[2]]);
  });

  test('has an act behind every pair of letters', () => {
    const pairs = keyIds.filter((id) => /^[GNP] [A-Z]$/.test(keyed[id][1]));
    expect(pairs.filter((id) => !(id in gone || id in begun || id in papers || id === 'takeIn'))).toEqual([]);
    expect(beginsKind('order')).toBe('newOrder');
    expect(beginsKind('party')).toBeUndefined();
  });

  test('has every key that the first hour names, and the first hour names every pair of letters', () => {
    const named = [...read('docs/first-hour.md').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '').filter((text) => !text.includes('/') && !text.includes('.'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((keys) => !listed.has(keys))).toEqual([]);
    expect([...listed].filter((keys) => /^[GNP] [A-Z]$/.test(keys) && !named.includes(keys))).toEqual([]);
  });

  test('has every key of the menu bar that is no role of the system', () => {
    const items = menuTemplate({ platform: 'linux', development: true, keys: {}, fixedKeys: [], lock: () => {}, print: () => {} }).flatMap(({ submenu }) =>
      Array.isArray(submenu) ? submenu : [],
    );
    const accelerators = items.flatMap(({ accelerator, role }) => (typeof accelerator === 'string' && role === undefined ? [accelerator] : []));
    const ofMenu = new Set(keyIds.map((id) => acceleratorOf(keyed[id][1])));
    expect(accelerators.length).toBeGreaterThan(0);
    expect(accelerators.filter((keys) => !ofMenu.has(keys))).toEqual([]);
  });
});
