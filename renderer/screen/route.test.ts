import { expect, test } from 'vitest';
import { addressOf, routeOf, type Route } from './route.ts';

test.each<Route>([
  { page: 'docket' },
  { page: 'list', kind: 'order' },
  { page: 'record', number: 'ORD-003', tab: null },
  { page: 'record', number: 'ORD-003', tab: 'history' },
  { page: 'edit', number: 'ORD-003' },
  { page: 'edit', number: 'DL-001', field: 'completion' },
  { page: 'new', kind: 'deadline', prefill: { field: 'order', linkId: 'x y' } },
  { page: 'press', document: 'status-report', number: 'MODEL-001' },
  { page: 'search', text: 'foreign national & access' },
])('an address leads where it came from: %j', (route) => {
  expect(routeOf(addressOf(route))).toEqual(route);
});

test('a search for nothing has the address of the page of search', () => expect(addressOf({ page: 'search', text: '' })).toBe('#/search'));

test('an address that names nothing leads to the docket', () => {
  expect(routeOf('#/list/secrets')).toEqual({ page: 'docket' });
  expect(routeOf('#/../etc')).toEqual({ page: 'docket' });
});
