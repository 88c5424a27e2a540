import { expect, test } from 'vitest';
import { kindNamed, kinds } from './kinds.ts';
import { moveApart, statesOfKindApart, statesTogether } from './move-together.ts';

const kind = (name: string) => kindNamed(name)!;
const every = Object.keys(kinds).map(kind);

test('nothing that is approved by signature, sealed, a hold, privilege or a confirmed date changes its state together with others', () => {
  for (const one of every.filter(({ approvals, compartment }) => approvals || compartment)) expect(statesTogether(one)).toEqual([]);
  for (const name of ['legal_hold', 'privilege_entry', 'deadline', 'filing', 'order', 'production_set', 'approval', 'release']) expect(statesTogether(kind(name))).toEqual([]);
});

test('no state is offered that one undo could not leave again', () => {
  for (const one of every) for (const state of statesTogether(one)) expect(one.final?.states ?? []).not.toContain(state);
});

test('every state that is offered can be reached by a move of its kind', () => {
  for (const one of every) {
    for (const to of statesTogether(one)) {
      const from = Object.entries(one.moves).filter(([, allowed]) => allowed.includes(to));
      expect(from.some(([state]) => moveApart(one, state, to) === null)).toBe(true);
    }
  }
});

test('work goes on together; what somebody must find, sign or be given in writing does not', () => {
  const step = kind('remediation_step');
  expect(statesTogether(step)).toEqual(['planned', 'in_progress', 'blocked', 'deferred', 'implemented']);
  expect(moveApart(step, 'implemented', 'verified')).toBe('determination');
  expect(moveApart(step, 'planned', 'risk_accepted')).toBe('signature');
  expect(moveApart(kind('evidence_item'), 'registered', 'in_review')).toBeNull();
  expect(moveApart(kind('evidence_item'), 'quarantined', 'verified')).toBe('hold');
  expect(moveApart(kind('evidence_item'), 'verified', 'produced')).toBe('final');
  expect(statesOfKindApart(kind('note'))).toBeNull();
});
