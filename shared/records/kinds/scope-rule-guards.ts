import { countryOf } from '../../law/scope/countries.ts';
import type { Look } from '../kind.ts';
import type { ScopeRuleRecord } from './scope-rule.ts';

type Test = ScopeRuleRecord['fields']['tests'][number];
const filled = (list: readonly unknown[] | undefined): boolean => list !== undefined && list.length > 0;
const withCountries = ['most_recent_citizenship_or_PR_in', 'any_citizenship_in'];

/** What a line of the formula lacks, by its kind of test. */
function incomplete(test: Test): string | null {
  switch (test.test) {
    case 'nationality':
      if (test.nationality === undefined) return 'which test of nationality is not said';
      return withCountries.includes(test.nationality) && !filled(test.countries) ? 'the test needs its list of countries' : null;
    case 'status':
      return filled(test.statuses) ? null : 'which status is not said';
    case 'location':
      return filled(test.countries) ? null : 'which countries is not said';
    case 'relation':
      return filled(test.relations) ? null : 'which relation is not said';
    case 'employer':
    case 'named':
      return filled(test.names) ? null : 'which names is not said';
    case 'words':
      return test.words === undefined ? 'its words are missing' : null;
    case 'everyone':
      return null;
  }
}

/** Each line says what it tests; country lists are countries (domain.md §2.3). */
export function testsComplete({ fields }: ScopeRuleRecord): string[] {
  const lines = fields.tests.flatMap((test, i) => {
    const lacks = incomplete(test);
    return lacks === null ? [] : [`Line ${String(i + 1)} of the class: ${lacks}.`];
  });
  const unknown = [...fields.tests.flatMap((test) => test.countries ?? []), ...(fields.territory ?? [])].filter((typed) => countryOf(typed) === null);
  return [...(fields.tests.length === 0 ? ['The class of persons has no test.'] : []), ...lines, ...unknown.map((typed) => `“${typed.slice(0, 60)}” is no country known here.`)];
}

/** The order has the clause that the rule rests on, where its clauses are recorded. */
export function clauseExists({ fields }: ScopeRuleRecord, look: Look): string[] {
  const order = look.get(fields.order);
  const clauses = order?.fields['clauses'];
  if (!Array.isArray(clauses) || clauses.length === 0) return [];
  // Proof of the cast: the order's own schema made its clauses rows with a number.
  return (clauses as { number: string }[]).some((clause) => clause.number === fields.clause) ? [] : [`${order?.number ?? 'The order'} has no clause ${fields.clause}.`];
}
