import { isAmong, type Country } from './countries.ts';
import { testNationality, type Nationality, type Term, type Tested } from './nationality.ts';
import type { PersonFacts, Relation } from './person-facts.ts';
import { all, any, not, type Truth } from './truth.ts';

export const statuses = {
  us_citizen: 'Citizen of the United States',
  us_citizen_or_national: 'Citizen or national of the United States',
  permanent_resident: 'Permanent resident',
  protected_individual: 'Protected individual (8 USC 1324b(a)(3))',
  us_person: 'Citizen, national, permanent resident or protected individual',
} as const;
export type Status = keyof typeof statuses;

/**
 * A class of persons as one boolean formula. Status and exceptions are parts of it: there is no first match, so a permanent resident is never barred by a
 * line on nationality before the line on status is read (domain.md §1.5).
 */
export type PersonTest =
  | { readonly all: readonly PersonTest[] }
  | { readonly any: readonly PersonTest[] }
  | { readonly none: readonly PersonTest[] }
  | { readonly everyone: true }
  | { readonly nationality: Nationality; readonly term?: Term }
  | { readonly status: readonly Status[] }
  | { readonly location: readonly Country[] }
  | { readonly relation: readonly Relation[] }
  | { readonly employer: readonly string[] }
  | { readonly named: readonly string[] }
  /** Something a roster cannot say: ownership, end use, clearance. Never true or false by itself. */
  | { readonly words: string };

/** A name as names are compared here: case, width and signs do not count. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
const known = new WeakMap<readonly string[], ReadonlySet<string>>();
/** The listed names as they are compared. */
function namesOf(listed: readonly string[]): ReadonlySet<string> {
  const before = known.get(listed);
  if (before) return before;
  const made = new Set(listed.map(plainName));
  known.set(listed, made);
  return made;
}

const unknown = (missing: string): Tested => ({ truth: null, missing: [missing] });
const settled = (truth: boolean): Tested => ({ truth, missing: [] });
const joined = (truth: Truth, parts: readonly Tested[]): Tested => ({
  truth,
  missing: truth === null ? [...new Set(parts.filter((one) => one.truth === null).flatMap((one) => one.missing))] : [],
});

/** Both, over what is tested: with what is missing where the whole is not known. */
export const allTested = (parts: readonly Tested[]): Tested => joined(all(parts.map(({ truth }) => truth)), parts);
export const anyTested = (parts: readonly Tested[]): Tested => joined(any(parts.map(({ truth }) => truth)), parts);
export const notTested = ({ truth, missing }: Tested): Tested => ({ truth: not(truth), missing });

/** Whether a person is of the class, and what would have to be known where it cannot be said. */
export function testPerson(test: PersonTest, facts: PersonFacts): Tested {
  if (facts.contradictions.length > 0 && turnsOnStatus(test)) return { truth: null, missing: facts.contradictions.map((names) => `${names} contradict each other`) };
  if ('all' in test) return allTested(test.all.map((one) => testPerson(one, facts)));
  if ('any' in test) return anyTested(test.any.map((one) => testPerson(one, facts)));
  if ('none' in test) return notTested(anyTested(test.none.map((one) => testPerson(one, facts))));
  if ('everyone' in test) return settled(true);
  if ('nationality' in test) return testNationality(test.nationality, facts, test.term);
  if ('status' in test) return anyTested(test.status.map((one) => testStatus(one, facts)));
  if ('location' in test) return facts.location === undefined ? unknown('country_of_location') : settled(isAmong(facts.location, test.location));
  if ('relation' in test) return facts.relation === undefined ? unknown('relation') : settled(test.relation.includes(facts.relation));
  if ('employer' in test) return testEmployer(test.employer, facts);
  if ('named' in test) return facts.id === undefined ? unknown('person_id') : settled(namesOf(test.named).has(plainName(facts.id)));
  return unknown(test.words);
}

function testStatus(status: Status, facts: PersonFacts): Tested {
  const truth = {
    us_citizen: facts.usCitizen,
    us_citizen_or_national: facts.usCitizenOrNational,
    permanent_resident: facts.permanentResident,
    protected_individual: facts.protectedIndividual,
    us_person: facts.usPerson,
  }[status];
  const name = {
    us_citizen: 'us_citizen',
    us_citizen_or_national: 'us_citizen_or_national',
    permanent_resident: 'us_permanent_resident',
    protected_individual: 'us_protected_individual',
    us_person: 'us_person',
  }[status];
  return truth === null ? unknown(name) : settled(truth);
}

/** Our own employees work for us: for them the employer need not be written down to know that it is nobody else. */
function testEmployer(listed: readonly string[], { employer, relation }: PersonFacts): Tested {
  if (employer !== undefined) return settled(namesOf(listed).has(plainName(employer)));
  return relation === 'employee' ? settled(false) : unknown('employer');
}

function turnsOnStatus(test: PersonTest): boolean {
  if ('all' in test) return test.all.some(turnsOnStatus);
  if ('any' in test) return test.any.some(turnsOnStatus);
  if ('none' in test) return test.none.some(turnsOnStatus);
  return 'nationality' in test || 'status' in test;
}
