import { describe, expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { issuesIn } from './issues.ts';
import { sectionsOf } from './sections.ts';

describe('what is wrong with a form', () => {
  const order = { title: 'Temporary denial', instrument: 'temporary_denial_order', formSeen: 'original', authority: 'stated' };

  test('is nothing where every required field is there', () => {
    expect(issuesIn(kinds.order.fields, order)).toEqual([]);
  });
  test('names a missing field by its label', () => {
    expect(issuesIn(kinds.order.fields, { ...order, title: undefined, authority: undefined })).toMatchObject([
      { key: 'title', says: 'Title is missing.' },
      { key: 'authority', says: 'Legal authority is missing.' },
    ]);
  });
  test('finds the field inside a row', () => {
    expect(issuesIn(kinds.order.fields, { ...order, clauses: [{ number: '1' }, { quotation: 'words' }] })).toMatchObject([{ key: 'clauses.1.number', label: 'Clause' }]);
  });
  test('asks who says which day of a disputed date, beside the date', () => {
    const received = { certainty: 'disputed', readings: [{ day: '2026-06-09' }, { day: '2026-06-12' }] };
    expect(issuesIn(kinds.order.fields, { ...order, received })).toMatchObject([{ key: 'received', says: 'Say who gives each day, or write “not known”.' }]);
  });
  test('refuses a figure that is none', () => {
    expect(issuesIn(kinds.evidence_request.fields, { title: 'Logs', direction: 'to_government', chaseAfterDays: 'soon' })).toMatchObject([
      { key: 'chaseAfterDays', says: 'Type a whole number, such as 14.' },
    ]);
  });
});

describe('every kind', () => {
  test.each(Object.values(kinds).map((kind) => [kind.kind, kind] as const))('%s has each field that people fill in exactly once in its form', (_name, kind) => {
    const written = Object.entries(kind.fields)
      .filter(([, field]) => field.widget === 'data' || field.widget === 'instant')
      .map(([name]) => name);
    const shown = sectionsOf(kind.fields).flatMap((section) => Object.keys(section.fields));
    expect([...shown, ...written].sort()).toEqual(Object.keys(kind.fields).sort());
  });
});
