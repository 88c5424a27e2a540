import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { typedSearch } from '../../shared/records/typed-search.ts';
import { searchQuery as queryOf } from './search-question.ts';
import { hitEnd, hitStart, segments } from './snippet.ts';
import { makeTestVault, type TestVault } from './test-vault.ts';

let home: TestVault;
const searchQuery = (typed: string, beginning: boolean) => queryOf(typed, beginning, typedSearch(typed, { instant: 0, zone: 'UTC' }));
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
const find = (text: string, more: { kinds?: string[]; ranked?: boolean; titlesFirst?: boolean; limit?: number } = {}) => home.records.search({ text, limit: 10, ...more });
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

test('what is said besides words narrows the search: kinds, numbers, open and closed, words left out, either of two', () => {
  expect(numbers('deadline kind:party')).toEqual(['PTY-001']);
  expect(numbers('kind:notes deadline').toSorted()).toEqual(['NOTE-001', 'NOTE-002']);
  expect(numbers('deadline -memo').toSorted()).toEqual(['NOTE-001', 'PTY-001']);
  expect(numbers('deadline -"deadline memo"').toSorted()).toEqual(['NOTE-001', 'PTY-001']);
  expect(numbers('licence OR memo', { ranked: true }).toSorted()).toEqual(['NOTE-001', 'NOTE-002']);
  expect(numbers('title:deadline', { ranked: true }).toSorted()).toEqual(['NOTE-002', 'PTY-001']);
  expect(numbers('deadl* partners', { ranked: true })).toEqual(['PTY-001']);
  expect(numbers('number:note-2')).toEqual(['NOTE-002']);
  expect(numbers('kind:note -deadline').toSorted()).toEqual(['NOTE-003', 'NOTE-004']);
  expect(numbers('kind:party is:closed')).toEqual([]);
  expect(numbers('kind:party before:2030-01-01')).toEqual([]);
});

test('a hit in a file says the page on which its words stand', async () => {
  const made = await home.records.change(null, (w) => {
    const item = w.create('evidence_item', { caseId: null, fields: { title: 'Letter', type: 'document' } });
    return w.create('evidence_text', {
      caseId: null,
      fields: {
        item: item.id,
        name: 'letter.pdf',
        status: 'text',
        pages: 3,
        text: 'The first page is about quaggas.\n\fThe second is about okapis.\n\f\n\fThe fourth is about tapirs.',
      },
    });
  });
  const pageOf = (text: string) => find(text).hits.find((hit) => hit.row.id === made.result.id)?.page;
  expect(['quaggas', 'okapis', 'tapirs'].map(pageOf)).toEqual([1, 2, 4]);
  expect(find('licence').hits[0]?.page).toBeUndefined();
});

test('no text that is typed fails or reaches the query as anything but words', () => {
  const pieces = fc.constantFrom(
    '"',
    '-',
    ' OR ',
    'kind:',
    'note',
    'number:',
    'title:',
    'before:2026-07-01',
    'is:open',
    '*',
    '(',
    ')',
    ' NEAR ',
    '^',
    '\u0000',
    'é',
    '\ud800',
    ' ',
    ' AND ',
    ' NOT ',
    "'",
    ';--',
    '{',
    '+',
    'a',
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 40 }),
        fc.array(pieces, { maxLength: 12 }).map((all) => all.join('')),
      ),
      fc.boolean(),
      (typed, ranked) => {
        find(typed, { ranked });
        const query = searchQuery(typed, !ranked) ?? '';
        // Outside of quotes stand the operators that we write, and inside no sign at all.
        expect(query.replaceAll(/"[\p{L}\p{M}\p{N} ]+"/gu, '').replaceAll(/title : |\^|\*| AND | OR | NOT |[()]/g, '')).toBe('');
      },
    ),
    { numRuns: 300 },
  );
});

test('of what one goes to, titles that have the words come before the words themselves, and no text of a file at all', async () => {
  const go = (text: string, limit = 10) => find(text, { titlesFirst: true, limit }).hits.map((hit) => `${hit.row.kind} ${hit.row.title}`);
  await home.records.change(null, (w) => {
    const item = w.create('evidence_item', { caseId: null, fields: { title: 'Zeppelin photograph', type: 'document' } });
    w.create('note', { caseId: null, fields: { title: 'Later', type: 'note', body: 'It says zeppelin, and zeppelin again.' } });
    w.create('evidence_text', { caseId: null, fields: { item: item.id, name: 'zeppelin.pdf', status: 'text', text: 'zeppelin zeppelin' } });
    w.create('party', { caseId: null, fields: { name: 'Zeppelin draft works', type: 'company' } });
  });
  expect(go('zepp').slice(0, 2).toSorted()).toEqual(['evidence_item Zeppelin photograph', 'party Zeppelin draft works']);
  expect(go('zepp').slice(2)).toEqual(['note Later']);
  expect(go('zepp', 2)).toHaveLength(2);
  // A word that is left out may stand nowhere, also where only the title is looked at.
  expect(go('zeppelin -draft').toSorted()).toEqual(['evidence_item Zeppelin photograph', 'note Later']);
  expect(go('later -zeppelin')).toEqual([]);
  expect(find('zepp', { kinds: ['evidence_text'] }).hits).toHaveLength(1);
  // Of titles that have them the shortest first: it is closest to what was typed, whichever is newer.
  expect(go('zepp')).toEqual(['evidence_item Zeppelin photograph', 'party Zeppelin draft works', 'note Later']);
  expect(go('zeppelin works zeppelin w')).toEqual(['party Zeppelin draft works']);
});
