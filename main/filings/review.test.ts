import { expect, test } from 'vitest';
import type { Review, Voice } from '../../shared/records/approvals.ts';
import { reviewWords } from './review.ts';

const typed = (name: string): Voice => ({ name, signed: false, human: null });
const signed = (name: string): Voice => ({ name, signed: true, human: name });
const review = (part: Partial<Review>): Review => ({ by: null, reviewedBy: null, standing: 'none', stale: false, ...part });
const said = (part: Partial<Review>, profile: 'internal' | 'outgoing') => {
  const words = reviewWords(review(part), profile);
  return typeof words === 'string' || words === null
    ? words
    : [words]
        .flat()
        .map((run) => (typeof run === 'object' && 'text' in run ? run.text : run))
        .join('');
};

test('a typed name is attested and not authenticated, and a paper that goes out says nothing of it', () => {
  const part = { by: typed('General Counsel'), reviewedBy: typed('Outside counsel'), standing: 'attested' } as const;
  expect(said(part, 'internal')).toBe('Attested by General Counsel, not authenticated; as second reviewer attested by Outside counsel, not authenticated.');
  expect(said(part, 'outgoing')).toBeNull();
});

test('two keys are an independent review, on both kinds of paper', () => {
  const part = { by: signed('Ada Reyes'), reviewedBy: signed('Ben Ode'), standing: 'signed' } as const;
  expect(said(part, 'internal')).toBe('Ada Reyes signed; as second reviewer Ben Ode signed.');
  expect(said(part, 'outgoing')).toBe('Independently reviewed.');
});

test('the same person twice, or one alone, is not independently reviewed; a change after the signatures is said', () => {
  const alone = { by: signed('Ada Reyes'), reviewedBy: signed('Ada Reyes'), standing: 'alone' } as const;
  for (const profile of ['internal', 'outgoing'] as const) expect(said(alone, profile)).toBe('Not independently reviewed.');
  expect(said({ by: typed('Ada Reyes'), standing: 'one' }, 'internal')).toBe('Not independently reviewed.');
  expect(said({ stale: true }, 'internal')).toContain('Changed since it was approved');
  expect(said({}, 'internal')).toBeNull();
});
