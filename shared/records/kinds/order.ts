import { defineKind } from '../kind.ts';
import { orderFields } from './order-fields.ts';
import { effectiveAndReceived, oralStaysUnconfirmed, oralWasLogged, obligationsSettled, alternativesSettled } from './order-guards.ts';

const over = ['complied', 'expired', 'revoked', 'superseded', 'vacated'];

/** An order, which is whatever instrument binds or bars: oral ones and those whose text is not in hand too (domain.md §2.2). */
export const order = defineKind({
  kind: 'order',
  prefix: 'ORD',
  label: 'Order',
  plural: 'Orders',
  shape: 1,
  upgrades: [],
  fields: orderFields,
  states: {
    draft: { label: 'Anticipated', mark: 'diamond', fill: 0 },
    unconfirmed: { label: 'Unconfirmed, treated as binding', mark: 'diamond', fill: 2 },
    received: { label: 'Received', mark: 'diamond', fill: 1 },
    in_force: { label: 'In force', mark: 'diamond', fill: 4 },
    amended: { label: 'In force, amended', mark: 'diamond', fill: 4 },
    stayed: { label: 'Stayed', mark: 'diamond', fill: 1 },
    partially_stayed: { label: 'Stayed in part', mark: 'diamond', fill: 3 },
    suspended: { label: 'Suspended', mark: 'diamond', fill: 1 },
    complied: { label: 'Complied with', closed: true, mark: 'diamond', fill: 0 },
    expired: { label: 'Expired', closed: true, mark: 'diamond', fill: 0 },
    revoked: { label: 'Revoked', closed: true, mark: 'diamond', fill: 0 },
    superseded: { label: 'Superseded', closed: true, mark: 'diamond', fill: 0 },
    vacated: { label: 'Vacated', closed: true, mark: 'diamond', fill: 0 },
  },
  initial: 'draft',
  moves: {
    draft: ['unconfirmed', 'received', 'superseded'],
    unconfirmed: ['received', 'in_force', 'complied', 'revoked', 'superseded', 'expired'],
    received: ['in_force', 'complied', 'revoked', 'superseded', 'expired', 'vacated'],
    in_force: ['amended', 'stayed', 'partially_stayed', 'suspended', 'complied', 'expired', 'revoked', 'superseded', 'vacated'],
    amended: ['stayed', 'partially_stayed', 'suspended', 'complied', 'expired', 'revoked', 'superseded', 'vacated'],
    stayed: ['in_force', 'amended', 'partially_stayed', 'expired', 'revoked', 'superseded', 'vacated'],
    partially_stayed: ['in_force', 'amended', 'stayed', 'expired', 'revoked', 'superseded', 'vacated'],
    suspended: ['in_force', 'amended', 'expired', 'revoked', 'superseded', 'vacated'],
    complied: ['in_force', 'unconfirmed'],
    expired: ['in_force'],
    revoked: ['in_force'],
    superseded: ['in_force', 'unconfirmed'],
    vacated: ['in_force'],
  },
  guards: [
    { name: 'oral-unconfirmed', on: 'move', into: ['received', 'in_force', 'amended'], check: oralStaysUnconfirmed },
    { name: 'oral-logged', on: 'move', into: ['unconfirmed'], check: oralWasLogged },
    { name: 'effective-and-received', on: 'move', into: ['in_force', 'amended'], check: effectiveAndReceived },
    { name: 'open-obligations', on: 'move', into: over, check: obligationsSettled },
    { name: 'alternatives', on: 'move', into: over, check: alternativesSettled },
  ],
  title: (fields) => fields.title,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
});
