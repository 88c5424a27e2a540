import { expect, test } from 'vitest';
import { datedCase } from '../../shared/records/samples/dated.ts';
import { reportedCase } from '../../shared/records/samples/reported.ts';
import type { Sample } from '../../shared/records/samples/sample.ts';
import { paperOf } from './paper-of.ts';
import { preflight } from './preflight.ts';
import { checkPaper } from './press/malformed.ts';
import type { PaperData, Template } from './press/paper.ts';
import { readingOfSample } from './sample-reading.test-support.ts';

const now = { instant: Date.UTC(2026, 10, 23, 18, 7), zone: 'America/New_York' };
function paper<T extends Template>(sample: Sample, document: T): PaperData[T] {
  const asked = { document, model: 'MODEL-001', profile: 'internal' } as const;
  const { shelf, subject } = preflight(readingOfSample(sample.records), asked, now);
  const data = paperOf(shelf, subject, asked, now);
  checkPaper(JSON.parse(JSON.stringify(data)));
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  return data as PaperData[T];
}
const dated = { summary: paper(datedCase(), 'order-summary'), report: paper(datedCase(), 'status-report') };
const reported = { summary: paper(reportedCase, 'order-summary'), report: paper(reportedCase, 'status-report') };

test('a date that is not known says what it lies before or after, with the day of that where it is known', () => {
  const dates = JSON.stringify(reported.summary);
  expect(dates).toMatch(/after ORD-001, within days of COM-001\. The report gives no date\./);
  const sample = datedCase();
  const records = sample.records.map((record) =>
    record.number === 'ORD-002'
      ? {
          ...record,
          fields: {
            ...record.fields,
            received: { certainty: 'unknown', relative: [{ relation: 'after', of: sample.records.find((one) => one.number === 'ORD-001')?.id ?? '', amount: '14 days' }] },
          },
        }
      : record,
  );
  const summary = JSON.stringify(paper({ ...sample, records }, 'order-summary'));
  expect(summary).toMatch(/14 days after ORD-001 of [A-Z][a-z]+ \d+, 20\d\d/);
});

test('every clause is quoted, with our reading beside it', () => {
  expect(dated.summary.clauses.length).toBeGreaterThan(5);
  for (const clause of dated.summary.clauses) expect(JSON.stringify(clause.words)).toMatch(/"quote"|"missing"/);
  expect(dated.summary.clauses.some((clause) => clause.reading !== null)).toBe(true);
});

test('words that a source tells of are not passed off as the words of the order', () => {
  for (const clause of reported.summary.clauses) expect(JSON.stringify(clause.words)).toContain('as told by the source');
});

test('the access matrix has a row for every version on every surface, recorded or not', () => {
  const versions = new Set(dated.report.access.map((row) => row.version));
  const surfaces = new Set(dated.report.access.map((row) => row.surface));
  expect(dated.report.access.length).toBeGreaterThanOrEqual(versions.size * surfaces.size);
  expect(dated.report.access.some((row) => row.state.words === 'Not recorded')).toBe(true);
});

test('what they did not answer has an age, and what they gave has none', () => {
  const rows = dated.report.requests;
  expect(rows.find((row) => row.answer.words === 'No answer')?.age).toMatchObject({ words: expect.stringMatching(/days$/) as string });
  expect(rows.filter((row) => row.answer.sign === 'done').every((row) => 'words' in row.age && row.age.words === '—')).toBe(true);
  expect(reported.report.requests.every((row) => !('words' in row.age) || row.age.words === '—')).toBe(true);
});

test('each assessor stands in a column of its own, and no severity is merged', () => {
  const [first] = dated.report.issues;
  expect(first?.sides.map((side) => side.party)).toEqual(['Bureau of Industry and Security', 'Corvane Research, Inc.', 'Marrow Institute for Model Evaluation']);
  expect(new Set(first?.sides.map((side) => JSON.stringify(side.severity))).size).toBe(3);
});

test('a case without a single known date prints no date and says that there is none', () => {
  expect(JSON.stringify(reported.summary.deadlines)).not.toMatch(/"value"/);
  expect(JSON.stringify(reported.summary.filing.glance)).toContain('no open deadline of ours has a known date');
  expect(reported.summary.sequence).toEqual([]);
});

test('met deadlines are rows of a table, open ones have their count', () => {
  expect(dated.report.pastDeadlines.map((row) => row.state.words)).toContain('Met');
  expect(dated.report.deadlines.filter((sheet) => sheet.days.length > 0).length).toBeGreaterThan(2);
});

test('only exhibits that the paper cites are listed, in the order of their numbers', () => {
  const numbers = dated.summary.exhibits.map((exhibit) => Number(/\d+/.exec(exhibit.number)?.[0]));
  expect(numbers).toEqual([...numbers].sort((a, b) => a - b));
  expect(numbers.length).toBeLessThan(datedCase().records.filter((one) => one.kind === 'evidence_item').length);
});

test('the exhibits that a filing labels come before the others', () => {
  const { records } = datedCase();
  const filing = records.find((one) => one.kind === 'filing' && Array.isArray(one.fields['exhibits']) && one.fields['exhibits'].length > 0);
  const asked = { document: 'status-report', model: 'MODEL-001', profile: 'internal', filing: filing?.number } as const;
  const { shelf, subject } = preflight(readingOfSample(records), asked, now);
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  const { exhibits } = paperOf(shelf, subject, asked, now) as PaperData['status-report'];
  const kinds = exhibits.map(({ number }) => number.slice(0, 3));
  expect(kinds).toEqual([...kinds.filter((kind) => kind === 'Ex.'), ...kinds.filter((kind) => kind === 'EX-')]);
  expect([exhibits[0]?.number, kinds.at(-1)]).toEqual(['Ex. 1', 'EX-']);
});

test('a criterion proved and reviewed by one person is not independently reviewed', () => {
  expect(JSON.stringify(dated.report.gate)).toContain('Not independently reviewed.');
});
