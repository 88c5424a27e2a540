import { isAmong, nationalityOf, type Country } from './countries.ts';
import { isForeignPersonEar, type PersonFacts } from './person-facts.ts';
import { all, not, type Truth } from './truth.ts';

/** Tests by which an order may draw the line (domain.md §1.5). Place of birth is none of them. */
export const nationalityTests = {
  any_foreign_person_EAR: 'Foreign person as in 15 CFR 772.1',
  any_non_citizen: 'Anyone who is not a citizen of the United States',
  any_alien: 'Anyone who is neither a citizen nor a national of the United States (8 USC 1101(a)(3))',
  any_other_nationality: 'Anyone who holds a nationality other than that of the United States, dual nationals included',
  any_foreign_national_as_worded: '“Foreign national”, as worded',
  most_recent_citizenship_or_PR_in: 'Most recent citizenship or permanent residency in listed countries (15 CFR 734.13(b))',
  any_citizenship_in: 'Any citizenship in listed countries',
  as_worded: 'As worded',
} as const;
export type NationalityTest = keyof typeof nationalityTests;

/** A test that an order or a reading of it uses, with its list of countries where it has one. */
export interface Nationality {
  readonly test: NationalityTest;
  readonly countries?: readonly Country[];
}

/** Facts that a test may still want, by the name under which a roster has them. */
export type FactName =
  | 'us_person'
  | 'us_citizen'
  | 'us_citizen_or_national'
  | 'us_permanent_resident'
  | 'us_protected_individual'
  | 'citizenships'
  | 'most_recent_citizenship_or_residence'
  | 'country_of_location'
  | 'employer'
  | 'relation'
  | 'surface'
  | 'person_id';

/** An open term of the order and the readings of it that somebody takes. One reading may be adopted: for the class, never for a person. */
export interface Term {
  readonly term: string;
  readonly readings: readonly { readonly words: string; readonly means: Nationality }[];
  readonly adopted: number | null;
}

export interface Tested {
  readonly truth: Truth;
  /** What would have to be known; empty unless `truth` is null. */
  readonly missing: readonly string[];
}
const settled = (truth: boolean): Tested => ({ truth, missing: [] });
const tested = (truth: Truth, missing: readonly string[]): Tested => ({ truth, missing: truth === null ? missing : [] });

/** The readings that people take of "foreign national" where the order says no more and nobody has recorded another. */
export const usualReadings: Term['readings'] = [
  { words: nationalityTests.any_foreign_person_EAR, means: { test: 'any_foreign_person_EAR' } },
  { words: nationalityTests.any_alien, means: { test: 'any_alien' } },
  { words: nationalityTests.any_other_nationality, means: { test: 'any_other_nationality' } },
];

/** What is not known about the three statuses that end the EAR test. The one column is asked for first: it is enough. */
function missingForEar(facts: PersonFacts): FactName[] {
  if (facts.usCitizenOrNational === null && facts.permanentResident === null && facts.protectedIndividual === null) return ['us_person'];
  return [
    ...(facts.usCitizenOrNational === null ? (['us_citizen_or_national'] as const) : []),
    ...(facts.permanentResident === null ? (['us_permanent_resident'] as const) : []),
    ...(facts.protectedIndividual === null ? (['us_protected_individual'] as const) : []),
  ];
}

/** First whether it is a US person at all, where that is open too: "no" would settle it. */
const missingForAlien = (facts: PersonFacts, name: FactName): FactName[] => (facts.usPerson === null && facts.permanentResident === null ? ['us_person', name] : [name]);

function otherNationality(facts: PersonFacts): Tested {
  const { citizenships: held, usCitizenOrNational: national } = facts;
  if (held?.some((one) => !['US', 'AS'].includes(nationalityOf(one)))) return settled(true);
  if (national === false) return settled(true);
  if (held !== undefined && national === true) return settled(false);
  return tested(null, national === null ? [...missingForAlien(facts, 'us_citizen_or_national'), 'citizenships'] : ['citizenships']);
}

function mostRecentIn(facts: PersonFacts, listed: readonly Country[]): Tested {
  const { mostRecent } = facts;
  const foreign = isForeignPersonEar(facts);
  // 734.13(b) speaks of releases to foreign persons.
  if (foreign === false) return settled(false);
  const there: Truth = mostRecent === undefined ? null : isAmong(mostRecent, listed);
  return tested(all([foreign, there]), [...(foreign === null ? missingForEar(facts) : []), ...(there === null ? ['most_recent_citizenship_or_residence'] : [])]);
}

/** Whether a person falls under a nationality test. `term` is the open term behind “foreign national”, where the register has one. */
export function testNationality({ test, countries = [] }: Nationality, facts: PersonFacts, term?: Term): Tested {
  switch (test) {
    case 'any_foreign_person_EAR':
      return tested(isForeignPersonEar(facts), missingForEar(facts));
    case 'any_non_citizen':
      return tested(not(facts.usCitizen), missingForAlien(facts, 'us_citizen'));
    case 'any_alien':
      return tested(not(facts.usCitizenOrNational), missingForAlien(facts, 'us_citizen_or_national'));
    case 'any_other_nationality':
      return otherNationality(facts);
    case 'any_citizenship_in':
      return facts.citizenships === undefined ? tested(null, ['citizenships']) : settled(facts.citizenships.some((one) => isAmong(one, countries)));
    case 'most_recent_citizenship_or_PR_in':
      return mostRecentIn(facts, countries);
    case 'any_foreign_national_as_worded':
    case 'as_worded':
      return testTerm(
        term ?? { term: test === 'as_worded' ? 'the class as worded' : 'foreign national', readings: test === 'as_worded' ? [] : usualReadings, adopted: null },
        facts,
      );
  }
}

/**
 * An open term: by the reading that is adopted; without one, only what every reading says. A reading that itself says no more than the order's own
 * words settles nothing.
 */
function testTerm(term: Term, facts: PersonFacts): Tested {
  const reading = `which reading of “${term.term}” is adopted`;
  const through = (means: Nationality): Tested =>
    means.test === 'as_worded' || means.test === 'any_foreign_national_as_worded' ? tested(null, [`how the issuer defines “${term.term}”`]) : testNationality(means, facts);
  const adopted = term.adopted === null ? undefined : term.readings[term.adopted];
  if (adopted) return through(adopted.means);
  const results = term.readings.map(({ means }) => through(means));
  const truths = results.map(({ truth }) => truth);
  if (truths.length > 0 && truths.every((one) => one === true)) return settled(true);
  if (truths.length > 0 && truths.every((one) => one === false)) return settled(false);
  return tested(null, [...new Set([...results.flatMap(({ missing }) => missing), reading])]);
}
