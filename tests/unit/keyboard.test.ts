import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..');
const page = readFileSync(path.join(root, 'docs', 'keyboard.md'), 'utf8');
const under = (room: string, end: RegExp): string[] =>
  readdirSync(path.join(root, room), { recursive: true, encoding: 'utf8' })
    .filter((name) => end.test(name))
    .map((name) => `${room}/${name.replaceAll(path.sep, '/')}`);
const read = (file: string): string => readFileSync(path.join(root, file), 'utf8');
const rowsUnder = (heading: string): string[] =>
  (page.slice(page.indexOf(`## ${heading}\n`)).split('\n## ')[0] ?? '')
    .split('\n')
    .filter((line) => /^\| (?!-)/.test(line))
    .slice(1);

test('twenty tasks are listed, and each names a test that is there', () => {
  const tasks = rowsUnder('Twenty tasks by the keys alone');
  expect(tasks).toHaveLength(20);
  const all = [...tasks, ...rowsUnder('WCAG 2.2, the criteria of our own tests')];
  const tests = under('tests', /\.test\.ts$/);
  const wrong = all.flatMap((row) => {
    const [, name = '', words = ''] = /`([\w-]+\.test\.ts)` "([^"]+)"/.exec(row) ?? [];
    const file = tests.find((one) => one.endsWith(`/${name}`));
    return file !== undefined && words.split('$').every((part) => read(file).includes(part)) ? [] : [row];
  });
  expect(wrong).toEqual([]);
});

test('nothing is dragged that has no other way', () => {
  const dragging = under('renderer', /\.tsx?$/).filter((file) => !file.includes('.test.') && /\bdraggable\b|onDragStart|setPointerCapture|'dragstart'/.test(read(file)));
  const told = rowsUnder('What can be dragged').map((row) => /`([^`]+)`/.exec(row)?.[1] ?? '');
  expect(dragging.toSorted()).toEqual(told.toSorted());
});
