import { expect, test } from 'vitest';
import { droppedFiles } from './dropped-files.ts';

const file = (name: string) => new File(['x'], name);
const fileEntry = (name: string) => ({ isFile: true, isDirectory: false, name, file: (give: (file: File) => void) => give(file(name)) });
/** A folder as a browser gives it: its entries in any order, two at a time. */
const folder = (name: string, inside: readonly { name: string }[]) => ({
  isFile: false,
  isDirectory: true,
  name,
  createReader: () => {
    const left = [...inside];
    return { readEntries: (give: (some: unknown[]) => void) => give(left.splice(0, 2)) };
  },
});
// Proof of the cast: only what the function reads of a drop.
const drop = (entries: readonly object[], files: readonly File[]) => ({ files, items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer;
const names = async (of: DataTransfer, inPage: boolean) => (await droppedFiles(of, inPage)).map((one) => one.name);

test('a dropped folder gives every file below it, in the order of their names, however many a reader gives at once', async () => {
  const inside = folder('box', [fileEntry('c.pdf'), folder('b', [fileEntry('2.eml'), fileEntry('1.eml')]), fileEntry('a.pdf'), fileEntry('d.pdf'), folder('empty', [])]);
  expect(await names(drop([fileEntry('first.txt'), inside], []), true)).toEqual(['first.txt', 'a.pdf', '1.eml', '2.eml', 'c.pdf', 'd.pdf']);
});

test('plain files, and everything where the host reads folders itself, are handed on as they came', async () => {
  const files = [file('b.txt'), file('a.txt')];
  expect(await names(drop([fileEntry('b.txt'), fileEntry('a.txt')], files), true)).toEqual(['b.txt', 'a.txt']);
  expect(await names(drop([folder('box', [])], files), false)).toEqual(['b.txt', 'a.txt']);
});
