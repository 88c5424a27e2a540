import type { RecordOf } from '../kinds.ts';

type Impact = Pick<RecordOf<'impact'>, 'id' | 'number' | 'state' | 'fields'>;
type CausedBy = Impact['fields']['causedBy'];

export interface HarmOf {
  /** The group or party that is hit; null for harm that names nobody. */
  readonly whom: string | null;
  readonly impacts: readonly Impact[];
  /** How many are laid to what: the other side will say self-inflicted, and this is what they count. */
  readonly causedBy: Readonly<Record<CausedBy, number>>;
}

/** Harm by audience, with what did it (domain.md §2.12). An effect on two groups stands under both; closed ones are left out. Groups come with the most harm first, nobody last. */
export function harmByAudience(impacts: readonly Impact[]): HarmOf[] {
  const open = impacts.filter((one) => one.state !== 'closed');
  const whoms = [...new Set(open.flatMap((one): (string | null)[] => ((one.fields.audience ?? []).length === 0 ? [null] : (one.fields.audience ?? []))))];
  return whoms
    .map((whom): HarmOf => {
      const of = open.filter((one) => (whom === null ? (one.fields.audience ?? []).length === 0 : (one.fields.audience ?? []).includes(whom)));
      const count = (cause: CausedBy) => of.filter((one) => one.fields.causedBy === cause).length;
      return { whom, impacts: of, causedBy: { order_text: count('order_text'), our_decision: count('our_decision'), both: count('both'), unclear: count('unclear') } };
    })
    .sort((a, b) => (a.whom === null ? 1 : 0) - (b.whom === null ? 1 : 0) || b.impacts.length - a.impacts.length || (a.whom ?? '').localeCompare(b.whom ?? ''));
}
