import { expect, test } from 'vitest';
import { handOver, takeHandedOver } from './handed-over.ts';

test('what is handed over is taken once, and by no other kind', () => {
  handOver('party', { name: 'An agency' });
  expect(takeHandedOver('party')).toEqual({ name: 'An agency' });
  expect(takeHandedOver('party')).toEqual({});
  handOver('party', { name: 'An agency' });
  expect(takeHandedOver('note')).toEqual({});
  expect(takeHandedOver('party')).toEqual({});
});
