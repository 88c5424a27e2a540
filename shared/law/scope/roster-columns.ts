/** Columns of a roster that mean something here. The first nine are understood by their names; the others only where a person maps them. */
export const rosterColumns = {
  person_id: 'Identifier of the person',
  us_person: 'US person: yes, no or blank',
  citizenships: 'Citizenships, with ; between',
  us_permanent_resident: 'Permanent resident: yes, no or blank',
  us_protected_individual: 'Protected individual: yes, no or blank',
  country_of_location: 'Country where the person is',
  employer: 'Employer',
  relation: 'Relation to the company',
  surface: 'Surface',
  us_citizen_or_national: 'Citizen or national: yes, no or blank',
  most_recent_citizenship_or_residence: 'Country of the most recent citizenship or permanent residency',
} as const;
export type RosterColumn = keyof typeof rosterColumns;
export const rosterColumnNames = Object.keys(rosterColumns) as readonly RosterColumn[];
const onlyMapped: readonly RosterColumn[] = ['us_citizen_or_national', 'most_recent_citizenship_or_residence'];

/** Which column of the file each of ours is, by its place from 0. */
export type Mapping = Readonly<Partial<Record<RosterColumn, number>>>;
/** The same by the name at the head of the file: what is kept and used again. */
export type NamedMapping = Readonly<Partial<Record<RosterColumn, string>>>;

const plain = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** The columns that are understood by their own names, with `chosen` laid over them. A name that the head does not have is left out. */
export function mappingOf(head: readonly string[], chosen: NamedMapping = {}): Mapping {
  const places = new Map(head.map((name, place) => [plain(name), place]));
  const found = rosterColumnNames.flatMap((column): [RosterColumn, number][] => {
    const named = chosen[column];
    if (named === undefined && onlyMapped.includes(column)) return [];
    const place = places.get(plain(named ?? column));
    return place === undefined ? [] : [[column, place]];
  });
  return Object.fromEntries(found);
}

/** The fact that is missing, by the column that would give it: a file with a list of citizenships says in it who is a citizen or national too. */
export function missingColumns(missing: readonly string[], mapping: Mapping): string[] {
  const byList = mapping.us_citizen_or_national === undefined && mapping.citizenships !== undefined;
  const named = missing.map((fact) => {
    if (fact === 'us_citizen' || fact === 'us_citizen_or_national') return byList ? 'citizenships' : 'us_citizen_or_national';
    return fact === 'us_person' && byList && mapping.us_person === undefined ? 'citizenships' : fact;
  });
  return [...new Set(named)];
}
