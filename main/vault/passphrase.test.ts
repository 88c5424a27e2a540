import { expect, test } from 'vitest';
import { app } from './app-version.ts';
import { readFileSync } from 'node:fs';
import { checkPassphrase, effortFor, withinLimits } from './passphrase.ts';

test('only costs between floor and ceiling may be spent', () => {
  const efforts: [number, number, boolean][] = [
    [64, 3, true],
    [63, 3, false],
    [64, 2, false],
    [2048, 50, true],
    [2049, 50, false],
    [2048, 51, false],
    [256.5, 3, false],
    [Number.NaN, 3, false],
  ];
  for (const [memoryMiB, passes, allowed] of efforts) expect(withinLimits({ memoryMiB, passes }), `${memoryMiB}/${passes}`).toBe(allowed);
});

test('a passphrase is counted in characters, not in bytes', () => {
  expect(() => checkPassphrase(Buffer.from('пароль'))).toThrow('passphrase-too-weak');
  checkPassphrase(Buffer.from('парольпа'));
});

test('a passphrase that anybody tries first is refused, however it is written', () => {
  const refused = [
    'password1',
    'Password123!',
    'P@ssw0rd2026',
    '12345678',
    '01011980',
    'aaaaaaaaaaaaaaaaaaaaaaaa',
    'abababababab',
    'passwordpassword',
    '!!letmein!!',
    'iloveyou2',
    'Cordon2026',
    '1qaz2wsx',
    'Qwertyuiop',
  ];
  for (const one of refused) expect(() => checkPassphrase(Buffer.from(one)), one).toThrow('passphrase-too-weak');
  const ofNames = ['danawhitfield', 'Whitfield1984', 'Heron matter 1', 'Müllerin99'];
  for (const one of ofNames) {
    expect(() => checkPassphrase(Buffer.from(one), ['Dana Whitfield', 'Heron', 'Ute Müllerin', 'Heron matter']), one).toThrow('passphrase-too-weak');
    checkPassphrase(Buffer.from(one));
  }
  const taken = ['correct horse battery staple', 'password of my mother 7', '48151623420815', 'dragon quarry velvet', 'x7!kq2vm', 'парольпа', `${'ab'.repeat(40)} and more`];
  for (const one of taken) checkPassphrase(Buffer.from(one), ['Dana Whitfield']);
});

test('a slow machine gets the least passes, a fast one more', () => {
  expect(effortFor(-3_600_000), 'the clock was set back').toEqual(effortFor(1000));
  expect([9000, 1000, 300, 1, 0].map((ms) => effortFor(ms).passes)).toEqual([3, 3, 10, 50, 50]);
});

test('entries name the version of the package', () => {
  expect(app).toBe(`cordon ${JSON.parse(readFileSync('package.json', 'utf8')).version}`);
});
