import { countryName, countryOf } from '../../law/scope/countries.ts';
import { nationalityTests } from '../../law/scope/nationality.ts';
import { factsOf, relations } from '../../law/scope/person-facts.ts';
import { personClasses } from '../../law/scope/person-classes.ts';
import { statuses } from '../../law/scope/person-test.ts';
import { besideEar, ruling, type Compared, type Result } from '../../law/scope/ruling.ts';
import type { RecordOf } from '../kinds.ts';
import type { Order } from '../kinds/order-guards.ts';
import type { ScopeRuleRecord } from '../kinds/scope-rule.ts';
import { changeEffects, type ChangeEffect } from './change-effects.ts';
import { legalBasis, type BasisItem } from './legal-basis.ts';
import { orderOverlaps, type Overlap } from './order-overlaps.ts';
import { scopeOf, type ScopeSources } from './scope-of.ts';

type Line = ScopeRuleRecord['fields']['tests'][number];
const joins = { must: 'Must', any_of: 'Any one of', none_of: 'None of' } as const;

function testWords(line: Line): string {
  const countries = (line.countries ?? []).map((typed) => countryName(countryOf(typed) ?? typed)).join(', ');
  switch (line.test) {
    case 'everyone':
      return 'everybody';
    case 'nationality':
      return `${line.nationality === undefined ? 'nationality' : nationalityTests[line.nationality]}${countries === '' ? '' : `: ${countries}`}`;
    case 'status':
      return (line.statuses ?? []).map((one) => statuses[one]).join(', ');
    case 'location':
      return `in ${countries}`;
    case 'relation':
      return (line.relations ?? []).map((one) => relations[one]).join(', ');
    case 'employer':
      return `employed by ${(line.names ?? []).join(', ')}`;
    case 'named':
      return (line.names ?? []).join(', ');
    case 'words':
      return line.words ?? '';
  }
}
/** The class of a rule, a line for each part of its formula. */
export const formulaWords = (tests: readonly Line[]): string[] =>
  tests.map((line) => `${joins[line.join]}${line.group === undefined ? '' : ` (${line.group})`}: ${testWords(line)}`);

export interface ReachRule {
  readonly number: string;
  readonly kind: ScopeRuleRecord['fields']['rule'];
  readonly clause: string;
  readonly order: string;
  readonly persons: string;
  readonly formula: readonly string[];
  readonly definition: string;
  readonly inForce: 'yes' | 'no' | 'unknown';
  readonly versions: readonly string[];
  readonly confirmed: 'none' | 'asked' | 'answered';
  readonly term: string | null;
}
export interface ReachTerm {
  readonly number: string;
  readonly term: string;
  readonly state: string;
  readonly question: string;
  readonly readings: readonly { readonly letter: string; readonly text: string; readonly takenBy: readonly string[]; readonly effect: string; readonly adopted: boolean }[];
  readonly adoptedBy: string;
  readonly adoptedWhy: string;
}
export interface ReachClass {
  readonly key: string;
  readonly label: string;
  readonly result: Result;
  readonly order: string | null;
  readonly clause: string | null;
  readonly missing: readonly string[];
  readonly ear: Compared['ear'];
  readonly differs: boolean;
}
export interface Reach {
  readonly order: string;
  readonly amendedBy: readonly string[];
  readonly day: string;
  readonly notes: readonly string[];
  readonly rules: readonly ReachRule[];
  readonly terms: readonly ReachTerm[];
  readonly classes: readonly ReachClass[];
  readonly effects: readonly ChangeEffect[];
  readonly overlaps: readonly Overlap[];
  readonly basis: readonly BasisItem[];
}

/** Everything that the page of an order says of whom it reaches on a day. Without a rule in use the classes are empty: nothing can be said. */
export function reachOf(asked: Order, sources: ScopeSources, models: readonly RecordOf<'restricted_model'>[], day: string, today: string): Reach {
  const scope = scopeOf(asked, sources, day, today);
  const recorded = new Map(sources.rules.map((rule) => [rule.id, rule]));
  const mine = sources.ambiguities.filter(({ fields }) => fields.order === scope.order.id || scope.amendedBy.some(({ id }) => id === fields.order));
  const numbers = new Map(sources.ambiguities.map((one) => [one.id, one.number]));
  const bars = scope.rules.some(({ kind }) => kind === 'barred');
  const involved = [scope.order.number, ...scope.amendedBy.map(({ number }) => number)];
  return {
    order: scope.order.number,
    amendedBy: scope.amendedBy.map(({ number }) => number),
    day,
    notes: scope.notes,
    rules: scope.rules.flatMap((rule): ReachRule[] => {
      const record = recorded.get(rule.id);
      if (!record) return [];
      const { fields, number } = record;
      return [
        {
          number,
          kind: fields.rule,
          clause: rule.clause,
          order: rule.order,
          persons: fields.persons,
          formula: formulaWords(fields.tests),
          definition: rule.definition,
          inForce: rule.inForce === null ? 'unknown' : rule.inForce ? 'yes' : 'no',
          versions: rule.versions,
          confirmed: fields.confirmedByIssuer ?? 'none',
          term: fields.ambiguity === undefined ? null : (numbers.get(fields.ambiguity) ?? null),
        },
      ];
    }),
    terms: mine.map(({ number, state, fields }) => ({
      number,
      term: fields.term,
      state,
      question: fields.question ?? '',
      readings: fields.readings.map(({ letter, text, takenBy, effect }) => ({
        letter,
        text,
        takenBy: takenBy ?? [],
        effect: effect ?? '',
        adopted: fields.adopted === letter && (state === 'adopted' || state === 'answered'),
      })),
      adoptedBy: fields.adoptedBy ?? '',
      adoptedWhy: fields.adoptedWhy ?? '',
    })),
    classes: bars
      ? personClasses.map(({ key, label, recorded: known }) => {
          const facts = factsOf(known);
          const { result, rule, missing } = ruling(scope.rules, facts);
          return { key, label, result, order: rule?.order ?? null, clause: rule?.clause ?? null, missing, ...besideEar({ result }, facts) };
        })
      : [],
    effects: changeEffects(scope.order, scope.amendedBy, sources.rules),
    overlaps: orderOverlaps(sources, models, day, today).filter(({ first, second }) => involved.includes(first) || involved.includes(second)),
    basis: legalBasis(asked),
  };
}
