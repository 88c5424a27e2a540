import { expect, test } from 'vitest';
import { custodyEvent } from './custody-event.ts';
import { kindNamed } from './kinds.ts';

const at = Date.UTC(2026, 10, 1, 5, 30);
const recorded = { at, zone: 'America/New_York', by: 'Ada Reyes' };

test('an event says when it happened in the zone of the person, and by whom', () => {
  expect(custodyEvent('imported', recorded, [], { hashAfter: 'ab' })).toEqual({
    action: 'imported',
    occurred: { certainty: 'exact', day: '2026-11-01', time: '01:30:00', zone: 'America/New_York' },
    recordedAt: at,
    by: 'Ada Reyes',
    hashAfter: 'ab',
  });
});

test('in the hour that clocks show twice, the second event says why it looks earlier', () => {
  const first = custodyEvent('imported', recorded, []);
  const second = custodyEvent('exported', { ...recorded, at: at + 45 * 60_000 }, [first]);
  expect(second.occurred).toMatchObject({ time: '01:15:00' });
  expect(second.lateReason).toContain('earlier time');
  expect(custodyEvent('exported', { ...recorded, at: at + 60 * 60_000 * 3 }, [first]).lateReason).toBeUndefined();
});

test('a chain made of such events meets the conditions of evidence', () => {
  const first = custodyEvent('imported', recorded, []);
  const custody = [first, custodyEvent('exported', { ...recorded, at: at + 45 * 60_000 }, [first])];
  const kind = kindNamed('evidence_item');
  const guard = kind?.guards.find((one) => one.name === 'custody');
  const item = { fields: { title: 'A', type: 'document', custody } };
  // Proof of the casts: the guard reads the fields and nothing else of the record, and does not look at others.
  expect(guard?.check(item as never, {} as never)).toEqual([]);
});
