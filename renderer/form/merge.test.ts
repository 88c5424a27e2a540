import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labelNamed, merge, type Labels, type Snapshot } from './merge.ts';

const labels: Labels = { audience: 'internal', named: '', privilege: 'none', basis: { author: '', purpose: '', dualPurpose: false }, tags: '' };
const of = (fields: Record<string, unknown>, more: Partial<Labels> = {}): Snapshot => ({ fields, labels: { ...labels, ...more } });

test('what only one of two people changed stands as that one wrote it', () => {
  const merged = merge(of({ title: 'A', body: 'a', gone: 'x' }), of({ title: 'Mine', body: 'a' }), of({ title: 'A', body: 'theirs', gone: 'x' }, { named: 'Ottermole LLP' }));
  expect(merged.snapshot).toEqual(of({ title: 'Mine', body: 'theirs' }, { named: 'Ottermole LLP' }));
  expect([merged.theirs, merged.both]).toEqual([['body', 'label:named'], []]);
});

test('a field that is called as a label is another place than the label', () => {
  const base = of({ audience: 'a', basis: 'b' });
  const merged = merge(base, of({ audience: 'mine', basis: 'b' }, { tags: 'mine' }), of({ audience: 'theirs', basis: 'b' }, { audience: 'court', tags: 'theirs' }));
  expect(merged.snapshot).toEqual(of({ audience: 'mine', basis: 'b' }, { audience: 'court', tags: 'mine' }));
  expect([merged.theirs, merged.both]).toEqual([
    ['audience', 'label:audience', 'label:tags'],
    ['audience', 'label:tags'],
  ]);
  expect(merged.theirs.map(labelNamed)).toEqual([null, 'audience', 'tags']);
  expect(['basis', 'named', 'tags', 'constructor'].map(labelNamed)).toEqual([null, null, null, null]);
});

test('where both changed the same, the typed words stay in the form and the place is named', () => {
  const merged = merge(of({ title: 'A' }), of({ title: 'Mine' }), of({ title: 'Theirs' }));
  expect([merged.snapshot.fields, merged.both]).toEqual([{ title: 'Mine' }, ['title']]);
  expect(merge(of({ title: 'A' }), of({ title: 'Alike' }), of({ title: 'Alike' })).both).toEqual([]);
});

test('where nobody knows what it was typed on, every difference is named', () => {
  expect(merge(null, of({ title: 'Mine', body: 'b' }), of({ title: 'Theirs', body: 'b' })).both).toEqual(['title']);
});

const value = fc.constantFrom(undefined, 'a', 'b', 'c');
const fields = fc.record({ one: value, two: value, three: value });

test('nothing that somebody else wrote is replaced unless it is named, and nothing that was typed is lost', () => {
  fc.assert(
    fc.property(fields, fields, fields, (base, mine, now) => {
      const { snapshot, both } = merge(of(base), of(mine), of(now));
      for (const name of ['one', 'two', 'three'] as const) {
        const [was, typed, stands, got] = [base[name], mine[name], now[name], snapshot.fields[name]];
        if (typed !== was) expect(got).toBe(typed);
        if (typed === was) expect(got).toBe(stands);
        if (got !== stands && stands !== was) expect(both).toContain(name);
      }
    }),
  );
});
