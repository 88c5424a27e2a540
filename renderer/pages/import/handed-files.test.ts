import { expect, test } from 'vitest';
import { filesInFolder, filesNamed, opticonOf, type InFolder } from './handed-files.ts';

/** A file as a folder that was chosen gives it. */
function picked(within: string): File {
  const file = new File([within], within.split('/').at(-1) ?? '');
  Object.defineProperty(file, 'webkitRelativePath', { value: `Chosen/${within}` });
  return file;
}
const folder = (...paths: string[]): InFolder[] => filesInFolder(paths.map(picked));
const found = (named: readonly InFolder[]) => Promise.all(named.map(async ({ path, file }) => [path, await file.text()]));

test('files are found from where the load file lies, whatever their capital letters', async () => {
  const files = folder('VOL001/VOL001.dat', 'VOL001/images/1.TIF', 'VOL001/TEXT/1.txt', 'images/1.tif');
  expect(await found(filesNamed('VOL001.dat', ['IMAGES\\1.tif', '.\\TEXT\\1.txt', 'TEXT\\2.txt'], files))).toEqual([
    ['IMAGES\\1.tif', 'VOL001/images/1.TIF'],
    ['.\\TEXT\\1.txt', 'VOL001/TEXT/1.txt'],
  ]);
});

test('a load file in a folder of its own names files of the folder above', async () => {
  const files = folder('DATA/V.dat', 'DATA/V.opt', 'old/V.opt', 'NATIVES/a.txt');
  expect(await found(filesNamed('V.dat', ['NATIVES/a.txt'], files))).toEqual([['NATIVES/a.txt', 'NATIVES/a.txt']]);
  expect(opticonOf('V.dat', files)?.path).toBe('DATA/V.opt');
  expect(opticonOf('W.dat', files)).toBeNull();
});

test('a load file that was chosen from elsewhere names files of the folder itself', async () => {
  expect(await found(filesNamed('V.dat', ['a/b.txt'], folder('a/b.txt')))).toEqual([['a/b.txt', 'a/b.txt']]);
  expect(filesNamed('V.dat', ['../b.txt'], folder('b.txt'))).toEqual([]);
});
