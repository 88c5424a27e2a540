import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlimRow } from '../../shared/contract/contract.ts';
import { openWorkingSet } from './database.ts';
import { feed, type Changes } from './feed.ts';
import { heldAfter, heldOf, type HeldRows } from './held-rows.ts';

const kinds = ['note', 'deadline', 'case'] as const;
/** The kind of a record never changes, so it follows from the id. */
const row = (id: number, title: string, closed: boolean, seq: number): SlimRow => ({
  id: `id-${String(id).padStart(3, '0')}`,
  kind: kinds[id % kinds.length] ?? 'note',
  number: `N-${id}`,
  caseId: null,
  state: 'open',
  title,
  due: null,
  closed,
  seq,
});
const rows = fc.uniqueArray(fc.record({ id: fc.nat(40), title: fc.string({ maxLength: 3 }), closed: fc.boolean() }), { selector: ({ id }) => id, maxLength: 12 });
const changes = fc.record({ puts: rows, removes: fc.uniqueArray(fc.nat(40), { maxLength: 4 }) });
const never = { changesSince: () => Promise.reject(new Error('was not to be asked')), reload: () => Promise.reject(new Error('was not to be asked')), outgrown: () => false };
const listed = ({ all, byKind }: HeldRows) => ({ all, byKind: Object.fromEntries([...byKind].filter(([, list]) => list.length > 0)) });

test('what is held follows the working set, whatever changes in it', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.array(changes, { maxLength: 6 }), async (first, told) => {
      const set = openWorkingSet();
      const start = first.map(({ id, title, closed }) => row(id, title, closed, 1));
      await set.rows.bulkPut(start);
      let held = heldOf(start);
      const follow = feed(set, never, 1, (_seq, applied) => (held = applied ? heldAfter(held, applied) : held));
      for (const [i, { puts, removes }] of told.entries()) {
        // The vault tells of a record once: it stands, or it is removed.
        const one: Changes = {
          from: i + 1,
          to: i + 2,
          puts: puts.filter(({ id }) => !removes.includes(id)).map(({ id, title, closed }) => row(id, title, closed, i + 2)),
          removes: removes.map((id) => row(id, '', false, 0).id),
        };
        await follow.take(one);
        const stored = (await set.rows.toArray()).filter(({ closed }) => !closed);
        expect(listed(held)).toEqual({
          all: stored,
          byKind: Object.fromEntries(kinds.map((kind) => [kind, stored.filter((each) => each.kind === kind)] as const).filter(([, list]) => list.length > 0)),
        });
      }
      set.close();
    }),
    { numRuns: 60, seed: 20310108 },
  );
});

test('a list in which nothing changed stays the same list, so that nothing is drawn again', () => {
  const held = heldOf([row(0, 'a note', false, 1), row(1, 'a deadline', false, 1), row(2, 'a case', false, 1)]);
  const after = heldAfter(held, { puts: [row(0, 'renamed', false, 2)], removes: [] });
  expect(after.byKind.get('note')).toEqual([row(0, 'renamed', false, 2)]);
  expect(after.byKind.get('deadline')).toBe(held.byKind.get('deadline'));
  expect(after.byKind.get('case')).toBe(held.byKind.get('case'));
  expect(heldAfter(held, { puts: [row(3, 'closed before it was known', true, 2)], removes: ['nobody'] })).toBe(held);
  expect(held.byKind.get('note')).toEqual([row(0, 'a note', false, 1)]);
});

test('many changes told at once come to the same as one by one', () => {
  const many = Array.from({ length: 400 }, (_, i) => row((i * 277) % 400, `row ${i}`, i % 5 === 0, 1));
  const held = heldOf(many);
  const puts = many.filter((_, i) => i % 2 === 0).map((one) => ({ ...one, title: 'renamed', closed: one.title.endsWith('2') }));
  const removes = many.filter((_, i) => i % 3 === 1 && i % 2 === 1).map(({ id }) => id);
  const together = heldAfter(held, { puts, removes });
  let apart = removes.reduce((was, id) => heldAfter(was, { puts: [], removes: [id] }), held);
  apart = puts.reduce((was, put) => heldAfter(was, { puts: [put], removes: [] }), apart);
  expect(listed(together)).toEqual(listed(apart));
  expect(together.all.length).toBeGreaterThan(100);
  expect(listed(many.reduce((was, put) => heldAfter(was, { puts: [put], removes: [] }), heldOf([])))).toEqual(listed(held));
});
