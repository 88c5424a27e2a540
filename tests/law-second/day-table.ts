// The second implementation of counting time: a table with a row for every day, written out first, and then walked with a finger as counsel does on a
// wall calendar. It is made from the texts (domain.md §1.10 and §3, the counting methods' own words) and may not use shared/calendar or shared/law.

export interface Row {
  /** `2026-06-18`. */
  readonly date: string;
  /** 0 is Sunday. */
  readonly weekday: number;
  /** A federal legal holiday: its own day or the Monday after a Sunday; or the Friday kept for a Saturday, which is an open point. */
  readonly federal: 'holiday' | 'friday' | null;
  readonly england: boolean;
}

const [firstYear, lastYear] = [2020, 2062] as const;
const dayMs = 86_400_000;

const text = (year: number, month: number, day: number): string => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay();
const later = (date: string, days: number): string => new Date(Date.parse(`${date}T00:00:00Z`) + days * dayMs).toISOString().slice(0, 10);

/** The n-th `weekday` of a month, found by looking at its days one after the other; the last one for n = 0. */
function nth(year: number, month: number, weekday: number, n: number): string {
  const hits = Array.from({ length: 31 }, (_, index) => text(year, month, index + 1)).filter(
    (date) => !Number.isNaN(Date.parse(`${date}T00:00:00Z`)) && new Date(`${date}T00:00:00Z`).getUTCMonth() === month - 1 && weekdayOf(date) === weekday,
  );
  return hits[n === 0 ? hits.length - 1 : n - 1] ?? '';
}

/** 5 USC 6103(a), the eleven days as they stand since 2021. */
const federalDays = (year: number): readonly string[] => [
  text(year, 1, 1),
  nth(year, 1, 1, 3),
  nth(year, 2, 1, 3),
  nth(year, 5, 1, 0),
  text(year, 6, 19),
  text(year, 7, 4),
  nth(year, 9, 1, 1),
  nth(year, 10, 1, 2),
  text(year, 11, 11),
  nth(year, 11, 4, 4),
  text(year, 12, 25),
];

/** Easter Sundays as the tables of the churches print them; no formula is used, so that a formula can be checked. */
const easters =
  '2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 2040-04-01'.split(
    ' ',
  );

function fillFederal(into: Map<string, 'holiday' | 'friday'>): void {
  for (let year = firstYear; year <= lastYear; year++) {
    if (year < 2021) continue;
    for (const date of federalDays(year)) into.set(date, 'holiday');
  }
  const own = [...into.keys()];
  for (const date of own) {
    if (weekdayOf(date) === 0) into.set(later(date, 1), 'holiday');
    if (weekdayOf(date) === 6 && !into.has(later(date, -1))) into.set(later(date, -1), 'friday');
  }
}

/** Bank holidays of England and Wales from 2024 on: one that falls on a weekend is kept on the next weekday that is not one already. */
function fillEngland(into: Set<string>): void {
  for (let year = firstYear; year <= lastYear; year++) {
    const easter = easters.find((date) => date.startsWith(String(year)));
    const fixed = [text(year, 1, 1), text(year, 12, 25), text(year, 12, 26)];
    for (const date of [...fixed, nth(year, 5, 1, 1), nth(year, 5, 1, 0), nth(year, 8, 1, 0), ...(easter ? [later(easter, -2), later(easter, 1)] : [])]) into.add(date);
    for (const date of fixed) {
      if (weekdayOf(date) !== 0 && weekdayOf(date) !== 6) continue;
      let kept = date;
      while (into.has(kept) || weekdayOf(kept) === 0 || weekdayOf(kept) === 6) kept = later(kept, 1);
      into.add(kept);
    }
  }
}

function build(): readonly Row[] {
  const federal = new Map<string, 'holiday' | 'friday'>();
  const england = new Set<string>();
  fillFederal(federal);
  fillEngland(england);
  const rows: Row[] = [];
  for (let date = text(firstYear, 1, 1); date <= text(lastYear, 12, 31); date = later(date, 1))
    rows.push({ date, weekday: weekdayOf(date), federal: federal.get(date) ?? null, england: england.has(date) });
  return rows;
}

export const table: readonly Row[] = build();
const places = new Map(table.map((row, index) => [row.date, index]));

/** The line of the table on which a date stands. Throws for a date outside it. */
export function lineOf(date: string): number {
  const line = places.get(date);
  if (line === undefined) throw new RangeError(`${date} is not in the table`);
  return line;
}

export function rowAt(line: number): Row {
  const row = table[line];
  if (row === undefined) throw new RangeError(`line ${line} is not in the table`);
  return row;
}
