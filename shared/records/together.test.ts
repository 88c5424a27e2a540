import { expect, test } from 'vitest';
import { kinds } from './kinds.ts';
import type { KindDefinition } from './kind.ts';
import { fieldApart, kindApart, recordApart } from './together.ts';

// Proof of the widening: every kind is a KindDefinition; only its literal types are narrower.
const all = Object.values(kinds) as unknown as readonly KindDefinition[];
const free = all.flatMap((kind) =>
  Object.keys(kind.fields)
    .filter((name) => fieldApart(kind, name) === null)
    .map((name) => [kind, name] as const),
);

test('no date, marking, privilege, hold or determination may be set on many records at once', () => {
  expect(free.length).toBeGreaterThan(40);
  for (const [kind, name] of free) {
    const field = kind.fields[name];
    expect(['day', 'date-fact', 'instant', 'group', 'rows', 'data'], `${kind.kind}.${name}`).not.toContain(field?.widget);
    expect(name, kind.kind).not.toMatch(/marking|privilege|hold|^result$|^outcome$|ruleId/i);
    expect(field?.to ?? [], `${kind.kind}.${name}`).not.toContain('legal_hold');
  }
});

test('determinations, persons, holds, privilege entries, approvals and releases are changed one at a time', () => {
  // Proof of the widening: as above.
  for (const kind of [kinds.access_determination, kinds.person, kinds.legal_hold, kinds.privilege_entry, kinds.approval, kinds.release, kinds.screening])
    expect(kindApart(kind as unknown as KindDefinition), kind.kind).not.toBeNull();
});

test('the owner of deadlines may be set together, their confirmed ones stay as they are', () => {
  // Proof of the widening: as above.
  const kind = kinds.deadline as unknown as KindDefinition;
  expect(fieldApart(kind, 'owner')).toBeNull();
  expect(fieldApart(kind, 'date')).toBe('date');
  expect(fieldApart(kind, 'override')).toBe('parts');
  expect(recordApart(kind, { state: 'confirmed' })).toBe('final');
  expect(recordApart(kind, { state: 'proposed' })).toBeNull();
});

test('a name that is no field is not set', () => expect(fieldApart(kinds.note as unknown as KindDefinition, 'constructor')).toBe('parts'));
