import { expect, test } from 'vitest';
import { optionsAndDecisions } from './options.ts';
import { reported } from './sample-records.test-support.ts';

const decision = (id: string, fields: object, state = 'open') => {
  const [one] = reported('decision');
  if (one === undefined) throw new Error('the sample has decisions');
  return { ...one, id, number: `DEC-${id}`, state, fields: { ...one.fields, question: 'How?', ...fields } };
};

test('an option that breaks a condition that is not negotiable is blocked', () => {
  const options = [
    { text: 'Lower the safeguards', criterion: 'crit-principles' },
    { text: 'Check identities', criterion: 'crit-fix' },
    { text: 'Give it up', breaks: 'Safety' },
  ];
  const [one] = optionsAndDecisions([decision('1', { options })], reported('restore_criterion'));
  expect(one?.options.map((option) => option.blockedBy)).toEqual(['CRIT-006', null, 'Safety']);
});

test('open questions come first, and a decision beyond the order shows which narrower option was not feasible', () => {
  const all = optionsAndDecisions([...reported('decision'), decision('9', { options: [] })], []);
  expect(all.map((one) => one.decision.state)).toEqual(['open', 'decided', 'decided']);
  expect(all[0]?.lacks).toContain('Fewer than two options are recorded.');
  expect(all.find((one) => one.decision.id === 'switch-off')?.lacks).toEqual([]);
  const [bare] = optionsAndDecisions([decision('1', { options: [{ text: 'Off', feasible: 'yes' }], beyondClause: 'yes' }, 'decided')], []);
  expect(bare?.lacks).toEqual(['It goes beyond the order, and no narrower option is shown as not feasible.']);
});
