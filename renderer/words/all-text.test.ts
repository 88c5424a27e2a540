import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const renderer = path.join(import.meta.dirname, '..');
const files = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx') && !/\.test\.tsx?$/.test(file));

/** Text between tags, and attributes that are read out or shown, written in place. */
const between = /(?<=[^=\s]>)(?!\s*[,:\]?])[^<>{}()=;]*\p{L}{2,}[^<>{}()=;]*(?=<\/?[A-Za-z])/gu;
const attribute = /\b(?:aria-label|title|placeholder|label|description|alt|says|then|legend)="[^"]*\p{L}{2,}[^"]*"/gu;

test('all words on screen come from words/', () => {
  expect(files.length).toBeGreaterThan(50);
  const found = files.flatMap((file) => {
    const source = readFileSync(path.join(renderer, file), 'utf8').replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '');
    const kbd = source.replace(/<(?:Kbd|kbd)>[^<]*<\/(?:Kbd|kbd)>/g, '');
    return [...kbd.matchAll(between), ...kbd.matchAll(attribute)].map((match) => `${file}: ${match[0].trim()}`);
  });
  expect(found).toEqual([]);
});

test('no page sets the title of the window, which shows in the task bar and in screen sharing', () => {
  const all = readdirSync(renderer, { recursive: true, encoding: 'utf8' }).filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file));
  expect(all.filter((file) => /document\.title/.test(readFileSync(path.join(renderer, file), 'utf8')))).toEqual([]);
  expect(readFileSync(path.join(renderer, 'index.html'), 'utf8')).toContain('<title>Cordon</title>');
});
