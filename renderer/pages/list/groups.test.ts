import { expect, test } from 'vitest';
import { kindNamed } from '../../../shared/records/kinds.ts';
import type { KindDefinition } from '../../../shared/records/kind.ts';
import type { ListLine } from './columns.tsx';
import { groupings, groupsOf } from './groups.ts';

const line = (number: string, state: string, owner?: string): ListLine => ({
  number,
  row: { id: number, kind: 'remediation_step', number, caseId: 'c', state, title: number, due: null, closed: false, seq: 1, ...(owner !== undefined && { shown: { owner } }) },
});

const kind = (name: string): KindDefinition => {
  const found = kindNamed(name);
  if (!found) throw new Error(name);
  return found;
};
const step = kind('remediation_step');

test('a list goes under headings by state in the order of the kind, and by who has it, what nobody has last', () => {
  const lines = [line('STEP-1', 'blocked', 'Ben'), line('STEP-2', 'planned'), line('STEP-3', 'planned', 'Ana')];
  const states = Object.keys(step.states);
  expect(groupsOf(step, 'state', lines).groups.map((one) => one.key)).toEqual(['planned', 'blocked'].sort((a, b) => states.indexOf(a) - states.indexOf(b)));
  const { groups, groupOf } = groupsOf(step, 'owner', lines);
  expect([groups.map((one) => one.title), lines.map(groupOf)]).toEqual([
    ['Ana', 'Ben', 'Not stated'],
    ['Ben', '', 'Ana'],
  ]);
});

test('what is said once only is no heading', () => {
  const offered = groupings(kind('deadline')).map(([key]) => key);
  expect(offered).toContain('owner');
  expect(offered).not.toContain('title');
});
