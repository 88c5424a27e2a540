import { countryOf } from '../../law/scope/countries.ts';
import { relations, type Recorded, type Relation } from '../../law/scope/person-facts.ts';
import type { Person } from '../kinds/person.ts';

type Category = NonNullable<Person['fields']['status']>[number]['category'];

/** What each category of status says of the EAR test and of citizenship; one that says nothing leaves everything open. */
const saidBy: { readonly [Each in Category]: Recorded } = {
  us_citizen: { usCitizen: true, usCitizenOrNational: true },
  us_national: { usCitizen: false, usCitizenOrNational: true },
  lpr: { usCitizenOrNational: false, permanentResident: true },
  protected_refugee: { usCitizenOrNational: false, permanentResident: false, protectedIndividual: true },
  protected_asylee: { usCitizenOrNational: false, permanentResident: false, protectedIndividual: true },
  temporary_resident_1160_1255a: { usCitizenOrNational: false, permanentResident: false, protectedIndividual: true },
  visa_holder: { usPerson: false },
  none_of_these: { usPerson: false },
  pending: {},
  declined: {},
  unknown: {},
};

const isRelation = (kind: string): kind is Relation => Object.hasOwn(relations, kind);

/** The facts of a person’s record, as the law room takes them: the newest status, and only what is recorded. What has ended is left out. */
export function recordedPerson({ fields }: Pick<Person, 'fields'>): Recorded {
  const status = (fields.status ?? []).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1);
  const held = (fields.citizenships ?? []).filter(({ lost }) => lost === undefined).map(({ country }) => countryOf(country));
  const place = (fields.locations ?? []).findLast(({ to }) => to === undefined);
  const location = place === undefined ? null : countryOf(place.country);
  return {
    id: fields.name,
    ...(status === undefined ? (fields.usPerson === undefined || fields.usPerson === 'unknown' ? {} : { usPerson: fields.usPerson === 'yes' }) : saidBy[status.category]),
    // A list with one country that is not understood says nothing: what is missing could be the one that matters.
    ...(held.length > 0 && held.every((one) => one !== null) && { citizenships: held }),
    ...(location !== null && { location }),
    ...(isRelation(fields.kindOfPerson) && { relation: fields.kindOfPerson }),
    ...(fields.employer !== undefined && { employer: fields.employer }),
  };
}
