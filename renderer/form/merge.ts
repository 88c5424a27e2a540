import type { Audience, Privilege } from '../../shared/records/field.ts';
import type { AnyRecord, PrivilegeBasis } from '../../shared/records/record.ts';
import type { Values } from './values.ts';

/** What a form holds of a record besides its fields, as it stands in the form. */
export interface Labels {
  readonly audience: Audience;
  readonly named: string;
  readonly privilege: Privilege;
  readonly basis: PrivilegeBasis;
  readonly tags: string;
}
/** A record as a form shows it. */
export interface Snapshot {
  readonly fields: Values;
  readonly labels: Labels;
}

export const snapshotOf = ({ fields, audience, named, privilege, privilegeBasis, tags }: AnyRecord): Snapshot => ({
  fields,
  labels: {
    audience,
    named: named?.join('; ') ?? '',
    privilege,
    basis: privilegeBasis ?? { author: '', purpose: '', dualPurpose: false },
    tags: tags.join(', '),
  },
});

const mark = 'label:';
/** A label's name among those of fields: kinds have fields that are called as a label is, and no field's name holds a colon. */
const labelName = (label: string): string => `${mark}${label}`;
/** The label that a name in `theirs` or `both` stands for; null for a field's. */
export const labelNamed = (name: string): keyof Labels | null =>
  // Proof of the cast: only `labelName` makes such names, and only of labels.
  name.startsWith(mark) ? (name.slice(mark.length) as keyof Labels) : null;

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one ?? null) === JSON.stringify(other ?? null);

export interface Merged {
  readonly snapshot: Snapshot;
  /** Names of fields, and of labels (`labelNamed`), that somebody else changed meanwhile. */
  readonly theirs: readonly string[];
  /** Those of them that stand otherwise in the form: what was typed there stays, and nobody may overlook it. */
  readonly both: readonly string[];
}

/**
 * What was typed on a record as it stood (`base`), put on the record as it stands now: whatever was not touched in the form is taken from now. Where nobody
 * knows what it was typed on (null), everything that differs counts as changed by both.
 */
export function merge(base: Snapshot | null, mine: Snapshot, now: Snapshot): Merged {
  const theirs: string[] = [];
  const both: string[] = [];
  const one = (name: string, was: unknown, typed: unknown, stands: unknown): unknown => {
    if (base !== null && !same(was, stands)) theirs.push(name);
    if (base !== null && same(typed, was)) return stands;
    if (!same(typed, stands) && (base === null || !same(was, stands))) both.push(name);
    return typed;
  };
  const over = (was: Values, typed: Values, stands: Values, called = (name: string): string => name): Values =>
    Object.fromEntries(
      [...new Set([...Object.keys(stands), ...Object.keys(typed)])]
        .map((name) => [name, one(called(name), was[name], typed[name], stands[name])] as const)
        .filter(([, value]) => value !== undefined),
    );
  const fields = over(base?.fields ?? {}, mine.fields, now.fields);
  // Proof of the casts: labels have the same names in all three, and each is taken from one of them.
  const labels = over({ ...base?.labels }, { ...mine.labels }, { ...now.labels }, labelName) as unknown as Labels;
  return { snapshot: { fields, labels }, theirs, both };
}
