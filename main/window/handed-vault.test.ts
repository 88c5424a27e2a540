import path from 'node:path';
import { expect, test } from 'vitest';
import { handedVault, whatLies } from './handed-vault.ts';

const files = new Set(['/home/a/Case.cordon/slots.a', '/home/a/Other.cordon/slots.b', '/home/a/-Odd.cordon/slots.a', '/mnt/Case.cordon/slots.a']);
const looked: string[] = [];
const lies = (at: string) => {
  looked.push(at);
  return files.has(at) ? 'file' : [...files].some((file) => path.posix.dirname(file) === at) || at === '/home/a/Empty.cordon' ? 'folder' : null;
};
const handed = (...words: string[]) => handedVault({ words, folder: '/home/a' }, lies, path.posix);

test('a vault is offered by its folder, by a file of it, and by a path from where the program was started', () => {
  expect(handed('/home/a/Case.cordon')).toBe('/home/a/Case.cordon');
  expect(handed('/home/a/Case.cordon/')).toBe('/home/a/Case.cordon');
  expect(handed('/home/a/Other.cordon/slots.b')).toBe('/home/a/Other.cordon');
  expect(handed('../a/./Case.cordon')).toBe('/home/a/Case.cordon');
  // Chromium adds words of its own to a second start, before and after.
  expect(handed('--allow-file-access-from-files', '.', 'Case.cordon', '--original-process-start-time=1')).toBe('/home/a/Case.cordon');
  expect(handed('/home/a/Case.cordon', 'Case.cordon')).toBe('/home/a/Case.cordon');
});

test('nothing else is taken: no option, no folder that is no vault, not two at once', () => {
  for (const words of [
    [],
    ['.'],
    ['Empty.cordon'],
    ['Gone.cordon'],
    ['/home/a'],
    ['--', '-Odd.cordon'],
    ['--vault=/home/a/Case.cordon'],
    ['Case.cordon', 'Other.cordon'],
    ['Case.cordon\0'],
    [''],
  ])
    expect(handed(...words), words.join(' ')).toBeNull();
  expect(handed(`${'/x'.repeat(3000)}/Case.cordon`)).toBeNull();
});

test('an address, a device and a share of the network are not even looked at', () => {
  const remote = ['\\\\server\\share\\Case.cordon', '//server/share/Case.cordon', '\\/server/Case.cordon', '\\\\?\\C:\\Case.cordon', '\\\\.\\pipe\\Case.cordon'];
  const addresses = ['file:///home/a/Case.cordon', 'smb://server/Case.cordon', 'https://x.test/Case.cordon', 'javascript:alert(1).cordon', 'cordon:Case.cordon'];
  looked.length = 0;
  for (const word of [...remote, ...addresses]) expect(handed(word), word).toBeNull();
  // Started in a share, a name alone leads there.
  expect(handedVault({ words: ['Case.cordon'], folder: '\\\\server\\share' }, lies, path.win32)).toBeNull();
  expect(looked).toEqual([]);
  // A drive is a place of this computer.
  expect(handedVault({ words: ['C:\\Cases\\Case.cordon'], folder: 'D:\\' }, (at) => (at.endsWith('slots.a') ? 'file' : 'folder'), path.win32)).toBe('C:\\Cases\\Case.cordon');
});

test('what cannot be looked at is nothing, and stops no start', () => {
  expect(whatLies('x'.repeat(5000))).toBeNull();
  expect(whatLies(`${import.meta.filename}/within-a-file`)).toBeNull();
  expect(whatLies('a\0b')).toBeNull();
  expect([whatLies(import.meta.filename), whatLies(import.meta.dirname)]).toEqual(['file', 'folder']);
});
