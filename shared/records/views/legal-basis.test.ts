import { expect, test } from 'vitest';
import type { Order } from '../kinds/order-guards.ts';
import { legalBasis } from './legal-basis.ts';
import { dated, reported } from './sample-records.test-support.ts';

const fields = (more: Partial<Order['fields']> = {}): Pick<Order, 'fields'> => ({
  fields: { title: 'Letter', instrument: 'is_informed_letter', formSeen: 'original', textInHand: true, authority: 'stated', ...more },
});
const item = (key: string, more?: Partial<Order['fields']>) => legalBasis(fields(more)).find((one) => one.key === key);

test('an authority that the issuer does not state is another thing than one nobody has looked for, and than a ground', () => {
  expect(item('authority')?.state).toBe('open');
  expect(item('authority', { authority: 'not_stated', grounds: [{ text: 'National security' }] })).toMatchObject({
    state: 'not_stated',
    request: expect.stringContaining('statute'),
  });
  expect(item('grounds', { grounds: [{ text: 'National security' }] })).toMatchObject({ state: 'stated', says: '“National security”' });
  expect(item('grounds', { grounds: [] })?.state).toBe('not_stated');
  expect(item('authority', { legalBasis: [{ citation: '50 USC 4813(e)' }] })).toMatchObject({ state: 'stated', says: '50 USC 4813(e)' });
});

test('a date that is recorded as unknown is not stated, one that is not recorded is open', () => {
  expect(item('effective')?.state).toBe('open');
  expect(item('effective', { effective: { certainty: 'unknown', reason: 'The letter gives none.' } })).toMatchObject({ state: 'not_stated', says: 'The letter gives none.' });
  expect(item('effective', { effective: { certainty: 'exact', day: '2026-06-12' } })).toMatchObject({ state: 'stated', says: 'Fri 12 Jun 2026' });
});

test('words that begin with “not” and state something are stated', () => {
  expect(item('penalties', { penalties: 'Not more than 20 years and $1,000,000.' })?.state).toBe('stated');
  expect(item('penalties', { penalties: 'Not stated.' })?.state).toBe('not_stated');
  expect(item('lifting', { liftConditions: 'None given' })?.state).toBe('not_stated');
  expect(item('class', { scope: [{ rule: 'barred', persons: 'any foreign national', definition: 'Not a citizen or national of the United States' }] })?.state).toBe('stated');
  expect(item('class', { scope: [{ rule: 'barred', persons: 'any foreign national', definition: 'Not defined in the letter' }] })).toMatchObject({
    state: 'not_stated',
    says: '“any foreign national”',
  });
});

test('a temporary denial order is asked for the violation and for why nobody was heard', () => {
  const keys = legalBasis(fields({ instrument: 'temporary_denial_order' })).map(({ key }) => key);
  expect(keys).toEqual(expect.arrayContaining(['violation', 'unheard']));
  expect(legalBasis(fields()).map(({ key }) => key)).not.toContain('violation');
});

test('each order of the samples has an answer for every item, and the reported one states no authority', () => {
  for (const order of [...reported('order'), ...dated('order')])
    for (const one of legalBasis(order)) expect([order.number, one.key, one.asks !== '']).toEqual([order.number, one.key, true]);
  expect(legalBasis(reported('order').find(({ fields: { authority } }) => authority === 'not_stated') ?? fields()).find(({ key }) => key === 'authority')?.state).toBe(
    'not_stated',
  );
});
