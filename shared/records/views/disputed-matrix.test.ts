import { expect, test } from 'vitest';
import { disputedMatrix } from './disputed-matrix.ts';
import { dated, reported } from './sample-records.test-support.ts';

test('severity stands by assessor, side by side and never merged', () => {
  const { parties, rows } = disputedMatrix(reported('assertion'));
  const weakness = rows.find((row) => row.assertion.id === 'weakness');
  const of = (party: string) => weakness?.cells[parties.indexOf(party)];
  expect(of('commerce')?.assessments.map((one) => one.severity)).toEqual(['not stated by the issuer']);
  expect(of('developer')?.assessments.map((one) => one.severity)).toEqual(['lower than asserted']);
  expect(of('developer')?.position?.stance).toBe('qualifies');
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
