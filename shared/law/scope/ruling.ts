import type { PersonFacts } from './person-facts.ts';
import type { Tested } from './nationality.ts';
import { allTested, anyTested, notTested } from './person-test.ts';
import { ruleOn } from './rule-on.ts';
import type { Access, ScopeRule } from './scope-rule.ts';

export type Result = 'barred' | 'not_barred' | 'undetermined';
/** How each is printed, always with `otherControls` beside it unless those were assessed. Nothing here says “permitted”. */
export const resultWords: Readonly<Record<Result, string>> = { barred: 'barred by this order', not_barred: 'not barred by this order', undetermined: 'undetermined' };
export const otherControls = 'other controls not assessed (lists, end use, sanctions, General Prohibition Ten)';

/** Whether an order bars one person from one access, and why. */
export interface Ruling {
  readonly result: Result;
  /** The rule that decided: the bar, the exception that lifts it, or the first bar whose class the person is not in. Null where the order has no bar. */
  readonly rule: ScopeRule | null;
  readonly why: 'in-class' | 'excepted' | 'licensed' | 'not-in-class' | 'not-known' | 'no-bar';
  readonly definition: string;
  readonly missing: readonly string[];
}

interface Line {
  readonly bar: ScopeRule;
  readonly reaches: Tested;
  readonly lifted: Tested;
  readonly lifting: readonly { readonly rule: ScopeRule; readonly reaches: Tested }[];
  readonly whole: Tested;
}

/**
 * The whole order as one formula: some bar reaches the person, and no exception of its priority or above does. A missing fact makes it undetermined
 * wherever it could matter; undetermined is no access until somebody decides (domain.md §1.5).
 */
export function ruling(rules: readonly ScopeRule[], facts: PersonFacts, access: Access = {}): Ruling {
  const lifts = rules.filter(({ kind }) => kind === 'exception' || kind === 'license').map((rule) => ({ rule, reaches: ruleOn(rule, facts, access) }));
  const lines = rules
    .filter(({ kind }) => kind === 'barred')
    .map((bar): Line => {
      const reaches = ruleOn(bar, facts, access);
      const lifting = lifts.filter(({ rule }) => rule.priority >= bar.priority);
      const lifted = anyTested(lifting.map((one) => one.reaches));
      return { bar, reaches, lifted, lifting, whole: allTested([reaches, notTested(lifted)]) };
    })
    .sort((a, b) => b.bar.priority - a.bar.priority);
  const { truth, missing } = anyTested(lines.map(({ whole }) => whole));

  if (truth === true) {
    const line = lines.find(({ whole }) => whole.truth === true);
    return { result: 'barred', rule: line?.bar ?? null, why: 'in-class', definition: line?.bar.definition ?? '', missing: [] };
  }
  if (truth === null) {
    const line = lines.find(({ whole }) => whole.truth === null);
    const rule = line?.reaches.truth === true ? (line.lifting.find(({ reaches }) => reaches.truth === null)?.rule ?? line.bar) : (line?.bar ?? null);
    return { result: 'undetermined', rule, why: 'not-known', definition: rule?.definition ?? '', missing };
  }
  const excepted = lines.find(({ reaches, lifted }) => reaches.truth !== false && lifted.truth === true);
  const by = excepted?.lifting.find(({ reaches }) => reaches.truth === true)?.rule;
  if (by) return { result: 'not_barred', rule: by, why: by.kind === 'license' ? 'licensed' : 'excepted', definition: by.definition, missing: [] };
  const first = lines[0]?.bar;
  return { result: 'not_barred', rule: first ?? null, why: first ? 'not-in-class' : 'no-bar', definition: first?.definition ?? '', missing: [] };
}

/** Whether the EAR test of 15 CFR 772.1 and the order's own definition part over this person. */
export interface Compared {
  readonly ear: 'foreign_person' | 'not_foreign_person' | 'undetermined';
  /** One test reaches the person and the other does not, or one can be answered and the other cannot. */
  readonly differs: boolean;
}
export function besideEar({ result }: Pick<Ruling, 'result'>, facts: PersonFacts): Compared {
  const ear = facts.contradictions.length > 0 || facts.usPerson === null ? 'undetermined' : facts.usPerson ? 'not_foreign_person' : 'foreign_person';
  const same = { barred: 'foreign_person', not_barred: 'not_foreign_person', undetermined: 'undetermined' }[result];
  return { ear, differs: ear !== same };
}
