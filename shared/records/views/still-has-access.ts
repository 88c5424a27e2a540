import type { RecordOf } from '../kinds.ts';
import { outcomeOf } from '../kinds/access-determination-guards.ts';
import { dateWords } from '../date-words.ts';
import type { Surface } from './status-on.ts';

type Determination = RecordOf<'access_determination'>;
type Group = RecordOf<'audience'>;

export type Planned = 'none' | 'limited' | 'full' | 'undetermined';
export type Actual = 'none' | 'limited' | 'full' | 'unknown';

/** One person’s or group’s way to one model: what they should have, what they have, and what proves it. */
export interface AccessOf {
  /** The determination or group that says so. */
  readonly from: string;
  readonly who: string;
  readonly whoNumber: string;
  readonly sort: 'person' | 'group';
  readonly model: string;
  readonly modelNumber: string;
  readonly version: string;
  /** Null: every surface. */
  readonly surface: Surface | null;
  readonly planned: Planned;
  readonly actual: Actual;
  /** When it ended or was enforced, in words; empty where that is not recorded. */
  readonly when: string;
  readonly proofs: readonly string[];
  readonly waiver: string;
  /**
   * `has`: more than they should have. `may`: nobody knows whether. `unproved`: said to be as it should, and nothing proves it. `undecided`: nobody decided, which is no access.
   * Null: as it should be, with proof, or access that was given.
   */
  readonly still: 'has' | 'may' | 'unproved' | 'undecided' | null;
}
export interface AccessNow {
  readonly rows: readonly AccessOf[];
  /** Determinations that the person at work may not read: they are counted and nothing else. */
  readonly sealed: number;
}

export interface AccessSources {
  /** Those that can be read. */
  readonly determinations: readonly Determination[];
  readonly sealed: number;
  readonly groups: readonly Group[];
  readonly models: readonly RecordOf<'restricted_model'>[];
  readonly persons: readonly RecordOf<'person'>[];
  readonly numberOf: (id: string) => string;
}

const reach = { none: 0, limited: 1, full: 2 } as const;

/** Whether somebody may still reach what they should not. What is not known counts as access, and a word without proof too (domain.md §2.1, “still has access”). */
export function stillHas(planned: Planned, actual: Actual, proved: boolean, waived: boolean): AccessOf['still'] {
  if (waived || planned === 'full') return null;
  if (planned === 'undetermined') return actual === 'none' && proved ? null : 'undecided';
  if (actual === 'unknown') return 'may';
  if (reach[actual] > reach[planned]) return 'has';
  return proved ? null : 'unproved';
}

/** Every recorded way of a person or group to a model, those who still have access first. */
export function accessNow({ determinations, sealed, groups, models, persons, numberOf }: AccessSources): AccessNow {
  const modelOf = new Map(models.map((model) => [model.id, model]));
  const nameOf = new Map<string, string>([...persons.map((one) => [one.id, one.fields.name] as const), ...groups.map((one) => [one.id, one.fields.label] as const)]);
  const model = (id: string): Pick<AccessOf, 'model' | 'modelNumber'> => ({ model: modelOf.get(id)?.fields.name ?? numberOf(id), modelNumber: numberOf(id) });
  const fromGroups = groups
    .filter(({ state }) => state !== 'former')
    .flatMap((group) =>
      (group.fields.access ?? []).map((row): AccessOf => {
        const planned = row.planned ?? 'undetermined';
        const actual = row.actual ?? 'unknown';
        const proofs = (row.proof ?? []).map(numberOf);
        const waiver = row.waiver === undefined ? '' : numberOf(row.waiver);
        return {
          from: group.number,
          who: group.fields.label,
          whoNumber: group.number,
          sort: 'group',
          ...model(row.model),
          version: '',
          surface: row.surface ?? null,
          planned,
          actual,
          when: row.ended === undefined ? '' : dateWords(row.ended),
          proofs,
          waiver,
          still: stillHas(planned, actual, proofs.length > 0, waiver !== ''),
        };
      }),
    );
  const fromPersons = determinations
    .filter((one) => counts(one, determinations))
    .map((one): AccessOf => {
      const { person, audience, enforced, model: of, version, surface, authorization } = one.fields;
      const about = person ?? audience ?? '';
      const { planned, actual } = standing(one);
      const proofs = (enforced?.proof ?? []).map(numberOf);
      return {
        from: one.number,
        who: nameOf.get(about) ?? numberOf(about),
        whoNumber: numberOf(about),
        sort: person === undefined ? 'group' : 'person',
        ...model(of),
        version: version ?? '',
        surface: surface ?? null,
        planned,
        actual,
        when: enforced?.at === undefined ? '' : dateWords(enforced.at),
        proofs,
        waiver: authorization === undefined ? '' : numberOf(authorization),
        // An authorization gives access only by a result that says so: it waives nothing here.
        still: stillHas(planned, actual, proofs.length > 0, false),
      };
    });
  const rows = [...fromPersons, ...fromGroups];
  return { rows: [...rows.filter(({ still }) => still !== null), ...rows.filter(({ still }) => still === null)], sealed };
}

const open = ({ state }: Determination): boolean => state === 'proposed' || state === 'approved' || state === 'enforced';
const sameWay = (a: Determination['fields'], b: Determination['fields']): boolean =>
  a.person === b.person && a.audience === b.audience && a.model === b.model && a.surface === b.surface && a.version === b.version && a.order === b.order;

/** An open one counts; one that ran out or was revoked after it gave access counts until another stands in its place, because the access may still be there. */
function counts(one: Determination, all: readonly Determination[]): boolean {
  if (open(one)) return true;
  if (one.state === 'superseded' || outcomeOf(one) !== 'not_barred') return false;
  return !all.some((other) => other.id !== one.id && open(other) && sameWay(other.fields, one.fields));
}

function standing(one: Determination): { readonly planned: Planned; readonly actual: Actual } {
  if (!open(one)) return { planned: 'none', actual: 'unknown' };
  const result = outcomeOf(one);
  // Proposed is not decided: no access until somebody does.
  if (one.state === 'proposed' || result === 'undetermined') return { planned: 'undetermined', actual: one.state === 'enforced' ? 'none' : 'unknown' };
  if (result === 'not_barred') return { planned: 'full', actual: one.state === 'enforced' ? 'full' : 'unknown' };
  return { planned: 'none', actual: one.state === 'enforced' ? 'none' : 'unknown' };
}
