import { expect, test } from 'vitest';
import { besideIssue, disputedMatrix } from './disputed-matrix.ts';
import { dated, reported } from './sample-records.test-support.ts';

test('severity stands by assessor, side by side and never merged', () => {
  const { parties, rows } = disputedMatrix(reported('assertion'));
  const weakness = rows.find((row) => row.assertion.id === 'weakness');
  const of = (party: string) => weakness?.cells[parties.indexOf(party)];
  expect(of('commerce')?.assessments.map((one) => one.severity)).toEqual(['not stated by the issuer']);
  expect(of('developer')?.assessments.map((one) => one.severity)).toEqual(['lower than asserted']);
  expect(of('developer')?.positions.map((one) => one.stance)).toEqual(['qualifies']);
  expect(weakness).toMatchObject({ disputed: true, oneSided: false });
});

test('the weakness, its immediacy and its link to foreign access are three rows, and one can be conceded alone', () => {
  const { rows } = disputedMatrix(reported('assertion').map((one) => (one.id === 'weakness' ? { ...one, state: 'conceded' } : one)));
  const states = Object.fromEntries(rows.map((row) => [row.assertion.id, row.assertion.state]));
  expect([states['weakness'], states['immediate'], states['nexus']]).toEqual(['conceded', 'contested', 'asserted']);
});

test('an issue on which one side alone is recorded says so; what is resolved is left out', () => {
  const { rows } = disputedMatrix(reported('assertion'));
  expect(rows.find((row) => row.assertion.id === 'narrow')?.oneSided).toBe(true);
  expect(disputedMatrix(dated('assertion')).rows.map((row) => row.assertion.id)).not.toContain('a-staff');
});

test('an issue keeps the hedge of its source, each position who tells of it, and a second position does not push out the first', () => {
  const issue = reported('assertion').find((one) => one.id === 'weakness');
  if (issue === undefined) throw new Error('the sample has the weakness');
  const then = { by: 'developer', stance: 'denies' as const, text: 'Not reproduced since.' };
  const { parties, rows } = disputedMatrix([{ ...issue, fields: { ...issue.fields, positions: [...(issue.fields.positions ?? []), then] } }]);
  expect(rows[0]).toMatchObject({ hedge: 'reportedly', told: 'press' });
  const own = rows[0]?.cells[parties.indexOf('developer')]?.positions;
  expect(own?.map((one) => [one.stance, one.attributed])).toEqual([
    ['qualifies', 'the report'],
    ['denies', undefined],
  ]);
});

test('what was compared and searched stands with its issue; what was set aside or overtaken does not', () => {
  const [comparators, searches] = [reported('comparator'), reported('search_record')];
  expect(besideIssue('uplift', comparators, searches).comparators.map((one) => [one.number, one.state])).toEqual([['CMP-001', 'named']]);
  expect(besideIssue('sought-ban', comparators, searches).searches.map((one) => one.fields.outcome)).toEqual(['told']);
  const gone = besideIssue(
    'uplift',
    comparators.map((one) => ({ ...one, state: 'set_aside' })),
    [],
  );
  expect(gone).toEqual({ comparators: [], searches: [] });
  expect(
    besideIssue(
      'sought-ban',
      [],
      searches.map((one) => ({ ...one, state: 'overtaken' })),
    ).searches,
  ).toEqual([]);
});
