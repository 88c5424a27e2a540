import { expect, test } from 'vitest';
import type { DateFact } from '../date-fact.ts';
import type { RecordOf } from '../kinds.ts';
import { ageing, oldest, type RequestItem } from './ageing.ts';

type Fields = RecordOf<'evidence_request'>['fields'];
const today = '2026-06-18';
const item: RequestItem = { number: '1', text: 'Technique', answer: 'not_in_detail' };
const request = (asked: DateFact | undefined, more: Partial<Fields> = {}): { fields: Fields } => ({
  fields: { title: 'Evidence', direction: 'to_government', items: [item], ...(asked !== undefined && { asked }), ...more },
});
const age = (asked: DateFact | undefined, more: Partial<Fields> = {}) => ageing(request(asked, more), item, today);

test('an item is as old as the latest day on which it may have been asked', () => {
  expect(age({ certainty: 'exact', day: '2026-05-08' })).toMatchObject({ days: 41, uncertain: false, words: '41' });
  expect(age({ certainty: 'range', latest: '2026-06-12' })).toMatchObject({ days: 6, uncertain: true, words: '6+' });
  expect(age({ certainty: 'range', earliest: '2026-06-09', latest: '2026-06-12' })).toMatchObject({ words: '6+' });
  expect(age({ certainty: 'range', earliest: '2026-06-12', latest: '2026-06-12' })).toMatchObject({ words: '6', uncertain: false });
  expect(age({ certainty: 'approximate', day: '2026-05-19' })).toMatchObject({ words: 'about 30', uncertain: true });
  expect(
    age({
      certainty: 'disputed',
      readings: [
        { day: '2026-06-09', saidBy: 'us' },
        { day: '2026-06-12', saidBy: 'them' },
      ],
    }),
  ).toMatchObject({ words: '6+', uncertain: true });
});

test('a day that is not known gives no age, never a guess', () => {
  for (const asked of [undefined, { certainty: 'unknown' }, { certainty: 'range', earliest: '2026-05-01' }] satisfies (DateFact | undefined)[]) {
    expect(age(asked, { chaseAfterDays: 1 })).toEqual({ days: null, uncertain: true, words: 'unknown', chase: false });
  }
  expect(age({ certainty: 'exact', day: '2026-07-01' })).toMatchObject({ days: null });
});

test('an item asked apart from the rest has an age of its own', () => {
  expect(ageing(request({ certainty: 'exact', day: '2026-05-08' }), { ...item, asked: { certainty: 'exact', day: '2026-06-08' } }, today)).toMatchObject({ days: 10 });
});

test('what is answered, withdrawn or closed no longer waits', () => {
  const asked: DateFact = { certainty: 'exact', day: '2026-05-08' };
  for (const done of [
    { ...item, answer: 'full' },
    { ...item, answer: 'refused' },
    { ...item, state: 'withdrawn_by_requester' },
    { ...item, state: 'closed' },
  ] satisfies RequestItem[])
    expect(ageing(request(asked), done, today)).toBeNull();
  expect(ageing(request(asked), { ...item, answer: 'partial' }, today)).not.toBeNull();
});

test('it is to be chased when the set days have passed since it was asked or last chased', () => {
  const asked: DateFact = { certainty: 'exact', day: '2026-05-08' };
  expect(age(asked)?.chase).toBe(false);
  expect(age(asked, { chaseAfterDays: 41 })?.chase).toBe(true);
  expect(age(asked, { chaseAfterDays: 42 })?.chase).toBe(false);
  expect(age(asked, { chaseAfterDays: 28, chased: [{ on: { certainty: 'exact', day: '2026-06-05' } }] })?.chase).toBe(false);
  expect(age(asked, { chaseAfterDays: 13, chased: [{ on: { certainty: 'exact', day: '2026-06-05' } }] })?.chase).toBe(true);
});

test('a request is as old as the oldest item that still waits', () => {
  const items: RequestItem[] = [
    { ...item, answer: 'full' },
    { ...item, number: '2', asked: { certainty: 'exact', day: '2026-06-08' } },
    { ...item, number: '3' },
  ];
  expect(oldest(request({ certainty: 'exact', day: '2026-05-08' }, { items }), today)).toMatchObject({ days: 41, waiting: 2, of: 3 });
  expect(oldest(request(undefined, { items: items.slice(0, 1) }), today)).toBeNull();
});
