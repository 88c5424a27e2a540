import { expect, test } from 'vitest';
import { recordDifferences } from './diff.ts';
import { earliestDay, latestDay, type DateFact } from './date-fact.ts';
import { dateNote, dateWords } from './date-words.ts';
import { field, type Fields } from './field.ts';
import { order } from './kinds/order.ts';
import { kindNamed } from './kinds.ts';
import { linksIn } from './links.ts';
import { plainText } from './plain-text.ts';
import type { AnyRecord } from './record.ts';
import { samePerson } from './same-person.ts';
import { searchText } from './search-text.ts';
import { shownColumns } from './columns.ts';
import { upgraded, upgradedBy } from './upgrade.ts';

test('dates are said as they are known', () => {
  const said: readonly (readonly [DateFact, string])[] = [
    [{ certainty: 'exact', day: '2026-06-18' }, 'Thu 18 Jun 2026'],
    [{ certainty: 'exact', day: '2026-06-29', time: '10:40', zone: 'America/New_York' }, 'Mon 29 Jun 2026, 10:40 a.m. (America/New_York)'],
    [{ certainty: 'approximate', day: '2026-04-30' }, 'about 30 Apr 2026'],
    [{ certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' }, 'between 9 and 12 Jun 2026'],
    [{ certainty: 'range', earliest: '2026-05-29', latest: '2026-06-09' }, 'between 29 May and 9 Jun 2026'],
    [{ certainty: 'range', earliest: '2025-12-29', latest: '2026-01-02' }, 'between 29 Dec 2025 and 2 Jan 2026'],
    [{ certainty: 'range', latest: '2026-06-12' }, 'on or before 12 Jun 2026'],
    [{ certainty: 'range', earliest: '2026-06-12' }, 'on or after 12 Jun 2026'],
    [{ certainty: 'range', earliest: '2026-06-12', latest: '2026-06-12' }, '12 Jun 2026'],
    [
      {
        certainty: 'disputed',
        readings: [
          { day: '2026-06-12', saidBy: 'us' },
          { day: '2026-06-09', saidBy: 'them' },
        ],
      },
      'disputed: 9 or 12 Jun 2026',
    ],
    [
      {
        certainty: 'disputed',
        readings: [
          { day: '2026-06-09', saidBy: 'a' },
          { day: '2026-06-10', saidBy: 'b' },
          { day: '2026-06-12', saidBy: 'c' },
        ],
      },
      'disputed: 9 Jun 2026, 10 Jun 2026, 12 Jun 2026',
    ],
    [
      {
        certainty: 'disputed',
        readings: [
          { day: '2026-06-09', time: '09:00', saidBy: 'a' },
          { day: '2026-06-09', saidBy: 'b' },
        ],
      },
      'disputed: 9 Jun 2026, 9:00 a.m. or no hour',
    ],
    [{ certainty: 'unknown' }, 'unknown'],
  ];
  for (const [fact, words] of said) expect(dateWords(fact)).toBe(words);
});

test('the note of a date says who says what, what it lies before or after, and why', () => {
  expect(dateNote({ certainty: 'exact', day: '2026-06-18' })).toBeNull();
  expect(
    dateNote({
      certainty: 'unknown',
      reason: 'The report gives none.',
      relative: [
        { relation: 'after', of: 'the warning' },
        { relation: 'within', of: 'the test', amount: 'days' },
      ],
    }),
  ).toBe('after the warning; within days of the test; The report gives none.');
  expect(
    dateNote({
      certainty: 'disputed',
      readings: [
        { day: '2026-06-09', saidBy: 'The Bureau' },
        { day: '2026-06-12', saidBy: 'The courier' },
      ],
    }),
  ).toBe('The Bureau: 9 Jun 2026; The courier: 12 Jun 2026');
});

test('the earliest and the latest day are what the fact allows', () => {
  const disputed: DateFact = {
    certainty: 'disputed',
    readings: [
      { day: '2026-06-12', saidBy: 'a' },
      { day: '2026-06-09', saidBy: 'b' },
    ],
  };
  expect([earliestDay(disputed), latestDay(disputed)]).toEqual(['2026-06-09', '2026-06-12']);
  expect([earliestDay({ certainty: 'unknown' }), latestDay({ certainty: 'unknown' })]).toEqual([null, null]);
  expect([earliestDay({ certainty: 'range', latest: '2026-06-12' }), latestDay({ certainty: 'range', latest: '2026-06-12' })]).toEqual([null, '2026-06-12']);
});

const words: Fields = {
  flag: field.flag({ label: 'Flag' }),
  choice: field.choice({ label: 'Choice', options: { a: 'First', b: 'Second' }, column: true }),
  link: field.link({ label: 'Link', to: ['order'], role: 'about', column: true }),
  at: field.instant({ label: 'At' }),
  list: field.words({ label: 'List' }),
  group: field.group({ label: 'Group', fields: { name: field.text({ label: 'Name' }), on: field.date({ label: 'On' }) } }),
  rows: field.rows({ label: 'Rows', fields: { to: field.links({ label: 'To', to: ['*'], role: 'row' }), note: field.prose({ label: 'Note' }) } }),
};
const value = (name: string, given: unknown, nameOf?: (id: string) => string) => plainText(words[name] ?? field.text({ label: name }), given, nameOf);

test('every value has words, and what is missing says so', () => {
  expect(value('flag', false)).toBe('No');
  expect(value('choice', 'b')).toBe('Second');
  expect(value('link', 'x', () => 'ORD-001')).toBe('ORD-001');
  expect(value('at', Date.UTC(2026, 5, 18, 14, 5))).toBe('2026-06-18 14:05 UTC');
  expect(value('at', 2 ** 53)).toBe('9007199254740992');
  expect(value('list', [])).toBe('none');
  expect(value('group', { name: 'Front desk', on: { certainty: 'unknown' } })).toBe('Name: Front desk; On: unknown');
  expect(value('rows', [{ note: 'One' }, { to: ['x'], note: 'Two' }])).toBe('Note: One\nTo: x; Note: Two');
  expect(value('choice', undefined)).toBe('not recorded');
});

test('links are found in groups and rows, with role and place', () => {
  expect(linksIn(words, { link: 'o1', rows: [{ to: ['a', 'b'] }, { note: 'x' }, { to: ['c'] }] })).toEqual([
    { role: 'about', to: 'o1', path: 'link', kinds: ['order'] },
    { role: 'row', to: 'a', path: 'rows.0.to.0', kinds: ['*'] },
    { role: 'row', to: 'b', path: 'rows.0.to.1', kinds: ['*'] },
    { role: 'row', to: 'c', path: 'rows.2.to.0', kinds: ['*'] },
  ]);
  expect(linksIn(words, { link: 7, rows: 'x', group: [] })).toEqual([]);
});

test('search reads texts to every depth, and no ids or dates', () => {
  expect(
    searchText(order.fields, {
      title: 'Letter',
      instrument: 'is_informed_letter',
      issuer: 'id-7',
      issued: { certainty: 'exact', day: '2026-06-18' },
      clauses: [{ number: '1', quotation: 'any foreign national', terms: [{ term: 'access' }] }],
    }),
  ).toBe('Letter\n1\nany foreign national\naccess');
});

test('list columns show choices in words, and links only by a name that is known', () => {
  expect(shownColumns(words, { choice: 'a', link: 'x', flag: true })).toEqual({ choice: 'First' });
  expect(shownColumns(words, { link: 'x' }, () => 'ORD-001')).toEqual({ link: 'ORD-001' });
});

const record = (fields: object, more: object = {}): AnyRecord => ({
  id: 'o',
  kind: 'order',
  number: 'ORD-001',
  caseId: null,
  state: 'draft',
  audience: 'internal',
  privilege: 'none',
  tags: [],
  fields: { title: 'Letter', ...fields },
  ...more,
});
const changes = (before: AnyRecord | undefined, after: AnyRecord) => {
  const kind = kindNamed('order');
  return kind === undefined ? [] : recordDifferences(kind, before, after).map((one) => [one.field, one.label, one.old, one.new]);
};

test('differences name the field, what stood there and what stands there', () => {
  expect(changes(record({ received: { certainty: 'unknown' } }), record({ received: { certainty: 'exact', day: '2026-06-09' } }, { state: 'received' }))).toEqual([
    ['state', 'State', 'Anticipated', 'Received'],
    ['received', 'Received', 'unknown', 'Tue 9 Jun 2026'],
  ]);
  expect(changes(undefined, record({}))).toEqual([
    ['state', 'State', null, 'Anticipated'],
    ['audience', 'Audience', null, 'internal'],
    ['privilege', 'Privilege', null, 'none'],
    ['title', 'Title', null, 'Letter'],
  ]);
  expect(changes(record({ issued: { certainty: 'unknown', reason: 'Not printed.' } }), record({ issued: { certainty: 'unknown', reason: 'Cut off.' } }))).toEqual([
    ['issued', 'Date on the paper', 'unknown (Not printed.)', 'unknown (Cut off.)'],
  ]);
});

test('a row put in between two others is one difference, a changed cell another', () => {
  const one = { number: '1', quotation: 'A' };
  const two = { number: '2', quotation: 'B' };
  const new3 = { number: '1a', quotation: 'C' };
  expect(changes(record({ clauses: [one, two] }), record({ clauses: [one, new3, two] }))).toEqual([['clauses.1', 'Clauses 2', null, 'Clause: 1a; Quotation: C']]);
  expect(changes(record({ clauses: [one, two] }), record({ clauses: [one, { ...two, quotation: 'D' }] }))).toEqual([['clauses.1.quotation', 'Clauses 2: Quotation', 'B', 'D']]);
  expect(changes(record({ clauses: [one, two] }), record({ clauses: [two] }))).toEqual([['clauses.0', 'Clauses 1', 'Clause: 1; Quotation: A', null]]);
  expect(changes(record({ clauses: [{ quotation: 'A', number: '1' }] }), record({ clauses: [one] }))).toEqual([]);
});

test('an older shape becomes today’s step by step, and an unknown one is refused', () => {
  const kind = kindNamed('note');
  if (kind === undefined) throw new Error('notes exist');
  const third = {
    ...kind,
    shape: 3,
    upgrades: [
      (old: Readonly<Record<string, unknown>>) => ({ ...old, body: old['text'] }),
      (old: Readonly<Record<string, unknown>>) => Object.fromEntries(Object.entries(old).filter(([name]) => name !== 'text')),
    ],
  };
  expect(upgradedBy(third, 1, { id: 'n', fields: { text: 'T' } })).toEqual({ id: 'n', fields: { body: 'T' } });
  expect(upgradedBy(third, 2, { id: 'n', fields: { text: 'T', body: 'B' } })).toEqual({ id: 'n', fields: { body: 'B' } });
  expect(upgraded('note', 1, { id: 'n', fields: {} })).toEqual({ id: 'n', fields: {} });
  for (const [name, shape] of [
    ['note', 2],
    ['note', 0],
    ['poem', 1],
  ] as const)
    expect(() => upgraded(name, shape, {})).toThrow(expect.objectContaining({ failure: expect.objectContaining({ code: 'record-malformed' }) }));
});

test('names are one person’s whatever their case and spaces', () => {
  expect(samePerson('General  Counsel', ' general counsel')).toBe(true);
  expect(samePerson('General Counsel', 'Outside counsel')).toBe(false);
});
