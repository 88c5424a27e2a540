import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSettings, settingKeys } from './settings.ts';
import { longestSettingsFile, readSettingsText, settingsFormat, settingsText } from './settings-file.ts';

const changed = { ...firstSettings, appearance: 'dark', lockAfterMinutes: 5, keys: { undo: 'Ctrl J' }, reminderDays: [14, 1] } as const;

test('what was written is read', () => {
  expect(readSettingsText(settingsText({ ...changed, reminderDays: [14, 1] }))).toEqual({ settings: changed, leftOut: [] });
});

test('what this version does not know, and what no setting can be, is left out by name; the rest is read', () => {
  const text = JSON.stringify({ format: settingsFormat, settings: { appearance: 'pink', lockAfterMinutes: 5, colour: 'red', keys: { undo: 7 } }, later: true });
  expect(readSettingsText(text)).toEqual({ settings: { lockAfterMinutes: 5 }, leftOut: ['appearance', 'colour', 'keys'] });
});

test.each([
  ['nothing', ''],
  ['no JSON', '{'],
  ['another form', '{"format":"cordon/1","settings":{}}'],
  ['no settings', `{"format":"${settingsFormat}"}`],
  ['a list of them', `{"format":"${settingsFormat}","settings":[1]}`],
  ['too much', `{"format":"${settingsFormat}","settings":{}}${' '.repeat(longestSettingsFile)}`],
])('%s is no file of settings', (_name, text) => {
  expect(readSettingsText(text)).toBeNull();
});

test('no file gives anything that could not be set by hand, nor a prototype', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.oneof(fc.constantFrom(...settingKeys, '__proto__', 'constructor'), fc.string()), fc.jsonValue()), (values) => {
      const read = readSettingsText(JSON.stringify({ format: settingsFormat, settings: values }));
      if (read === null) return;
      expect(Object.keys(read.settings).every((key) => settingKeys.some((known) => known === key))).toBe(true);
      expect(Object.getPrototypeOf(read.settings)).toBe(Object.prototype);
    }),
    { numRuns: 300 },
  );
});
