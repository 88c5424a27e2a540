import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const page = readFileSync(path.join(root, 'docs', 'threat-model.md'), 'utf8');
const tests = ['main', 'shared', 'renderer', 'tests'].flatMap((room) =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.test.ts') || name.endsWith('.test.tsx'))
    .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`),
);
const named = (text: string) => [...text.matchAll(/`([\w./-]+\.test\.tsx?)`/g)].map(([, name = '']) => name);
const found = (name: string) => tests.filter((file) => file === name || file.endsWith(`/${name}`));

/** The rows of the table under a heading, each as its cells. */
function rowsUnder(heading: string): string[][] {
  const section = page.slice(page.indexOf(`## ${heading}\n`)).split('\n## ')[0] ?? '';
  const lines = section.split('\n').filter((line) => line.startsWith('| '));
  return lines.slice(1).flatMap((line) =>
    /^\|[\s|-]+$/.test(line)
      ? []
      : [
          line
            .split('|')
            .slice(1, -1)
            .map((cell) => cell.trim()),
        ],
  );
}

test('every promise of the threat model names a test, and every test it names is there, once', () => {
  const promises = rowsUnder('Promises');
  expect(promises.length).toBeGreaterThan(20);
  for (const [against = '', , provedBy = ''] of promises) expect(named(provedBy), against).not.toEqual([]);
  const wrong = named(page).filter((name) => found(name).length !== 1);
  expect(wrong.map((name) => `${name}: ${found(name).length} of that name`)).toEqual([]);
});

test('what a test is quoted as saying is in it', () => {
  const quoted = [...page.matchAll(/`([\w./-]+\.test\.tsx?)` "([^"]+)"/g)];
  expect(quoted.length).toBeGreaterThan(0);
  for (const [, name = '', words = ''] of quoted) expect(readFileSync(path.join(root, found(name)[0] ?? ''), 'utf8'), `${name} "${words}"`).toContain(words);
});
