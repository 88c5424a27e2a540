import { describe, expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { inAskedOrder, sectionLetters, sectionsOf } from './sections.ts';

describe('the parts of a form', () => {
  test('begin with what the kind requires, then with what is known on the first day', () => {
    const [first] = sectionsOf(kinds.order.fields);
    expect(Object.keys(first?.fields ?? {})).toEqual(['title', 'instrument', 'formSeen', 'authority', 'issuer', 'models', 'effective', 'received', 'textInHand']);
  });
  test('ask in a row for what the row requires before the rest of it', () => {
    const names = inAskedOrder(kinds.order.fields.obligations.fields ?? {}).map(([name]) => name);
    expect(names.slice(0, 4)).toEqual(['number', 'clause', 'text', 'state']);
  });
  test.each(Object.values(kinds).map((kind) => [kind.kind, kind] as const))('of a %s have letters of their own, each from its title', (_name, kind) => {
    const sections = sectionsOf(kind.fields);
    const letters = sectionLetters(sections);
    expect(new Set(letters.values()).size).toBe(letters.size);
    for (const section of sections) expect(section.title.toUpperCase()).toContain(letters.get(section.key) ?? section.title.toUpperCase());
  });
  test('give a list of rows the first letter of its name', () => {
    const letters = sectionLetters(sectionsOf(kinds.order.fields));
    expect(letters.get('clauses')).toBe('C');
    expect(letters.get('obligations')).toBe('O');
    expect(sectionLetters(sectionsOf(kinds.evidence_request.fields)).get('items')).toBe('I');
  });
});
