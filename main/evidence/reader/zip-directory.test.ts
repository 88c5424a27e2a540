import { expect, test } from 'vitest';
import { filler, stored, words } from '../stored-archive.test-support.ts';
import { readZipDirectory } from './zip-directory.ts';

test('a directory is read from the last bytes of its archive; one that lies before them, too many files and an office file are told apart', async () => {
  const listed = stored([filler(1), ...Array.from({ length: 4_000 }, (_, n) => words(`${n}.txt`, ''))]);
  expect(await readZipDirectory(listed.subarray(-600_000), listed.length)).toMatchObject({ is: 'archive', names: { length: 4_001 } });
  // Only its end was given: the directory itself lies before.
  expect(await readZipDirectory(listed.subarray(-80_000), listed.length)).toEqual({ is: 'damaged' });
  const many = stored(Array.from({ length: 5_001 }, (_, n) => words(`${n}.txt`, '')));
  expect(await readZipDirectory(many, many.length)).toEqual({ is: 'bomb', why: 'it holds more than 5000 files' });
  const paper = stored([words('word/document.xml', 'x')]);
  expect(await readZipDirectory(paper, paper.length)).toEqual({ is: 'document' });
});
