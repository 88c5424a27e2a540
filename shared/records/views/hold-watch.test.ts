import { expect, test } from 'vitest';
import { holdWatch } from './hold-watch.ts';
import { dated, reported } from './sample-records.test-support.ts';

const [hold] = dated('legal_hold');
if (hold === undefined) throw new Error('the sample has a hold');

test('a custodian who is silent is reminded, and after two reminders somebody above is told', () => {
  const { binds, unacknowledged } = holdWatch(hold, '2026-11-24');
  expect(binds).toBe(true);
  expect(unacknowledged).toEqual([
    { who: 'Commercial', days: 165, reminders: 3, remind: true, escalate: true },
    { who: 'Two contractors of the identity team', days: 35, reminders: 2, remind: true, escalate: true },
  ]);
  expect(holdWatch(hold, '2026-11-10').unacknowledged.find((one) => one.days === 21)).toMatchObject({ remind: false, escalate: false });
});

test('systems that delete by themselves come first with the shortest life, and a life that is not known counts as the shortest', () => {
  const systems = [
    { name: 'Chat', deletesAfter: '180 days', deletesAfterDays: 180 },
    { name: 'Prompt logs', deletesAfter: '30 days', deletesAfterDays: 30 },
    { name: 'Serving logs', deletesAfter: 'Not known' },
    { name: 'Mail', deletesAfter: '1 year', deletesAfterDays: 365, suspended: { certainty: 'exact' as const, day: '2026-06-10' } },
    { name: 'Weights' },
  ];
  const watch = holdWatch({ ...hold, fields: { ...hold.fields, systems } }, '2026-11-24');
  expect(watch.deleting.map((one) => [one.name, one.unproved])).toEqual([
    ['Serving logs', false],
    ['Prompt logs', false],
    ['Chat', false],
    ['Mail', true],
  ]);
  expect(holdWatch(hold, '2026-11-24').deleting).toEqual([]);
});

test('a drafted hold binds nobody, and its log systems go on deleting', () => {
  const [draft] = reported('legal_hold');
  const watch = draft && holdWatch(draft, '2026-11-24');
  expect(watch?.binds).toBe(false);
  expect(watch?.deleting.map((one) => one.name)).toEqual(['Prompt and serving logs', 'Red-team logs']);
});
