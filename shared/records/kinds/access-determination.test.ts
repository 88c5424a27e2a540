import { expect, test } from 'vitest';
import { facts, lookInMemory } from '../samples/look-in-memory.ts';
import type { AnyRecord } from '../record.ts';

const common = { caseId: null, audience: 'internal', privilege: 'none', tags: [] } as const;
const person = (category: string | null, usPerson?: string): AnyRecord => ({
  ...common,
  tags: [],
  id: 'p',
  kind: 'person',
  number: 'PER-001',
  state: 'current',
  fields: { name: 'p-1', kindOfPerson: 'employee', ...(usPerson && { usPerson }), ...(category && { status: [{ category, asOf: '2026-07-01' }] }) },
});
const determination = (fields: object, state = 'approved'): AnyRecord => ({
  ...common,
  tags: [],
  id: 'd',
  kind: 'access_determination',
  number: 'DET-001',
  state,
  fields: { person: 'p', order: 'o', model: 'm', result: 'barred', decidedBy: 'Ada Reyes', ...fields },
});
const says = (on: 'save' | 'move', record: AnyRecord, who: AnyRecord) => facts(on, record, lookInMemory([who, record], '2026-11-24')).map(({ fact }) => fact);

test('access that is given to somebody who is no US person needs a second reviewer; to a citizen, national, resident or protected individual it does not', () => {
  const gives = determination({ result: 'not_barred' });
  for (const category of ['us_citizen', 'us_national', 'lpr', 'protected_refugee', 'protected_asylee']) expect(says('move', gives, person(category)), category).toEqual([]);
  expect(says('move', gives, person(null, 'yes'))).toEqual([]);
  for (const who of [person('visa_holder'), person(null, 'no'), person('unknown'), person(null)])
    expect(says('move', gives, who)).toEqual(['Access that is given, or decided against the result, needs a second reviewer.']);
  expect(says('move', determination({ result: 'not_barred', reviewedBy: 'ada reyes' }), person('visa_holder'))).toEqual(['The second reviewer is the one who decided.']);
  expect(says('move', determination({ result: 'not_barred', reviewedBy: 'Ben Ode' }), person('visa_holder'))).toEqual([]);
});

test('an override needs its basis, who overrides, and a result that decides', () => {
  expect(says('save', determination({ override: { result: 'undetermined' } }), person('lpr'))).toEqual([
    'The override has no basis.',
    'Who overrides is not recorded.',
    'An override decides: it cannot leave the result open.',
  ]);
  const over = determination({ override: { result: 'not_barred', by: 'General Counsel', basis: 'License D123' } });
  expect(says('move', over, person('visa_holder'))).toEqual(['Access that is given, or decided against the result, needs a second reviewer.']);
});

test('a day on which it ends stands only where the status is temporary', () => {
  const until = determination({ validUntil: '2027-01-31' });
  expect(says('save', until, person('visa_holder'))).toEqual([]);
  for (const category of ['us_citizen', 'lpr', 'protected_refugee', 'protected_asylee'])
    expect(says('save', until, person(category))[0]).toMatch(/document’s expiry is not the status’s/);
});

test('enforced wants system, time and proof', () => {
  expect(says('move', determination({}, 'enforced'), person('visa_holder'))).toEqual([
    'In which system it was enforced is not recorded.',
    'When it was enforced is not recorded.',
    'No proof that it was enforced: the log or export that shows it.',
  ]);
});

test('it is about one person or one group', () => {
  expect(says('save', determination({ audience: 'a' }), person('lpr'))).toEqual(['It is about one person or about one group, not both.']);
  expect(says('save', determination({ person: undefined }), person('lpr'))).toEqual(['Whom it is about is not recorded.']);
});

test('a person: no end of a lasting status, no second nationality without a definition that needs it, no question without approved wording', () => {
  const save = (fields: object) => says('save', { ...person(null), fields: { name: 'p', kindOfPerson: 'employee', ...fields } }, person(null)).filter((fact) => fact !== '');
  const question = { wording: 'us_person_v1', purpose: 'Access to Heron 2', approvedBy: 'General Counsel' };
  expect(save({ status: [{ category: 'lpr', asOf: '2026-07-01', statusExpires: '2027-01-01' }], question })[0]).toMatch(/does not end on a day/);
  expect(save({ status: [{ category: 'visa_holder', asOf: '2026-07-01', statusExpires: '2027-01-01' }], question })).toEqual([]);
  expect(save({ usPerson: 'yes', citizenships: [{ country: 'Canada' }] })[0]).toMatch(/no other nationality is kept/);
  expect(save({ citizenships: [{ country: 'Canada' }], citizenshipsNeeded: 'amb' })).toEqual([]);
  expect(save({ status: [{ category: 'lpr', asOf: '2026-07-01' }] })).toEqual(['With which approved wording the status was asked for is not recorded.']);
});
