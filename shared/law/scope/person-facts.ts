import { nationalityOf, type Country } from './countries.ts';
import { any, not, type Truth } from './truth.ts';

export const relations = {
  employee: 'Employee',
  contractor: 'Contractor',
  customer: 'Customer',
  reseller: 'Reseller',
  researcher: 'Researcher',
} as const;
export type Relation = keyof typeof relations;

/** What is recorded of one person. Whatever is left out is not known, which is another thing than no. */
export interface Recorded {
  /** Citizen or national of the United States, permanent resident, or protected individual: enough for the EAR test. */
  readonly usPerson?: boolean | undefined;
  readonly usCitizen?: boolean | undefined;
  readonly usCitizenOrNational?: boolean | undefined;
  readonly permanentResident?: boolean | undefined;
  /** 8 USC 1324b(a)(3). Citizens and nationals are protected individuals too, so yes says nothing about citizenship. */
  readonly protectedIndividual?: boolean | undefined;
  /** Every citizenship that is held. Asked for only where an adopted definition turns on it, and never for the EAR test (domain.md §1.5). */
  readonly citizenships?: readonly Country[] | undefined;
  /** Country of the most recent citizenship or permanent residency (15 CFR 734.13(b)). */
  readonly mostRecent?: Country | undefined;
  readonly location?: Country | undefined;
  readonly relation?: Relation | undefined;
  readonly employer?: string | undefined;
  readonly surface?: string | undefined;
  readonly id?: string | undefined;
}

/** What follows from what is recorded. */
export interface PersonFacts extends Omit<Recorded, 'usPerson' | 'usCitizen' | 'usCitizenOrNational' | 'permanentResident' | 'protectedIndividual'> {
  readonly usPerson: Truth;
  readonly usCitizen: Truth;
  readonly usCitizenOrNational: Truth;
  readonly permanentResident: Truth;
  readonly protectedIndividual: Truth;
  /** Facts that cannot all be true of one person, by name. Nothing is concluded about such a person. */
  readonly contradictions: readonly string[];
}

const known = (one: boolean | undefined): Truth => one ?? null;

/**
 * Draws what follows about one person. US citizenship or nationality ends the EAR test whatever else is held (15 CFR 772.1); a permanent resident is by
 * definition an alien (8 USC 1101(a)(20)), and an alien is whoever is neither citizen nor national (1101(a)(3)).
 */
export function factsOf(recorded: Recorded): PersonFacts {
  const { usPerson: person, usCitizen: citizen, usCitizenOrNational: national, permanentResident: resident, protectedIndividual: shielded, ...rest } = recorded;
  const held = recorded.citizenships;
  const fromList: Truth = held === undefined ? null : held.some((one) => nationalityOf(one) === 'US');
  const nationalFromList: Truth = held === undefined ? null : fromList === true || held.includes('AS');

  const contradictions: string[] = [];
  const clash = (names: string, there: boolean): void => {
    if (there) contradictions.push(names);
  };
  clash('us_citizen and citizenships', citizen !== undefined && fromList !== null && citizen !== fromList);
  clash('us_citizen_or_national and citizenships', national !== undefined && nationalFromList !== null && national !== nationalFromList);
  clash('us_citizen and us_citizen_or_national', citizen === true && national === false);
  clash('us_person and citizenships', person === false && nationalFromList === true);
  clash('us_person and us_citizen', person === false && citizen === true);
  clash('us_person and us_citizen_or_national', person === false && national === true);
  clash('us_person and us_permanent_resident', person === false && resident === true);
  clash('us_person and us_protected_individual', person === false && shielded === true);
  clash('us_person and the three facts it is made of', person === true && (nationalFromList ?? known(national)) === false && resident === false && shielded === false);

  let usCitizen = known(citizen) ?? fromList;
  let usCitizenOrNational = usCitizen === true ? true : (known(national) ?? nationalFromList);
  // What the one column already excludes.
  if (person === false) {
    usCitizen ??= false;
    usCitizenOrNational ??= false;
  }
  if (usCitizenOrNational === false) usCitizen ??= false;
  // Recorded as a permanent resident and nothing else: an alien. Where citizenship is recorded too, that is the later status and stands.
  if (resident === true && usCitizenOrNational === null) {
    usCitizenOrNational = false;
    usCitizen = false;
  }
  const permanentResident = known(resident) ?? (person === false || usCitizenOrNational === true ? false : null);
  // Who is a citizen or national is a protected individual as well (8 USC 1324b(a)(3)(A)).
  const protectedIndividual = known(shielded) ?? (person === false ? false : null);
  const made = any([usCitizenOrNational, permanentResident, protectedIndividual]);
  const usPerson = known(person) ?? made;
  // One of the three it must be, and two are excluded.
  if (usPerson === true && usCitizenOrNational === null && permanentResident === false && protectedIndividual === false) usCitizenOrNational = true;
  return { ...rest, usPerson, usCitizen, usCitizenOrNational, permanentResident, protectedIndividual, contradictions };
}

/** Foreign person in the sense of 15 CFR 772.1: neither citizen or national, nor permanent resident, nor protected individual. */
export const isForeignPersonEar = (facts: PersonFacts): Truth => (facts.contradictions.length > 0 ? null : not(facts.usPerson));
