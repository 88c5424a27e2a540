import { describe, expect, test } from 'vitest';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { nextMove } from './next-move.ts';

const today = '2026-11-26';
// Only kind, state and fields are looked at.
const record = (kind: string, state: string, fields: object = {}) => ({ kind, state, fields }) as AnyRecord;
const to = (one: AnyRecord, ordered = false) => nextMove(one, today, ordered)?.to ?? null;
const day = (text: string) => ({ certainty: 'exact', day: text });

describe('an order', () => {
  test('that was received waits for being recorded so, and from its day for being in force', () => {
    expect(to(record('order', 'draft', { formSeen: 'original', received: day(today) }))).toBe('received');
    expect(to(record('order', 'received', { formSeen: 'original', received: day(today), effective: day(today) }))).toBe('in_force');
    expect(to(record('order', 'received', { formSeen: 'original', received: day(today), effective: day('2026-11-27') }))).toBeNull();
  });
  test('that is not received yet, or from a day nobody knows, waits for nothing', () => {
    expect(to(record('order', 'draft', { formSeen: 'original' }))).toBeNull();
    expect(to(record('order', 'received', { formSeen: 'original', received: day(today), effective: { certainty: 'unknown' } }))).toBeNull();
  });
  test('that was read out or reported is never called received', () => {
    for (const formSeen of ['read_out', 'press', 'none']) expect(to(record('order', 'draft', { formSeen, received: day(today) }))).toBe('unconfirmed');
  });
});

test('a request waits for being sent or received, by its direction', () => {
  expect(to(record('evidence_request', 'draft', { direction: 'to_government' }))).toBe('sent');
  expect(to(record('evidence_request', 'draft', { direction: 'from_government' }))).toBe('received');
  expect(to(record('evidence_request', 'sent', { direction: 'to_government' }))).toBeNull();
});

test('a step waits for its evidence before it can be implemented', () => {
  expect(to(record('remediation_step', 'planned'))).toBe('in_progress');
  expect(to(record('remediation_step', 'in_progress'))).toBeNull();
  expect(to(record('remediation_step', 'in_progress', { evidence: ['x'] }))).toBe('implemented');
});

test('a model waits for being recorded as restricted once an order is about it', () => {
  expect(to(record('restricted_model', 'released'))).toBeNull();
  expect(to(record('restricted_model', 'released'), true)).toBe('restricted');
});

test('every move that is offered is one that the kind allows', () => {
  for (const [kind, states] of Object.entries({
    order: ['draft', 'received'],
    scope_rule: ['proposed'],
    evidence_request: ['draft'],
    remediation_plan: ['draft'],
    remediation_step: ['planned', 'in_progress'],
  }))
    for (const state of states) {
      const move = to(record(kind, state, { formSeen: 'copy', received: day(today), effective: day(today), direction: 'to_opponent', evidence: ['x'] }));
      expect(kindNamed(kind)?.moves[state]).toContain(move);
    }
});
