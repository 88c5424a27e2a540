import { expect, test } from 'vitest';
import { linkedTo } from './new-route.ts';

const order = { kind: 'order', id: 'o', number: 'ORD-001' };
const deadline = { kind: 'deadline', id: 'd', number: 'DL-001' };

test('what is begun on the page of a record is about it, or about what that record is about', () => {
  expect(linkedTo('deadline', { ...order, of: [] })).toEqual({ field: 'order', linkId: 'o', linkNumber: 'ORD-001' });
  // A request takes no deadline, but the order that the deadline arises from.
  expect(linkedTo('evidence_request', { ...deadline, of: [order] })).toMatchObject({ linkId: 'o', linkNumber: 'ORD-001' });
  expect(linkedTo('evidence_request', { ...order, of: [deadline] })).toMatchObject({ linkId: 'o' });
});

test('nothing is linked where no main fact takes what the page is about', () => {
  expect(linkedTo('evidence_request', { ...deadline, of: [] })).toEqual({});
  expect(linkedTo('case', { ...order, of: [] })).toEqual({});
  expect(linkedTo('evidence_request', null)).toEqual({});
});
