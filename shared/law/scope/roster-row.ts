import { countryOf, nationalityOf, type Country } from './countries.ts';
import { relations, type Recorded, type Relation } from './person-facts.ts';
import type { Mapping, RosterColumn } from './roster-columns.ts';

export interface RosterRow {
  readonly id: string;
  readonly recorded: Recorded;
  /** Columns with something in them that is not understood: read as if they were blank, and named. */
  readonly notUnderstood: readonly RosterColumn[];
}

const answers: Readonly<Record<string, boolean>> = { yes: true, y: true, true: true, '1': true, no: false, n: false, false: false, '0': false };
const relationNames = Object.keys(relations);

/**
 * What a row of a roster records. Blank is not known, which is another thing than no; a cell that is not understood counts as blank, so that it can only
 * ever make somebody undetermined.
 */
export function readRosterRow(cells: readonly string[], mapping: Mapping, surfaces: ReadonlySet<string>): RosterRow {
  const notUnderstood: RosterColumn[] = [];
  const cell = (column: RosterColumn): string => {
    const place = mapping[column];
    return place === undefined ? '' : (cells[place] ?? '').trim();
  };
  const read = <T>(column: RosterColumn, as: (text: string) => T | undefined): T | undefined => {
    const text = cell(column);
    if (text === '') return undefined;
    const value = as(text);
    if (value === undefined) notUnderstood.push(column);
    return value;
  };
  const yesNo = (column: RosterColumn): boolean | undefined => read(column, (text) => answers[text.toLowerCase()]);
  const country = (column: RosterColumn): Country | undefined => read(column, (text) => countryOf(text) ?? undefined);

  const listed = cell('citizenships')
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '');
  const codes = listed.map(countryOf);
  const whole = codes.every((code) => code !== null);
  if (!whole) notUnderstood.push('citizenships');
  // One that is not understood could be any country; what the others say of the United States stands all the same.
  const american = !whole && codes.some((code) => code !== null && nationalityOf(code) === 'US');
  const usPerson = yesNo('us_person');
  const national = yesNo('us_citizen_or_national');
  const recorded: Recorded = {
    id: cell('person_id'),
    usPerson,
    usCitizen: american ? true : undefined,
    usCitizenOrNational: american ? true : national,
    citizenships: whole && listed.length > 0 ? codes.filter((code) => code !== null) : undefined,
    permanentResident: yesNo('us_permanent_resident'),
    protectedIndividual: yesNo('us_protected_individual'),
    mostRecent: country('most_recent_citizenship_or_residence'),
    location: country('country_of_location'),
    relation: read('relation', (text) => {
      const name = text.toLowerCase();
      // Proof of the cast: found among the names.
      return relationNames.includes(name) ? (name as Relation) : undefined;
    }),
    employer: cell('employer') || undefined,
    surface: read('surface', (text) => {
      const name = text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '_');
      return surfaces.has(name) ? name : undefined;
    }),
  };
  return { id: recorded.id ?? '', recorded, notUnderstood };
}
