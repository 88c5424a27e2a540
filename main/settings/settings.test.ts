import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileSettings } from './file-settings.ts';
import { saysNothing } from './recent-vaults.ts';
import { settings } from './settings.ts';

const inMemory = (kept: Record<string, unknown> = {}, vaultsFolder: string | null = null) =>
  settings({ get: (key) => kept[key], set: (key, value) => void (kept[key] = value) }, {}, vaultsFolder);
const vault = (path: string, openedAt: number | null = 1) => ({ id: null, path, openedAt });
const line = (path: string) => ({ id: null, path, folder: null, openedAt: 1, pinned: false });

test('pinned vaults come first, then the one opened last, each once, and ten are kept', () => {
  const kept = inMemory();
  for (let index = 0; index < 12; index++) kept.remember(vault(`v${index}`, index));
  kept.remember(vault('v5', 20));
  kept.pin('v3', true);
  expect(kept.recent().map(({ path }) => path)).toEqual(['v3', 'v5', 'v11', 'v10', 'v9', 'v8', 'v7', 'v6', 'v4', 'v2']);
  for (let index = 30; index < 45; index++) kept.remember(vault(`w${index}`, index));
  expect(kept.recent().slice(0, 2)).toMatchObject([{ path: 'v3', pinned: true }, { path: 'w44' }]);
  kept.pin('v3', false);
  expect(kept.recent()[9]?.path).toBe('v3');
});

test('lines of a time without ids are lines', () => {
  expect(inMemory({ recent: [{ path: 'v', name: 'V', openedAt: 3 }] }).recent()).toEqual([{ ...line('v'), openedAt: 3 }]);
});

test('hiding names leaves none in the settings, not even of vaults whose id is not known', () => {
  const store: Record<string, unknown> = {
    recent: [
      { id: 'a1', path: '/home/x/Falcon.cordon', openedAt: 2, pinned: true },
      { path: '/home/x/Old falcon.cordon', openedAt: 1 },
    ],
  };
  const kept = inMemory(store);
  kept.prefer({ ...kept.preferences(), vaultNames: 'hidden' });
  expect(JSON.stringify(store)).not.toMatch(/falcon/i);
  expect(kept.recent()).toEqual([{ id: 'a1', path: null, folder: null, openedAt: 2, pinned: true }]);
});

test('while names are hidden a folder is kept only where its name says nothing, also of what an older program kept', () => {
  const lines = ['/', '/home', '/home/x', '/home/x/Documents', '/home/x/Documents/Cordon', '/home/x/Documents/Cordon/Falcon', '/home/x/Falcon', '/home/x/Doc'];
  const recent = lines.map((folder, i) => ({ id: `id${i}`, path: null, folder, openedAt: 9 - i, pinned: false }));
  const kept = inMemory({ recent, preferences: { vaultNames: 'hidden' } }, '/home/x/Documents/Cordon');
  expect(kept.recent().map((line) => line.folder)).toEqual([...lines.slice(0, 5), null, null, null]);
});

test.each([
  ['C:\\', true],
  ['D:\\', true],
  ['\\\\server\\matters\\', false],
  ['C:\\Users\\x', true],
  ['C:\\Users\\x\\Documents\\Cordon', true],
  ['C:\\Users\\x\\Documents\\Cordon\\Falcon', false],
  ['C:\\Users\\x\\Doc', false],
  ['D:\\Users\\x', false],
  ['\\\\server\\matters\\Falcon', false],
])('on Windows the folder %s says nothing: %s', (folder, says) => {
  expect(saysNothing(folder, 'C:\\Users\\x\\Documents\\Cordon', path.win32)).toBe(says);
});

test('values of a wrong shape count as not there', () => {
  const kept = inMemory({
    recent: [vault('good'), { path: 3, openedAt: 1 }, { folder: '/home/x', openedAt: 1 }, { path: 'y', openedAt: 'z' }, 'x'],
    bounds: { x: 1, y: 2, width: 'wide' },
    shown: { maximized: 'yes', zoom: 400 },
    reminded: { older: '2026-11-25', broken: [{ at: 'noon' }] },
    preferences: {
      appearance: 'pink',
      quietHours: { from: '25:00', to: '07:00' },
      lockAfterMinutes: 0,
      vaultNames: 'some',
      singleKeys: false,
      keys: { undo: 5 },
      dates: '18/06/2026',
      weekStart: 3,
    },
  });
  expect(kept.recent()).toEqual([line('good')]);
  expect(kept.bounds()).toBeNull();
  expect(kept.shown()).toEqual({ maximized: false, zoom: 0 });
  kept.keepShown({ maximized: true, zoom: -1.5 });
  expect(kept.shown()).toEqual({ maximized: true, zoom: -1.5 });
  // An older program kept the day on which it reminded.
  expect([kept.reminded('older'), kept.reminded('broken')]).toEqual([[{ at: Date.parse('2026-11-25'), zone: 'UTC', quiet: null }], null]);
  expect(kept.preferences()).toEqual({
    appearance: 'system',
    density: 'regular',
    lockAfterMinutes: 10,
    copiedClears: 'lock',
    vaultNames: 'shown',
    singleKeys: false,
    keys: {},
    reminders: 'counts',
    reminderDays: [7, 3, 1, 0],
    quietHours: { from: '21:00', to: '07:00' },
    dates: 'day-first',
    weekStart: 'monday',
    figures: 'comma',
    hours: '24',
  });
});

test('settings lie in a file, survive, and start empty when the file is damaged', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cordon-settings-'));
  try {
    fileSettings(folder).prefer({
      appearance: 'dark',
      density: 'compact',
      lockAfterMinutes: 3,
      copiedClears: '1-minute',
      vaultNames: 'hidden',
      singleKeys: false,
      keys: { undo: 'Ctrl J' },
      reminders: 'off',
      reminderDays: [14],
      quietHours: null,
      dates: 'iso',
      weekStart: 'sunday',
      figures: 'region',
      hours: '12',
    });
    const told = [{ at: 1_795_000_000_000, zone: 'Europe/Berlin', quiet: { from: '21:00', to: '07:00' } }];
    // A file of an earlier version, that others could read.
    chmodSync(path.join(folder, 'settings.json'), 0o644);
    fileSettings(folder).keepReminded('a vault', told);
    if (process.platform !== 'win32') expect(statSync(path.join(folder, 'settings.json')).mode & 0o777).toBe(0o600);
    expect([fileSettings(folder).reminded('a vault'), fileSettings(folder).reminded('another')]).toEqual([told, null]);
    expect(fileSettings(folder).preferences()).toEqual({
      appearance: 'dark',
      density: 'compact',
      lockAfterMinutes: 3,
      copiedClears: '1-minute',
      vaultNames: 'hidden',
      singleKeys: false,
      keys: { undo: 'Ctrl J' },
      reminders: 'off',
      reminderDays: [14],
      quietHours: null,
      dates: 'iso',
      weekStart: 'sunday',
      figures: 'region',
      hours: '12',
    });
    const file = path.join(folder, 'settings.json');
    const whole = readFileSync(file, 'utf8');
    for (const damaged of ['', whole.slice(0, 20), '[]', 'null', '\0\0\0']) {
      writeFileSync(file, damaged);
      expect(fileSettings(folder).preferences().appearance, JSON.stringify(damaged)).toBe('system');
      fileSettings(folder).remember(vault('v'));
      expect(fileSettings(folder).recent()).toEqual([line('v')]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
