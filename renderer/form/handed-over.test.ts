import { expect, test } from 'vitest';
import { bring, handOver, takeBrought, takeHandedOver, withBrought } from './handed-over.ts';

const nothing = { values: {}, errand: null };

test('what is handed over is taken once, and by no other kind', () => {
  handOver('party', { name: 'An agency' });
  expect(takeHandedOver('party')).toEqual({ values: { name: 'An agency' }, errand: null });
  expect(takeHandedOver('party')).toEqual(nothing);
  handOver('party', { name: 'An agency' });
  expect(takeHandedOver('note')).toEqual(nothing);
  expect(takeHandedOver('party')).toEqual(nothing);
});

test('a record that was made for a field is taken once, and by no other form', () => {
  const made = { back: '#/new/order', path: ['issuer'], many: false, id: 'p1', number: 'PTY-001', title: 'An agency' };
  bring(made);
  expect(takeBrought('#/new/order')).toEqual(made);
  expect(takeBrought('#/new/order')).toBeNull();
  bring(made);
  expect(takeBrought('#/new/note')).toBeNull();
  expect(takeBrought('#/new/order')).toBeNull();
});

test('it stands in its field in the place of what was typed there, beside those that a field of several held', () => {
  const state = { values: { issuer: 'old', parties: ['a'] }, typed: { issuer: 'An agen', title: 'kept' } };
  const row = { back: '', id: 'p1', number: 'PTY-001', title: 'An agency' };
  expect(withBrought(state, { ...row, path: ['issuer'], many: false })).toEqual({ values: { issuer: 'p1', parties: ['a'] }, typed: { title: 'kept' } });
  expect(withBrought(state, { ...row, path: ['parties'], many: true })).toEqual({ values: { issuer: 'old', parties: ['a', 'p1'] }, typed: state.typed });
  expect(withBrought(state, { ...row, path: ['roles', 1, 'of'], many: true }).values).toMatchObject({ roles: [undefined, { of: ['p1'] }] });
});
