import { expect, test } from 'vitest';
import type { RecordOf } from '../kinds.ts';
import { facts, hindrances, lookInMemory } from '../samples/look-in-memory.ts';
import { sampleOf, type Add } from '../samples/sample.ts';
import { holder, type CustodyEvent } from './evidence-item-guards.ts';

type Fields = RecordOf<'evidence_item'>['fields'];
const on = (day: string, time?: string) => ({ certainty: 'exact', day, ...(time !== undefined && { time, zone: 'America/New_York' }) }) as const;
const records = (fields: Partial<Fields>, more: (add: Add) => void = () => undefined) =>
  sampleOf('c', [
    (add) => {
      add('case', 'c', 'open', { title: 'Case' });
      add('evidence_item', 'e', 'registered', { title: 'Letter', type: 'document', ...fields });
      more(add);
    },
  ]).records;
const item = (fields: Partial<Fields>) => records(fields).find((record) => record.id === 'e');
function saving(fields: Partial<Fields>, past?: Partial<Fields>): string[] {
  const [now, before] = [item(fields), past === undefined ? undefined : item(past)];
  return now === undefined ? [] : facts('save', now, lookInMemory([now], '2026-11-24'), before).map(({ fact }) => fact);
}
const received: CustodyEvent = { action: 'received', occurred: on('2026-06-29', '10:40'), to: 'Front desk' };
const handed: CustodyEvent = { action: 'transferred', occurred: on('2026-06-29', '11:05'), from: 'Front desk', to: 'Counsel' };

test('custody is only added to', () => {
  expect(saving({ custody: [received, handed] }, { custody: [received] })).toEqual([]);
  expect(saving({ custody: [received] }, { custody: [received, handed] })).toEqual(['Custody event 2 was changed or taken out: custody is only ever added to.']);
  expect(saving({ custody: [{ ...received, to: 'Somebody else' }] }, { custody: [received] })).toEqual([
    'Custody event 1 was changed or taken out: custody is only ever added to.',
  ]);
  expect(saving({}, { custody: [received] })).toHaveLength(1);
});

test('the order of names in a row is no change', () => {
  expect(saving({ custody: [{ to: 'Front desk', occurred: on('2026-06-29', '10:40'), action: 'received' }] }, { custody: [received] })).toEqual([]);
});

test('the chain begins with an arrival and follows time, or says why it is entered late', () => {
  expect(saving({ custody: [handed] })).toEqual(['Custody event 1: the chain begins when the item is identified, collected, received or taken in.']);
  const earlier: CustodyEvent = { action: 'viewed', occurred: on('2026-06-28') };
  expect(saving({ custody: [received, earlier] })).toEqual(['Custody event 2 happened before an event already recorded: say why it is entered late.']);
  expect(saving({ custody: [received, { ...earlier, lateReason: 'Found in the visitors’ book.' }] })).toEqual([]);
  expect(saving({ custody: [received, { action: 'viewed', occurred: on('2026-06-29', '10:00') }] })).toHaveLength(1);
  expect(saving({ custody: [received, { action: 'viewed', occurred: { certainty: 'unknown' } }] })).toEqual([]);
});

test('whoever hands it over must hold it', () => {
  expect(saving({ custody: [received, { ...handed, from: 'Mail room' }] })).toEqual(['Custody event 2: Mail room hands it over, but Front desk holds it.']);
  expect(saving({ custody: [received, { action: 'transferred', occurred: on('2026-06-30') }] })).toEqual(['Custody event 2: a handing over needs from whom and to whom.']);
  expect(holder([received, handed])).toBe('Counsel');
  expect(holder([])).toBeNull();
});

test('the digest of the original cannot change once it is named', () => {
  const original = (sha256: string) => ({ original: { filename: 'letter.txt', sha256 } });
  expect(saving(original('bb'), original('aa'))).toEqual(['The digest of the original cannot change.']);
  expect(saving({}, original('aa'))).toHaveLength(1);
  expect(saving(original('aa'), {})).toEqual([]);
});

test('verified means that the last check found the digest of the original', () => {
  const original = { filename: 'letter.txt', sha256: 'aa' };
  const into = (fields: Partial<Fields>) => hindrances(records(fields), 'e', 'verified');
  expect(into({})).toEqual(['No bytes are in this vault, so nothing was verified.']);
  expect(into({ original, custody: [received] })).toEqual(['No custody event records a verification.']);
  expect(into({ original, custody: [received, { action: 'verified', occurred: on('2026-06-30'), hashAfter: 'aa' }] })).toEqual([]);
  expect(
    into({
      original,
      custody: [received, { action: 'verified', occurred: on('2026-06-30'), hashAfter: 'aa' }, { action: 'hash_mismatch', occurred: on('2026-07-01'), hashAfter: 'bb' }],
    }),
  ).toHaveLength(1);
});

test('disposal needs a written authorization and gives way to holds and to what an agency has asked for', () => {
  const disposal = { authorizedBy: 'General Counsel', authorization: 'leave', reason: 'Protective order' };
  const papers = (add: Add) => void add('evidence_item', 'leave', 'registered', { title: 'Leave', type: 'document' });
  expect(hindrances(records({}, papers), 'e', 'disposed')).toEqual(['Disposal needs a written authorization and a reason.']);
  expect(hindrances(records({ disposal }, papers), 'e', 'disposed')).toEqual([]);
  const held = records({ disposal }, (add) => {
    papers(add);
    add('legal_hold', 'h', 'active', { title: 'Hold', scope: { names: ['c'] } });
    add('evidence_request', 'r', 'closed', { title: 'Records', direction: 'from_government', responsive: ['e'] });
  });
  expect(hindrances(held, 'e', 'disposed')).toEqual(['HOLD-001 holds it.', 'REQ-001 asks for it, and no written authorization of the agency is recorded (15 CFR 762.6(b)).']);
});

test('sequestering needs an authority and a reason', () => {
  expect(hindrances(records({}), 'e', 'sequestered')).toHaveLength(1);
  expect(hindrances(records({ sequestration: { authority: 'Rule 26(b)(5)(B)', reason: 'Clawback notice' } }), 'e', 'sequestered')).toEqual([]);
});
