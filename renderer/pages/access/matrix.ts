import type { Row } from './access-page.tsx';

/** Drawn at most: people, columns and cells. A case with more names people in its lists, which are virtual. */
export const mostDrawn = { people: 300, columns: 40, cells: 4_500 };

export interface Matrix {
  /** Every model and surface to which somebody drawn has a way, in the order of their keys. */
  readonly columns: readonly (readonly [key: string, row: Row])[];
  /** Persons and groups by name. */
  readonly people: readonly Row[];
  /** The ways of one of them to one column. */
  readonly waysOf: (person: Row, column: string) => readonly Row[];
  /** How many people are left out. */
  readonly more: number;
}

const columnOf = (row: Row): string => `${row.modelNumber} ${row.version} ${row.surface ?? ''}`;
const byName = (a: Row, b: Row): number => (a.sort === b.sort ? (a.who < b.who ? -1 : 1) : a.sort < b.sort ? -1 : 1);

function grouped(rows: readonly Row[], keyOf: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

/** The people and columns of so many ways as can be looked at: of people in their order as many as fit, each with all of their ways. */
export function matrixOf(rows: readonly Row[], most = mostDrawn): Matrix {
  const ways = grouped(rows, (row) => row.whoNumber);
  const all = [...ways.values()].flatMap((own) => own.slice(-1)).sort(byName);
  const columns = new Map<string, Row>();
  const people: Row[] = [];
  for (const person of all) {
    const fresh = (ways.get(person.whoNumber) ?? []).map((row) => [columnOf(row), row] as const).filter(([key]) => !columns.has(key));
    const wide = columns.size + new Set(fresh.map(([key]) => key)).size;
    const fits = people.length < most.people && wide <= most.columns && wide * (people.length + 1) <= most.cells;
    if (people.length > 0 && !fits) break;
    people.push(person);
    for (const [key, row] of fresh) columns.set(key, row);
  }
  const cells = grouped(rows, (row) => `${row.whoNumber} ${columnOf(row)}`);
  return {
    columns: [...columns].sort(([a], [b]) => (a < b ? -1 : 1)),
    people,
    waysOf: (person, column) => cells.get(`${person.whoNumber} ${column}`) ?? [],
    more: all.length - people.length,
  };
}
