import { afterAll, beforeAll, expect, test } from 'vitest';
import { searchQuery } from './search-question.ts';
import { hitEnd, hitStart, segments } from './snippet.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
beforeAll(async () => {
  home = await makeTestVault();
  await home.records.change(null, (w) => {
    const { id: caseId } = w.create('case', { caseId: null, fields: { title: 'Restriction of Model A' } });
    w.create('note', {
      caseId,
      fields: { title: 'Export licence', type: 'note', body: 'A long text about something else, and at its end the deadline for an appeal to the Under Secretary.' },
    });
    w.create('note', { caseId, fields: { title: 'Deadline memo', type: 'note', body: 'Résumé of the naïve view: café.' } });
    w.create('note', { caseId, fields: { title: 'Marks', type: 'note', body: `${hitStart}forged${hitEnd} highlight` } });
    w.create('party', { caseId, fields: { name: 'Deadline Partners', type: 'company' } });
    w.create('note', { caseId, number: 'ORD-77', fields: { title: 'From elsewhere', type: 'note', body: 'x' }, tags: ['urgent'] });
  });
});
afterAll(() => home.end());
const find = (text: string, more: { kinds?: string[]; ranked?: boolean; limit?: number } = {}) => home.records.search({ text, limit: 10, ...more });
const numbers = (text: string, more = {}) => find(text, more).hits.map((hit) => hit.row.number);

test('the last word is a beginning while it is typed and whole once it is asked for', () => {
  expect(numbers('deadl').toSorted()).toEqual(['NOTE-001', 'NOTE-002', 'PTY-001']);
  expect(numbers('deadl', { ranked: true })).toEqual([]);
  expect(numbers('deadline', { ranked: true })[2]).toBe('NOTE-001');
});

test('every word must be there, in any field and any case, and accents do not count', () => {
  expect(numbers('secretary EXPORT')).toEqual(['NOTE-001']);
  expect(numbers('resume cafe')).toEqual(['NOTE-002']);
  expect(numbers('secretary cafe')).toEqual([]);
  expect(numbers('"under secretary"')).toEqual(['NOTE-001']);
  expect(numbers('"secretary under"')).toEqual([]);
  expect(numbers('urgent')).toEqual(['NOTE-004']);
});

test('a number finds its record first, however it is typed', () => {
  for (const typed of ['NOTE-2', 'note 002', 'note2']) expect(numbers(typed)[0]).toBe('NOTE-002');
  expect(numbers('ORD-77')).toEqual(['NOTE-004']);
});

test('one letter finds titles that begin with it', () => {
  expect(numbers('d').toSorted()).toEqual(['NOTE-002', 'PTY-001']);
  expect(numbers(' M ')).toEqual(['NOTE-003']);
  expect(numbers('')).toEqual([]);
  expect(numbers('§')).toEqual([]);
});

test('a search keeps to the kinds and to the limit, and says when there is more', () => {
  expect(numbers('deadline', { kinds: ['party'] })).toEqual(['PTY-001']);
  expect(numbers('deadline', { kinds: [] })).toEqual([]);
  expect(find('deadline', { limit: 2 })).toMatchObject({ more: true, hits: [{}, {}] });
  expect(find('deadline', { limit: 3 }).more).toBe(false);
});

test('a snippet marks the hit, wherever it stands, and a document cannot draw marks of its own', () => {
  const [hit] = find('appeal').hits;
  expect(hit?.snippet.filter((segment) => segment.hit).map((segment) => segment.text)).toEqual(['appeal']);
  expect(hit?.snippet.map((segment) => segment.text).join('')).toContain('deadline for an appeal to');
  const forged = find('highlight').hits[0]?.snippet ?? [];
  expect(forged).toEqual([
    { text: 'forged ', hit: false },
    { text: 'highlight', hit: true },
  ]);
});

test.each(['"', '""', 'a" OR "b', 'NEAR(', '*', 'title:x', '-x', 'a AND', '^', '(', "';--", '\u{e000}', 'ü̈"*'])('%s is searched for, never run', (typed) => {
  expect(() => find(typed)).not.toThrow();
  expect(() => find(typed, { ranked: true })).not.toThrow();
});

test('a question is words in quotes, the last one open', () => {
  expect(searchQuery('export nat', true)).toBe('"export" AND "nat"*');
  expect(searchQuery('export nat ', true)).toBe('"export" AND "nat"');
  expect(searchQuery('"export nat', true)).toBe('"export nat"');
  expect(searchQuery('e-mail', true)).toBe('"e mail"*');
  expect(searchQuery('“…”', true)).toBeNull();
  expect(searchQuery(' é- ', true)).toBe('title : ^"é"*');
});

test('segments take marks that do not match without losing text', () => {
  expect(segments(`a${hitStart}b${hitEnd}c${hitStart}d`)).toEqual([
    { text: 'a', hit: false },
    { text: 'b', hit: true },
    { text: 'c', hit: false },
    { text: 'd', hit: true },
  ]);
});
