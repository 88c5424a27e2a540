import { expect, test } from 'vitest';
import { dated, reported } from '../views/sample-records.test-support.ts';
import { searchSentence } from './search-record.ts';

test('a search that found none says when, where and for what it looked, and never that there is none', () => {
  const all = [...reported('search_record'), ...dated('search_record')];
  const none = all.find(({ fields }) => fields.outcome === 'none');
  if (none === undefined) throw new Error('the samples have a search that found none');
  const fields = { ...none.fields, proposition: 'a finding', sources: ['the file', 'the log'], on: { certainty: 'exact' as const, day: '2026-11-20' }, limits: 'Two sources.' };
  expect(searchSentence({ fields }).replaceAll('\u00a0', ' ')).toBe('As of Fri 20 Nov 2026, a search of the file, the log for “a finding” found none. Limits: Two sources.');
  expect(searchSentence({ fields: { ...fields, on: { certainty: 'unknown' } } })).toContain('As of a day that is not known,');
});

test('what a source says of itself is not told as a search of ours', () => {
  const told = reported('search_record').find(({ fields }) => fields.outcome === 'told');
  if (told === undefined) throw new Error('the sample has one that was told');
  expect(searchSentence(told)).toContain('no search of our own was made');
  expect(searchSentence(told)).not.toContain('found');
});
