import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSettings, settingKeys } from '../../../shared/contract/settings.ts';
import { clashes } from '../../keys/clash.ts';
import { keyIds } from '../../words/keys.ts';
import { settingHelp, settingNames, settingSections, settingsFound, settingsOf } from '../../words/setting-names.ts';
import { changesInFile } from './settings-in-file.ts';

const none = { settings: {}, leftOut: [] };

test('what is set so already changes nothing, and what is fixed is left out in words', () => {
  expect(changesInFile({ ...none, settings: firstSettings }, firstSettings, [])).toEqual(none);
  const { settings, leftOut } = changesInFile({ settings: { lockAfterMinutes: 60, appearance: 'dark' }, leftOut: ['colour'] }, firstSettings, ['lockAfterMinutes']);
  expect(settings).toEqual({ appearance: 'dark' });
  expect(leftOut).toHaveLength(2);
  expect(leftOut.every((why) => why.endsWith('.'))).toBe(true);
});

test('keys that clash are left out, those that change places are taken together', () => {
  const swapped = { undo: 'Ctrl Y', redo: 'Ctrl Z' };
  expect(changesInFile({ ...none, settings: { keys: swapped } }, firstSettings, [])).toEqual({ settings: { keys: swapped }, leftOut: [] });
  const taken = changesInFile({ ...none, settings: { keys: { undo: 'Ctrl K', help: 'Ctrl J', later: 'Ctrl K' } } }, firstSettings, []);
  expect(taken.settings.keys).toEqual({ help: 'Ctrl J', later: 'Ctrl K' });
  expect(taken.leftOut).toHaveLength(1);
});

test('no file makes keys that clash', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...keyIds), fc.constantFrom('Ctrl K', 'Ctrl Z', 'Ctrl Y', 'G', 'G D', 'F2', 'Esc', 'Tab', 'Ctrl J', 'Q', 'Del', '')), (keys) => {
      const { settings } = changesInFile({ ...none, settings: { keys } }, firstSettings, []);
      expect(clashes(settings.keys ?? {})).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test('every setting stands in one part, has a name and plain help, and is found by each word of its name', () => {
  expect(Object.values(settingsOf).flat().toSorted()).toEqual([...settingKeys].toSorted());
  for (const key of settingKeys) {
    expect(settingHelp[key]).toMatch(/^[A-Z].{20,}\.$/);
    for (const word of settingNames[key].match(/[\p{L}\p{N}]+/gu) ?? []) expect(settingsFound(word, firstSettings).settings, `${key} by ${word}`).toContain(key);
  }
});

test('settings are found by other words for them, by beginnings, by what is set, and parts by their name; nothing by what nobody means', () => {
  const found = (typed: string) => [...settingsFound(typed, firstSettings).settings];
  expect(found('theme')).toEqual(['appearance']);
  expect(found('timeout')).toEqual(['lockAfterMinutes']);
  expect(found('monday week')).toEqual(['weekStart']);
  expect(found('10 minutes')).toEqual(['lockAfterMinutes']);
  expect([...settingsFound('password', firstSettings).sections]).toEqual(['passphrase']);
  expect(found('keyboard')).toEqual(['keys']);
  expect(found('keys')).toEqual(expect.arrayContaining(['singleKeys', 'keys']));
  expect(found('giraffe')).toEqual([]);
  expect(settingsFound('', firstSettings).sections.size).toBe(settingSections.length);
});
