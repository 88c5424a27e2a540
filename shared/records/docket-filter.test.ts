import { expect, test } from 'vitest';
import { docketFilterables, filtersOf } from './docket-filter.ts';
import { filterables, type FieldFilter } from './field-filter.ts';
import { kindNamed, kinds } from './kinds.ts';
import type { KindDefinition } from './kind.ts';

const all = Object.keys(kinds).flatMap((name) => kindNamed(name) ?? []);
const condition = (field: string, more: Partial<FieldFilter> = {}): FieldFilter => ({ field, values: [], unstated: false, ...more });
const of = (name: string, ...filters: FieldFilter[]) => filtersOf(kindNamed(name) as KindDefinition, filters);

test('whatever is offered on the docket is a field of at least one kind, and each is offered once', () => {
  const offered = docketFilterables(all);
  expect(new Set(offered.map((one) => one.key)).size).toBe(offered.length);
  for (const { key } of offered) {
    const fitting = all.flatMap((kind) => filtersOf(kind, [condition(key, { values: all.map((one) => one.kind) })])?.map((one) => [kind, one.field] as const) ?? []);
    if (key !== '@kind') expect(fitting.length, key).toBeGreaterThan(0);
    for (const [kind, field] of fitting)
      expect(
        filterables(kind).map((one) => one.key),
        `${kind.kind} ${key}`,
      ).toContain(field);
  }
});

test('a condition on a field of one kind is met by no record of another', () => {
  expect(of('deadline', condition('deadline/side', { values: ['ours'] }))).toEqual([condition('side', { values: ['ours'] })]);
  expect(of('evidence_request', condition('deadline/side', { values: ['ours'] }))).toBeNull();
});

test('kinds are chosen by name, and several conditions must all be met', () => {
  const both = [condition('@kind', { values: ['deadline', 'remediation_step'] }), condition('owner', { words: 'Ada' })];
  expect(of('remediation_step', ...both)).toEqual([condition('owner', { words: 'Ada' })]);
  expect(of('evidence_request', ...both)).toBeNull();
});

test('a kind that has no word for with whom it is counts as not recorded', () => {
  const without = all.find((kind) => !('owner' in kind.fields))?.kind ?? '';
  expect(of(without, condition('owner', { words: 'Ada' }))).toBeNull();
  expect(of(without, condition('owner', { words: 'Ada', unstated: true }))).toEqual([]);
});

test('the file-by date is the due date of a kind that has one of its own', () => {
  const days = { from: '2031-01-01' };
  expect(of('remediation_step', condition('@due', days))).toEqual([condition('due', days)]);
  expect(of('deadline', condition('@due', days))).toEqual([condition('@due', days)]);
});
