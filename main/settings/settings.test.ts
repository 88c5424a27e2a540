import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { fileSettings } from './file-settings.ts';
import { settings } from './settings.ts';

const inMemory = (kept: Record<string, unknown> = {}) => settings({ get: (key) => kept[key], set: (key, value) => void (kept[key] = value) });
const vault = (path: string, openedAt: number | null = 1) => ({ path, name: path, openedAt });

test('the vault opened last comes first, once, and ten are kept', () => {
  const kept = inMemory();
  for (let index = 0; index < 12; index++) kept.remember(vault(`v${index}`));
  kept.remember(vault('v5', 9));
  expect(kept.recent().map(({ path }) => path)).toEqual(['v5', 'v11', 'v10', 'v9', 'v8', 'v7', 'v6', 'v4', 'v3', 'v2']);
  expect(kept.recent()[0]?.openedAt).toBe(9);
});

test('values of a wrong shape count as not there', () => {
  const kept = inMemory({
    recent: [vault('good'), { path: 3 }, 'x'],
    bounds: { x: 1, y: 2, width: 'wide' },
    preferences: { appearance: 'pink', lockAfterMinutes: 0, singleKeys: false, keys: { undo: 5 }, dates: '18/06/2026', weekStart: 3 },
  });
  expect(kept.recent()).toEqual([vault('good')]);
  expect(kept.bounds()).toBeNull();
  expect(kept.preferences()).toEqual({
    appearance: 'system',
    density: 'regular',
    lockAfterMinutes: 10,
    singleKeys: false,
    keys: {},
    reminders: 'counts',
    reminderDays: [7, 3, 1, 0],
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
      singleKeys: false,
      keys: { undo: 'Ctrl J' },
      reminders: 'off',
      reminderDays: [14],
      dates: 'iso',
      weekStart: 'sunday',
      figures: 'region',
      hours: '12',
    });
    fileSettings(folder).keepReminded('a vault', '2026-11-25');
    expect([fileSettings(folder).reminded('a vault'), fileSettings(folder).reminded('another')]).toEqual(['2026-11-25', null]);
    expect(fileSettings(folder).preferences()).toEqual({
      appearance: 'dark',
      density: 'compact',
      lockAfterMinutes: 3,
      singleKeys: false,
      keys: { undo: 'Ctrl J' },
      reminders: 'off',
      reminderDays: [14],
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
      expect(fileSettings(folder).recent()).toEqual([vault('v')]);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
});
