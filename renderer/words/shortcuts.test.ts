import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { begun, gone, papers } from '../frame/letter-pairs.ts';
import { shortcuts } from './shell.ts';

const root = path.join(import.meta.dirname, '..', '..');
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
// On a Mac the list names the keys by their signs.
const plain = (keys: string): string => keys.replace('⌘', 'Ctrl').replace('⌥', 'Alt').replace('⇧', 'Shift');
const listed = new Set(shortcuts.map(([keys]) => plain(keys)));
const pairsOf = (first: string, map: Readonly<Record<string, unknown>>): string[] => Object.keys(map).map((second) => `${first} ${second.toUpperCase()}`);

describe('the list of keys in the window', () => {
  test('names every pair of letters that does something, and none that does nothing', () => {
    const real = [...pairsOf('G', gone), ...pairsOf('N', begun), 'N E', ...pairsOf('P', papers)].sort();
    expect([...listed].filter((keys) => /^[GNP] [A-Z]$/.test(keys)).sort()).toEqual(real);
  });

  test('names no keys twice', () => {
    expect(shortcuts.map(([keys]) => plain(keys))).toEqual([...listed]);
  });

  test('has every key that the first hour names, and the first hour names every pair of letters', () => {
    const named = [...read('docs/first-hour.md').matchAll(/`([^`\n]+)`/g)].map((match) => match[1] ?? '').filter((text) => !text.includes('/') && !text.includes('.'));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((keys) => !listed.has(keys))).toEqual([]);
    expect([...listed].filter((keys) => /^[GNP] [A-Z]$/.test(keys) && !named.includes(keys))).toEqual([]);
  });

  test('has every key of the menus that is no role of the system', () => {
    const accelerators = [...read('main/window/menu.ts').matchAll(/accelerator: '([^']+)'/g)].map((match) => (match[1] ?? '').replace('CmdOrCtrl', 'Ctrl').replaceAll('+', ' '));
    expect(accelerators.length).toBeGreaterThan(0);
    expect(accelerators.filter((keys) => !listed.has(keys))).toEqual([]);
  });
});
