import { recordDifferences, sameValue, type Difference } from './diff.ts';
import type { KindDefinition } from './kind.ts';
import type { NameOf } from './plain-text.ts';
import type { AnyRecord } from './record.ts';

/** A field that says something else than an earlier version of its record did. */
export interface EarlierField {
  readonly field: string;
  readonly label: string;
  /** What differs in it, from what stands now to what stood then. */
  readonly lines: readonly Pick<Difference, 'label' | 'old' | 'new'>[];
  /** Why its earlier wording is not brought back, with what to do instead; null where it can be. */
  readonly why: string | null;
}

/** What moves or stands for a date that was confirmed: changed by its own acts only (domain.md §7 U12). */
const ofTheDate: ReadonlySet<string> = new Set(['method', 'ruleId', 'ruleVersion', 'trigger', 'inputs', 'answer', 'date', 'override', 'extensions', 'confirmation']);
const counted: ReadonlySet<string> = new Set(['method', 'ruleId', 'ruleVersion', 'trigger', 'inputs', 'answer']);

/** Why no wording of this record is brought back, with what to do instead: it is filed, served, in force, confirmed. Null where some may be. */
export const versionStands = (kind: KindDefinition, now: AnyRecord): string | null => (kind.final?.states.includes(now.state) ? kind.final.instead : null);

/** `signed`: the fields for which somebody signed as they stand now, with who. */
function fieldStands(kind: KindDefinition, now: AnyRecord, then: AnyRecord, name: string, signed: ReadonlyMap<string, string>): string | null {
  if (kind.onlyAdded?.field === name) return kind.onlyAdded.instead;
  const by = signed.get(name);
  if (by !== undefined) return `${by} signed for it as it stands. Withdraw the approval with a reason first, and have the change approved anew.`;
  if (kind.fields[name]?.to?.includes('legal_hold')) return 'A hold is set and lifted by itself. Set it in the form.';
  if (kind.kind === 'deadline' && ofTheDate.has(name)) {
    if (now.state !== 'proposed') return kind.final?.instead ?? null;
    if (counted.has(name) && [now, then].some((one) => one.fields['method'] === 'rule')) return 'It belongs to a date that was counted. Count the date again in the form.';
  }
  return null;
}

/** The fields of a record that say something else than in its earlier version `then`, in the order of its kind. State, marking and privilege have acts of their own and are none of them. */
export function earlierFields(kind: KindDefinition, now: AnyRecord, then: AnyRecord, signed: ReadonlyMap<string, string>, nameOf?: NameOf): EarlierField[] {
  const lines = recordDifferences(kind, now, then, nameOf);
  return Object.entries(kind.fields).flatMap(([name, { label }]) => {
    if (sameValue(now.fields[name], then.fields[name])) return [];
    const own = lines.filter(({ field }) => field === name || field.startsWith(`${name}.`)).map((line) => ({ label: line.label, old: line.old, new: line.new }));
    return [{ field: name, label, lines: own, why: fieldStands(kind, now, then, name, signed) }];
  });
}
