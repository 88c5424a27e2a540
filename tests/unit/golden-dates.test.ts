import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { compute } from '../../shared/law/compute.ts';
import { computeFromFact, type FactAnswer, type TriggerFact } from '../../shared/law/from-fact.ts';
import type { Input } from '../../shared/law/input.ts';
import { ruleById, rules } from '../../shared/law/rules.ts';

// The golden dates: worked out by tests/law-golden/derive.py from the cards of the texts, frozen, and not by any line of shared/law. A difference is a wrong date.

interface Golden {
  readonly id: string;
  readonly rule: string;
  readonly how: string;
  readonly input: Input;
  /** A trigger that may not be exact. */
  readonly fact?: TriggerFact;
  readonly expected: Readonly<Record<string, unknown>>;
}

const file = path.resolve(import.meta.dirname, '../law-golden/golden.jsonl');
// The first line says where the dates come from. Proof of the cast: a case of another form names no rule or expects nothing, which the first test refuses.
const cases = readFileSync(file, 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => JSON.parse(line) as Golden);

const answered = ({ rule, input, fact }: Golden): Omit<FactAnswer, 'branches'> =>
  fact === undefined ? compute(ruleById(rule), input, { countedDays: false }) : computeFromFact(ruleById(rule), fact, input, { countedDays: false });

/** Every difference, field by field, so that a wrong reading is seen whole. */
function differences(one: Golden): string[] {
  const answer = answered(one);
  const given: Record<string, unknown> = { ...answer.detail, ...answer };
  return Object.entries(one.expected).flatMap(([field, expected]) => {
    const actual = given[field];
    return JSON.stringify(actual) === JSON.stringify(expected)
      ? []
      : [`${one.id} ${one.rule} ${JSON.stringify(one.fact ?? one.input)} ${field}: ${String(actual)}, expected ${String(expected)} (${one.how})`];
  });
}

const zonesOf = ({ input, fact }: Golden): string[] => [...JSON.stringify({ input, fact }).matchAll(/"([A-Z][A-Za-z]+\/[A-Za-z_]+)"/g)].map(([, zone]) => zone ?? '');

test('the golden set has its breadth: every rule, more than twelve zones, more than two hundred cases', () => {
  expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
  expect(cases.length).toBeGreaterThanOrEqual(200);
  expect(new Set(cases.flatMap(zonesOf)).size).toBeGreaterThanOrEqual(12);
  for (const { how, expected } of cases) {
    expect(how).not.toBe('');
    expect(Object.keys(expected)).not.toHaveLength(0);
  }
  const covered = new Set(cases.map(({ rule }) => rule));
  expect(rules.map(({ id }) => id).filter((id) => !covered.has(id))).toEqual([]);
});

test('the engine gives every golden date', () => {
  expect(cases.flatMap(differences)).toEqual([]);
});
