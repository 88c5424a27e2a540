import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyRecordOf, linkTargets } from './any-record.test-support.ts';
import type { Field, Fields } from './field.ts';
import { fieldDifferences, recordDifferences } from './diff.ts';
import type { KindDefinition } from './kind.ts';
import { kindNamed, kindNames } from './kinds.ts';
import { linksIn } from './links.ts';
import { parseRecord, tryRecord } from './parse.ts';
import { plainText } from './plain-text.ts';
import type { AnyRecord } from './record.ts';
import { searchText } from './search-text.ts';
import { listColumns } from './columns.ts';
import { facts, lookInMemory } from './samples/look-in-memory.ts';

const definitions: readonly KindDefinition[] = kindNames.map((name) => kindNamed(name)).filter((kind) => kind !== undefined);

/** All fields of a set, to any depth, with their paths. */
function* everyField(fields: Fields, path = ''): Generator<[string, Field]> {
  for (const [name, field] of Object.entries(fields)) {
    yield [`${path}${name}`, field];
    yield* everyField(field.fields ?? {}, `${path}${name}.`);
  }
}

test('kinds are registered under their own names, with prefixes of their own', () => {
  expect(kindNames.map((name) => kindNamed(name)?.kind)).toEqual([...kindNames]);
  const prefixes = definitions.map((kind) => kind.prefix);
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(kindNamed('toString')).toBeUndefined();
});

for (const kind of definitions) {
  test(`${kind.kind}: moves lead from and to states that exist, and every state can be reached`, () => {
    const states = Object.keys(kind.states);
    expect(Object.keys(kind.moves).sort()).toEqual([...states].sort());
    for (const to of Object.values(kind.moves)) for (const state of to) expect(states).toContain(state);
    const reached = new Set([kind.initial]);
    for (const state of reached) for (const next of kind.moves[state] ?? []) reached.add(next);
    expect([...reached].sort()).toEqual([...states].sort());
    for (const guard of kind.guards) for (const state of guard.into ?? []) expect(states, guard.name).toContain(state);
    for (const state of kind.final?.states ?? []) expect(states).toContain(state);
  });

  test(`${kind.kind}: every field has a label in sentence case, links name kinds that exist, choices have words`, () => {
    for (const [path, field] of everyField(kind.fields)) {
      expect(field.label, path).toMatch(/^[\p{Lu}“]/u);
      expect(field.label, path).not.toMatch(/[.:]$/);
      if (field.help !== undefined) expect(field.help, path).toMatch(/[.?]$/);
      for (const to of field.to ?? []) expect(to === '*' || kindNames.includes(to as never), `${path} → ${to}`).toBe(true);
      for (const [choice, label] of Object.entries(field.options ?? {})) expect(label.trim(), `${path}=${choice}`).not.toBe('');
      if (field.widget === 'link' || field.widget === 'links') expect(field.role, path).toBeTruthy();
    }
    for (const state of Object.values(kind.states)) expect(state.label).toMatch(/^\p{Lu}/u);
  });

  test(`${kind.kind}: there is one upgrade for every shape but the first`, () => {
    expect(kind.upgrades).toHaveLength(kind.shape - 1);
  });

  test(`${kind.kind}: what is written is read again, whole`, () => {
    fc.assert(
      fc.property(anyRecordOf(kind), (record) => {
        const written: unknown = JSON.parse(JSON.stringify(record));
        expect(parseRecord(written)).toEqual(written);
      }),
      { numRuns: 30 },
    );
  });

  test(`${kind.kind}: lists, search, links, words and guards take any record of the kind`, () => {
    fc.assert(
      fc.property(anyRecordOf(kind), anyRecordOf(kind), (record, other) => {
        const columns = listColumns(kind, record);
        expect(columns.title).not.toBe('');
        if (columns.due !== null) expect(columns.due).toMatch(/^\d{4}-\d{2}-\d{2}$/);
        for (const [name, field] of Object.entries(kind.fields)) expect(plainText(field, record.fields[name])).not.toBe('');
        for (const link of linksIn(kind.fields, record.fields)) expect(linkTargets).toContain(link.to);
        expect(typeof searchText(kind.fields, record.fields)).toBe('string');
        expect(recordDifferences(kind, record, record)).toEqual([]);
        const look = lookInMemory([record, { ...other, id: 'id-1' }], '2026-11-24');
        for (const on of ['save', 'move', 'remove'] as const)
          for (const fact of facts(on, record, look, { ...other, id: record.id })) expect(fact.fact).not.toMatch(/undefined|NaN|\[object/);
      }),
      { numRuns: 25 },
    );
  });

  test(`${kind.kind}: two records that differ have a difference that says where`, () => {
    fc.assert(
      fc.property(anyRecordOf(kind), anyRecordOf(kind), (one, other) => {
        const plain = (record: AnyRecord) => parseRecord(JSON.parse(JSON.stringify(record))).fields;
        const changes = fieldDifferences(kind.fields, plain(one), plain(other));
        const paths = new Set([...everyField(kind.fields)].map(([path]) => path));
        for (const change of changes) {
          expect(paths.has(change.field.replaceAll(/\.\d+/g, '')), change.field).toBe(true);
          expect([change.old, change.new]).not.toEqual([null, null]);
        }
        const same = Object.keys(kind.fields).every((name) => fieldDifferences({ [name]: kind.fields[name] as Field }, plain(one), plain(other)).length === 0);
        expect(changes.length === 0).toBe(same);
      }),
      { numRuns: 30 },
    );
  });

  test(`${kind.kind}: anything at all is refused in words or read, never thrown`, () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        const parsed = tryRecord({ ...(typeof value === 'object' ? value : {}), kind: kind.kind, fields: value });
        expect(parsed.ok ? 'read' : parsed.failure.code).toMatch(/^(read|record-malformed)$/);
      }),
      { numRuns: 30 },
    );
  });
}

test('a malformed record is refused with its kind, number, field and why', () => {
  const order = {
    id: 'o',
    kind: 'order',
    number: 'ORD-001',
    caseId: null,
    state: 'draft',
    audience: 'internal',
    privilege: 'none',
    tags: [],
    fields: { title: 'Letter', instrument: 'unknown', formSeen: 'none', authority: 'unknown' },
  };
  const why = (change: object) => {
    const parsed = tryRecord({ ...order, ...change });
    return parsed.ok ? null : [parsed.failure.kind, parsed.failure.number, parsed.failure.field, parsed.failure.why];
  };
  const fields = (change: object) => why({ fields: { ...order.fields, ...change } });
  expect(why({})).toBeNull();
  expect(fields({ surprise: 1 })).toEqual(['order', 'ORD-001', 'surprise', 'there is no such field']);
  expect(fields({ title: undefined })).toEqual(['order', 'ORD-001', 'title', 'it is missing']);
  expect(fields({ clauses: [{ number: 7 }] })).toEqual(['order', 'ORD-001', 'clauses.0.number', 'text is expected here']);
  expect(fields({ issued: { certainty: 'exact', day: '2026-02-30' } })).toEqual(['order', 'ORD-001', 'issued.day', 'there is no such day']);
  expect(fields({ issued: { certainty: 'range', earliest: '2026-03-02', latest: '2026-03-01' } })).toEqual(['order', 'ORD-001', 'issued', 'the range ends before it begins']);
  expect(why({ state: 'asleep' })).toEqual(['order', 'ORD-001', 'state', 'Order: there is no state “asleep”']);
  expect(why({ kind: 'poem' })).toEqual(['poem', 'ORD-001', 'kind', 'there is no such kind of record']);
});
