import { expect, test } from 'vitest';
import { facts, lookInMemory } from './samples/look-in-memory.ts';
import { sampleOf, type Add } from './samples/sample.ts';

const removing = (id: string, more: (add: Add) => void) => {
  const { records } = sampleOf('c', [
    (add) => {
      add('case', 'c', 'open', { title: 'Case' });
      add('restricted_model', 'm', 'released', { name: 'Heron 2' });
      add('evidence_item', 'e', 'registered', { title: 'Log', type: 'log' });
      add('order', 'o', 'draft', { title: 'Letter', instrument: 'unknown', formSeen: 'none', authority: 'unknown', models: ['m'] });
      more(add);
    },
  ]);
  const record = records.find((one) => one.id === id);
  return record === undefined ? [] : facts('remove', record, lookInMemory(records, '2026-11-24')).map(({ fact }) => fact);
};
const hold = (state: 'draft' | 'active' | 'released_partial' | 'released', names: string[]) => (add: Add) =>
  void add('legal_hold', 'h', state, { title: 'Hold', scope: { names } });

test('nothing that a hold in force names may be removed: the record, its case, or a model it concerns', () => {
  for (const names of [['e'], ['c']]) expect(removing('e', hold('active', names))).toEqual(['HOLD-001 holds it: nothing under a legal hold may be removed.']);
  expect(removing('o', hold('active', ['m']))).toEqual(['HOLD-001 holds it: nothing under a legal hold may be removed.']);
  expect(removing('e', hold('active', ['m']))).toEqual([]);
  expect(removing('e', hold('released_partial', ['c']))).toHaveLength(1);
  for (const state of ['draft', 'released'] as const) expect(removing('e', hold(state, ['c']))).toEqual([]);
});

test('a hold in force is not removed itself', () => {
  expect(removing('h', hold('active', ['e']))).toEqual(['HOLD-001 is a legal hold in force.']);
  expect(removing('h', hold('draft', ['e']))).toEqual([]);
});

test('what an agency has asked for stays, though the request is closed, until the agency authorizes in writing', () => {
  const ask =
    (direction: 'from_government' | 'to_government', more: object = {}) =>
    (add: Add) => {
      add('evidence_item', 'leave', 'registered', { title: 'Leave', type: 'document' });
      add('evidence_request', 'r', 'closed', { title: 'Records', direction, responsive: ['e'], ...more });
    };
  expect(removing('e', ask('from_government'))).toHaveLength(1);
  expect(removing('r', ask('from_government'))).toHaveLength(1);
  expect(removing('e', ask('from_government', { destructionPermission: 'leave' }))).toEqual([]);
  expect(removing('e', ask('to_government'))).toEqual([]);
  expect(
    removing(
      'e',
      (add) =>
        void add('evidence_request', 'r', 'received', { title: 'Records', direction: 'from_government', items: [{ number: '1', text: 'Logs', answer: 'none', evidence: ['e'] }] }),
    ),
  ).toHaveLength(1);
});
