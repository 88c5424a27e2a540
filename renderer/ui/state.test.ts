import { expect, test } from 'vitest';
import { kinds } from '../../shared/records/kinds.ts';
import { stateLook } from './state.tsx';

test('a step is drawn by how far it is: dotted, half, most, a check once somebody else verified it, full once it was accepted', () => {
  const drawn = Object.keys(kinds.remediation_step.states).map((state) => [state, stateLook('remediation_step', state).shape, stateLook('remediation_step', state).tone]);
  expect(drawn).toEqual([
    ['planned', 'circleDotted', 'plain'],
    ['in_progress', 'circleHalf', 'plain'],
    ['blocked', 'stop', 'late'],
    ['deferred', 'circleDotted', 'plain'],
    ['implemented', 'circleMost', 'plain'],
    ['verified', 'circleCheck', 'done'],
    ['accepted', 'circleFull', 'done'],
    ['risk_accepted', 'circleSlash', 'plain'],
  ]);
  expect(stateLook('remediation_plan', 'verified_by_us').shape).toBe('circleCheck');
  expect(stateLook('remediation_plan', 'accepted_by_regulator').shape).toBe('circleFull');
});
