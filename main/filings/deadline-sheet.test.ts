import { expect, test } from 'vitest';
import { lookingAt } from '../../shared/records/binding-hour.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { Citations } from './citations.ts';
import { confirmed } from '../../shared/records/views/confirmed-date.ts';
import { deadlineSheet, holdingDate } from './deadline-sheet.ts';
import type { Desk } from './desk.ts';
import { readingOfSample } from './sample-reading.test-support.ts';
import { internalShelf } from './shelf.ts';

const { records } = datedCase();
const shelf = internalShelf(readingOfSample(records));
const deadline = (title: string): RecordOf<'deadline'> => {
  const found = records.find((one) => one.kind === 'deadline' && String(one.fields['title']).startsWith(title));
  const record = shelf.get('deadline', found?.id);
  if (record === undefined) throw new Error(`the sample has no deadline “${title}”`);
  return record;
};
const model = shelf.get('restricted_model', records.find((one) => one.kind === 'restricted_model')?.id);
if (model === undefined) throw new Error('the sample has a model');
const desk = (profile: 'internal' | 'outgoing'): Desk => ({
  shelf,
  cite: new Citations(shelf, undefined, profile),
  profile,
  today: '2026-11-23',
  looking: lookingAt(Date.UTC(2026, 10, 23, 15), 'America/New_York'),
  todayWords: 'November 23, 2026',
  model,
  orders: [],
  filing: undefined,
});
const answer = deadline('Answer to the charging letter');

test('a sheet says the file-by date, the steps and the days as they were counted', () => {
  const sheet = deadlineSheet(desk('internal'), answer);
  expect(sheet.fileBy).toEqual({ value: '2026-11-30' });
  expect(sheet.steps.length).toBeGreaterThan(1);
  expect(sheet.days[0]).toEqual({ date: '2026-10-29', n: 0, kind: 'trigger', why: 'start' });
  expect(sheet.days.at(-1)).toMatchObject({ date: '2026-11-30', kind: 'last', why: 'due' });
  expect(sheet.days.filter((day) => day.kind === 'count').at(-1)).toMatchObject({ date: '2026-11-28', n: 30 });
});

test('what we plan on stays inside the company', () => {
  const sheet = deadlineSheet(desk('outgoing'), answer);
  expect(sheet).toMatchObject({ fileBy: null, latest: null, assumed: null, review: null, due: { value: '2026-11-30' } });
  expect(JSON.stringify(sheet)).not.toContain('If missed');
});

test('a calendar that would contradict the stored date is not drawn', () => {
  const moved = { ...answer, fields: { ...answer.fields, answer: { ...answer.fields.answer, due: '2026-12-01' } } };
  expect(deadlineSheet(desk('internal'), moved).days).toEqual([]);
});

test('a date that counsel set aside holds, without the steps of the one it replaces', () => {
  const moved = {
    ...answer,
    fields: { ...answer.fields, override: { final: { certainty: 'exact', day: '2026-12-14' }, reason: 'Stipulated', authority: 'stipulation', by: 'Counsel' } },
  } as RecordOf<'deadline'>;
  const sheet = deadlineSheet(desk('internal'), moved);
  expect(holdingDate(moved, 'internal')).toEqual({ value: '2026-12-14' });
  expect(sheet).toMatchObject({ due: { value: '2026-12-14' }, steps: [], days: [], fileBy: null });
});

test('a rule nobody confirmed is said to be so, and counts as unconfirmed', () => {
  const { confirmation: _, ...fields } = answer.fields;
  const open = { ...answer, fields };
  expect(confirmed(answer, shelf)).toBe(true);
  expect(confirmed(open, shelf)).toBe(false);
  expect(JSON.stringify(deadlineSheet(desk('internal'), open).standing)).toContain('The rule is not confirmed by counsel');
});

test('an approval and review by one person are no review', () => {
  const alone = { ...answer, fields: { ...answer.fields, confirmation: { by: 'Export counsel', reviewedBy: 'EXPORT  counsel' } } };
  expect(deadlineSheet(desk('internal'), alone).review).toBe('Not independently reviewed.');
});

test('a stored answer that is no date is refused with the deadline and the field', () => {
  const broken = { ...answer, fields: { ...answer.fields, answer: { ...answer.fields.answer, due: 'soon' } } };
  expect(() => deadlineSheet(desk('internal'), broken)).toThrow(
    expect.objectContaining({ failure: expect.objectContaining({ code: 'filing-malformed', number: answer.number, field: 'answer.due' }) }),
  );
});
