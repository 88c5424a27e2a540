import { expect, test } from 'vitest';
import { suggestedConflicts } from './conflicts.ts';
import { reported } from './sample-records.test-support.ts';

const today = '2026-11-24';

test('one company in two roles that pull apart is suggested until a conflict on record names them all', () => {
  const suggested = suggestedConflicts(reported('party'), reported('conflict_of_interest'), today);
  expect(suggested.map((one) => one.party)).toContain('second-cloud');
  const partner = suggested.find((one) => one.party === 'cloud-partner');
  expect(partner?.notAssessed).toEqual(['reporter_of_concern']);
  expect(suggestedConflicts(reported('party'), [], today).find((one) => one.party === 'cloud-partner')?.notAssessed).toHaveLength(7);
});

test('a party with one role is no conflict', () => {
  expect(
    suggestedConflicts(
      reported('party').filter((one) => one.id === 'commerce'),
      [],
      today,
    ),
  ).toEqual([]);
});
