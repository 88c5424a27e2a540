import { expect, test } from 'vitest';
import { notCovered, type Asked } from './permitted.ts';

const on = (day: string) => ({ certainty: 'exact', day }) as const;
const license = {
  number: 'LIC-001',
  state: 'active',
  fields: {
    title: 'License',
    type: 'bis_license' as const,
    models: ['m'],
    audiences: ['a'],
    activities: ['inference_api' as const],
    validFrom: on('2026-06-01'),
    validTo: on('2026-12-31'),
  },
};
const asked: Asked = { model: 'm', audience: 'a', activity: 'inference_api', day: '2026-07-01' };

test('permitted is said only when model, group, activity and day fall inside it and no condition is breached', () => {
  expect(notCovered(license, asked)).toEqual([]);
  expect(notCovered({ ...license, state: 'suspended' }, asked)).toEqual(['It is not in force.']);
  expect(notCovered(license, { ...asked, model: 'x', audience: 'x', activity: 'train' })).toHaveLength(3);
  expect(notCovered(license, { ...asked, day: '2026-05-31' })).toEqual(['It is not yet valid on that day.']);
  expect(notCovered(license, { ...asked, day: '2027-01-01' })).toEqual(['It is no longer valid on that day.']);
  const breached = { ...license, fields: { ...license.fields, conditions: [{ text: 'Log', state: 'breached' as const }] } };
  expect(notCovered(breached, asked)).toEqual(['A condition is breached.']);
});

test('a date that is not known well enough never covers', () => {
  const vague = { ...license, fields: { ...license.fields, validFrom: { certainty: 'unknown' as const }, validTo: { certainty: 'unknown' as const } } };
  expect(notCovered(vague, asked)).toEqual(['From when it is valid is not known.', 'Until when it is valid is not known.']);
  const range = { ...license, fields: { ...license.fields, validFrom: { certainty: 'range' as const, earliest: '2026-06-01', latest: '2026-08-01' } } };
  expect(notCovered(range, asked)).toEqual(['It is not yet valid on that day.']);
});
