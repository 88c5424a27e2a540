import { factsOf } from './person-facts.ts';
import { plainName, type PersonTest } from './person-test.ts';
import { missingColumns, type Mapping, type RosterColumn } from './roster-columns.ts';
import { readRosterRow } from './roster-row.ts';
import { besideEar, ruling, type Compared, type Result, type Ruling } from './ruling.ts';
import type { Access, ScopeRule } from './scope-rule.ts';

/** One reason that some rows share: a result, the clause that decided and what was missing. */
export interface Reason {
  readonly result: Result;
  readonly why: Ruling['why'];
  readonly order: string;
  readonly clause: string;
  readonly definition: string;
  readonly missing: readonly string[];
  readonly rows: number;
}
export interface Screened {
  readonly result: Result;
  /** Place of its reason in `reasons`. */
  readonly reason: number;
  readonly ear: Compared['ear'];
  readonly differs: boolean;
  readonly notUnderstood: readonly RosterColumn[];
}
export interface Screener {
  /** The result for one row. The same facts give the same result, so they are worked out once. */
  screen(cells: readonly string[]): Screened;
  readonly reasons: () => readonly Reason[];
  /** How many rows there are of each result beside each answer of the EAR test. */
  readonly beside: () => readonly { readonly result: Result; readonly ear: Compared['ear']; readonly differs: boolean; readonly rows: number }[];
}

/** Combinations of facts that are kept: a hostile file with a new one in every row must not fill memory. */
const mostKept = 20_000;

const listsIn = (test: PersonTest, kind: 'employer' | 'named'): readonly string[] => {
  if ('all' in test) return test.all.flatMap((one) => listsIn(one, kind));
  if ('any' in test) return test.any.flatMap((one) => listsIn(one, kind));
  if ('none' in test) return test.none.flatMap((one) => listsIn(one, kind));
  if (kind === 'employer' && 'employer' in test) return test.employer;
  return kind === 'named' && 'named' in test ? test.named : [];
};

/** Screens rows against the rules of one order. `surfaces` are the names that a surface may have. */
export function screener(rules: readonly ScopeRule[], mapping: Mapping, surfaces: ReadonlySet<string>, access: Access = {}): Screener {
  const employers = new Set(rules.flatMap(({ persons }) => listsIn(persons, 'employer')).map(plainName));
  const named = new Set(rules.flatMap(({ persons }) => listsIn(persons, 'named')).map(plainName));
  const { person_id: idPlace, employer: employerPlace, ...others } = mapping;
  const places = Object.values(others);
  const reasons: (Omit<Reason, 'rows'> & { rows: number })[] = [];
  const byReason = new Map<string, number>();
  const beside = new Map<string, { result: Result; ear: Compared['ear']; differs: boolean; rows: number }>();
  let known = new Map<string, Screened>();

  /** Everything that can change the answer: the facts as typed; of an employer and an identifier only whether a rule lists it. */
  const keyOf = (cells: readonly string[]): string => {
    let key = '';
    for (const place of places) key += `${cells[place] ?? ''}\u0000`;
    if (employerPlace !== undefined) {
      const name = (cells[employerPlace] ?? '').trim();
      key += name === '' ? '' : employers.size > 0 && employers.has(plainName(name)) ? plainName(name) : '\u0001';
    }
    if (named.size > 0 && idPlace !== undefined) key += `\u0000${named.has(plainName(cells[idPlace] ?? '')) ? (cells[idPlace] ?? '') : ''}`;
    return key;
  };

  const work = (cells: readonly string[]): Screened => {
    const { recorded, notUnderstood } = readRosterRow(cells, mapping, surfaces);
    const facts = factsOf(recorded);
    const { result, why, rule, definition, missing } = ruling(rules, facts, access);
    const { ear, differs } = besideEar({ result }, facts);
    const lacks = missingColumns(missing, mapping);
    const key = JSON.stringify([result, why, rule?.id, lacks]);
    let reason = byReason.get(key);
    if (reason === undefined) {
      reason = reasons.push({ result, why, order: rule?.order ?? '', clause: rule?.clause ?? '', definition, missing: lacks, rows: 0 }) - 1;
      byReason.set(key, reason);
    }
    return { result, reason, ear, differs, notUnderstood };
  };

  return {
    screen(cells) {
      const key = keyOf(cells);
      let screened = known.get(key);
      if (screened === undefined) {
        screened = work(cells);
        if (known.size >= mostKept) known = new Map();
        known.set(key, screened);
      }
      const reason = reasons[screened.reason];
      if (reason) reason.rows++;
      const pair = `${screened.result} ${screened.ear}`;
      const so = beside.get(pair);
      if (so) so.rows++;
      else beside.set(pair, { result: screened.result, ear: screened.ear, differs: screened.differs, rows: 1 });
      return screened;
    },
    reasons: () => reasons.map((one) => ({ ...one })),
    beside: () => [...beside.values()].map((one) => ({ ...one })),
  };
}
