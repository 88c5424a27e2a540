import { countryOf } from '../../law/scope/countries.ts';
import { usualReadings, type Nationality, type Term } from '../../law/scope/nationality.ts';
import type { PersonTest } from '../../law/scope/person-test.ts';
import type { ScopeRule } from '../../law/scope/scope-rule.ts';
import type { Truth } from '../../law/scope/truth.ts';
import type { Ambiguity } from '../kinds/ambiguity.ts';
import type { Order } from '../kinds/order-guards.ts';
import type { ScopeRuleRecord } from '../kinds/scope-rule.ts';

type Line = ScopeRuleRecord['fields']['tests'][number];
type Terms = ReadonlyMap<string, Ambiguity>;

const codes = (typed: readonly string[] | undefined): string[] => (typed ?? []).map((one) => countryOf(one)).filter((code) => code !== null);

/** A reading is followed once the term stands as adopted or answered, not while it is only typed in. */
const followed = (term: Ambiguity): boolean => term.state === 'adopted' || term.state === 'answered';

/** The open term as the law room knows it. A reading that is no test of nationality settles nothing. */
export function termOf(record: Ambiguity): Term {
  const { term, readings, adopted } = record.fields;
  const index = readings.findIndex(({ letter }) => letter === adopted);
  return {
    term,
    readings: readings.map(({ text, nationality, countries }) => ({ words: text, means: { test: nationality ?? 'as_worded', countries: codes(countries) } })),
    adopted: followed(record) && index >= 0 ? index : null,
  };
}

function testOf(line: Line, term: Term | undefined): PersonTest {
  switch (line.test) {
    case 'everyone':
      return { everyone: true };
    case 'nationality': {
      const nationality: Nationality = { test: line.nationality ?? 'as_worded', countries: codes(line.countries) };
      return { nationality, ...(term && { term }) };
    }
    case 'status':
      return { status: line.statuses ?? [] };
    case 'location':
      return { location: codes(line.countries) };
    case 'relation':
      return { relation: line.relations ?? [] };
    case 'employer':
      return { employer: line.names ?? [] };
    case 'named':
      return { named: line.names ?? [] };
    case 'words':
      return { words: line.words ?? 'a test in words that is not recorded' };
  }
}

/** The lines of a class as one formula. Of no line: nobody can say, so it is never known. */
export function formulaOf(lines: readonly Line[], term?: Term): PersonTest {
  if (lines.length === 0) return { words: 'the class of persons' };
  const groups = new Map<string, Line[]>();
  for (const line of lines.filter(({ join }) => join === 'any_of')) groups.set(line.group ?? '', [...(groups.get(line.group ?? '') ?? []), line]);
  const not = lines.filter(({ join }) => join === 'none_of');
  return {
    all: [
      ...lines.filter(({ join }) => join === 'must').map((line) => testOf(line, term)),
      ...[...groups.values()].map((group) => ({ any: group.map((line) => testOf(line, term)) })),
      ...(not.length > 0 ? [{ none: not.map((line) => testOf(line, term)) }] : []),
    ],
  };
}

/** Which words decide: the order's definition, or the reading that is adopted for the class. */
function definitionOf({ fields }: ScopeRuleRecord, term: Ambiguity | undefined): string {
  const reading = term && followed(term) ? term.fields.readings.find(({ letter }) => letter === term.fields.adopted) : undefined;
  if (term && reading) {
    const by = term.state === 'answered' ? 'as the issuer answered' : `adopted for the class${term.fields.adoptedBy === undefined ? '' : ` by ${term.fields.adoptedBy}`}`;
    return `“${term.fields.term}”: ${reading.text.replace(/\.$/, '')} (${term.number}, reading ${reading.letter}, ${by})`;
  }
  if (term) return `“${term.fields.term}”: no reading adopted (${term.number}, ${String(Math.max(term.fields.readings.length, usualReadings.length))} readings)`;
  const { definition } = fields;
  return definition?.text === undefined ? `“${fields.persons}”, as worded` : `${definition.term === undefined ? '' : `“${definition.term}”: `}${definition.text}`;
}

const everyUse = (term: Ambiguity | undefined): Truth => {
  const reading = term && followed(term) ? term.fields.readings.find(({ letter }) => letter === term.fields.adopted) : undefined;
  return reading?.everyUse === undefined ? null : reading.everyUse === 'every_use';
};

/** A recorded rule as the law room evaluates it. `inForce` is found by `scopeOf`. */
export function scopeRuleOf(record: ScopeRuleRecord, order: Order, terms: Terms, inForce: Truth): ScopeRule {
  const { fields } = record;
  const term = fields.ambiguity === undefined ? undefined : terms.get(fields.ambiguity);
  const access = fields.accessTerm === undefined ? undefined : terms.get(fields.accessTerm);
  return {
    id: record.id,
    kind: fields.rule,
    clause: fields.clause,
    order: order.number,
    priority: fields.priority ?? 0,
    persons: formulaOf(fields.tests, term && termOf(term)),
    definition: definitionOf(record, term),
    models: fields.models?.length ? fields.models : (order.fields.models ?? []),
    versions: fields.versions ?? [],
    otherVersions: fields.otherVersions === 'reached' ? true : fields.otherVersions === 'not_reached' ? false : null,
    surfaces: fields.surfaces ?? [],
    activities: fields.activities ?? [],
    accessIsEveryUse: everyUse(access),
    territory: codes(fields.territory),
    inForce,
  };
}
