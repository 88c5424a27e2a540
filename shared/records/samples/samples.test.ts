import { expect, test } from 'vitest';
import { kindNamed } from '../kinds.ts';
import { linksIn } from '../links.ts';
import { tryRecord } from '../parse.ts';
import { datedCase, datedFiles } from './dated.ts';
import { lookingAt } from '../binding-hour.ts';
import { isLate, fileBy } from '../kinds/deadline-dates.ts';
import { isKind } from '../kinds.ts';
import { facts, lookInMemory } from './look-in-memory.ts';
import { reportedCase } from './reported.ts';
import type { Sample } from './sample.ts';

const samples: readonly (readonly [string, Sample, string])[] = [
  ['the reported case', reportedCase, '2026-11-24'],
  ['the dated case', datedCase(), '2026-11-24'],
  ['the dated case moved to another year', datedCase('2028-03-15'), '2028-03-14'],
];

/** A few names that the press report or the press at large would suggest. None may stand in demo data: companies and people are fictional or named by their part. */
const realNames = [
  'amazon',
  'anthropic',
  'aws',
  'trainium',
  'microsoft',
  'google',
  'openai',
  'meta',
  'nvidia',
  'deepmind',
  'jassy',
  'bessent',
  'amodei',
  'altman',
  'nadella',
  'pichai',
  'trump',
  'lutnick',
  'hegseth',
  'claude',
  'gemini',
  'chatgpt',
  'azure',
  'bedrock',
];

for (const [name, sample, today] of samples) {
  test(`${name}: every record is one of its kind`, () => {
    expect(sample.records.map((record) => tryRecord(record)).filter((parsed) => !parsed.ok)).toEqual([]);
  });

  test(`${name}: every link leads to a record of a kind that may stand there`, () => {
    const kindOf = new Map(sample.records.map((record) => [record.id, record.kind]));
    const broken = sample.records.flatMap((record) =>
      linksIn(kindNamed(record.kind)?.fields ?? {}, record.fields)
        .filter((link) => !kindOf.has(link.to) || !(link.kinds.includes('*') || link.kinds.includes(kindOf.get(link.to) ?? '')))
        .map((link) => `${record.number} ${link.path} → ${link.to}`),
    );
    expect(broken).toEqual([]);
  });

  test(`${name}: ids and numbers are given once, and cases stand in the sample`, () => {
    const { records } = sample;
    expect(new Set(records.map((record) => record.id)).size).toBe(records.length);
    expect(new Set(records.map((record) => record.number)).size).toBe(records.length);
    expect(records.filter((record) => record.caseId !== null && !records.some((other) => other.kind === 'case' && other.id === record.caseId))).toEqual([]);
  });

  test(`${name}: every record meets the conditions of the state it is in`, () => {
    const look = lookInMemory(sample.records, today);
    const against = sample.records.flatMap((record) => {
      const initial = kindNamed(record.kind)?.initial;
      return [...facts('save', record, look), ...(record.state === initial ? [] : facts('move', record, look))].map(
        ({ guard, fact }) => `${record.number} ${record.state} ${guard}: ${fact}`,
      );
    });
    expect(against).toEqual([]);
  });

  test(`${name}: nobody real is named`, () => {
    const words = new Set(
      JSON.stringify(sample)
        .toLowerCase()
        .split(/[^\p{L}]+/u),
    );
    expect(realNames.filter((real) => words.has(real))).toEqual([]);
  });
}

test('the reported case gives no date but the day on which its file was made', () => {
  const days = [...JSON.stringify(reportedCase).matchAll(/\d{4}-\d{2}-\d{2}/g)].map(([day]) => day);
  expect([...new Set(days)]).toEqual(['2026-11-20']);
});

const deadlinesOf = (sample: Sample) => sample.records.flatMap((record) => (isKind(record, 'deadline') ? [record] : []));

test('the dated case has a deadline that is late, one due soon, one of theirs and one met with proof', () => {
  const deadlines = deadlinesOf(datedCase());
  const open = deadlines.filter((one) => one.state === 'active' && one.fields.side === 'ours');
  expect(deadlines.filter((one) => isLate(one, lookingAt(Date.parse('2026-11-24T12:00Z'), 'UTC'))).map((one) => one.id)).toEqual(['d-customer']);
  expect(open.filter((one) => (fileBy(one.fields) ?? '') <= '2026-11-27').map((one) => one.id)).toContain('d-report-3');
  expect(deadlines.filter((one) => one.fields.side === 'theirs' && one.state === 'active').map((one) => one.id)).toEqual(['d-us-answer', 'd-foia']);
  expect(deadlines.filter((one) => one.state === 'met').every((one) => (one.fields.completion?.proof ?? []).length > 0)).toBe(true);
});

test('the time limits of the dated case are computed, not written', () => {
  const days = Object.fromEntries(
    deadlinesOf(datedCase())
      .filter((one) => one.fields.answer !== undefined)
      .map((one) => [one.id, [one.fields.answer?.['due'], fileBy(one.fields)]]),
  );
  expect(days).toEqual({
    'd-suspend': ['2026-07-02T10:40', '2026-07-02'],
    // Complying needs nobody’s open office: a Sunday stands.
    'd-first-report': ['2026-07-26', '2026-07-26'],
    'd-contractors': ['2026-10-22T09:15', '2026-10-22'],
    'd-records': ['2026-11-25', '2026-11-25'],
    // A Sunday that no rule moves: the file-by date is the Friday before.
    'd-appeal': ['2026-11-22', '2026-11-20'],
    'd-vsd': ['2027-01-10', '2027-01-08'],
    // Thirty days end on a Saturday and run on to Monday.
    'd-answer': ['2026-11-30', '2026-11-30'],
    // Served by mail: three days after the thirtieth, then on from a Saturday.
    'd-production': ['2026-12-07', '2026-12-07'],
    'd-admissions': ['2026-12-09', '2026-12-09'],
    // The fourteenth day is Thanksgiving; objections come before the last day, so the file-by date is the business day before it.
    'd-subpoena': ['2026-11-27', '2026-11-25'],
    'd-customer': ['2026-10-26', '2026-10-26'],
    'd-us-answer': ['2026-11-16', '2026-11-17'],
    'd-foia': ['2026-10-27', '2026-10-28'],
    'd-license': ['2026-10-18', '2026-10-19'],
  });
});

test('the dated case moves as a whole, by whole weeks', () => {
  const [there, here] = [datedCase('2046-11-20'), datedCase()];
  expect(there.records.map((record) => record.id)).toEqual(here.records.map((record) => record.id));
  expect([...JSON.stringify(there.records).matchAll(/\b20[0-3]\d-\d{2}-\d{2}\b/g)].map(([day]) => day)).toEqual([]);
});

test('the files that ship are plain ASCII and as long as their exhibits say', () => {
  const { records } = datedCase();
  for (const file of datedFiles()) {
    expect(file.text).toMatch(/^[\n\x20-\x7e]*$/);
    expect(records.find((record) => record.id === file.item)?.fields['original']).toEqual({ filename: file.filename, size: file.text.length, mime: file.mime });
  }
  expect(datedFiles()).toHaveLength(3);
});
