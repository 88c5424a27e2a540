import { kinds, type RecordOf } from '../kinds.ts';
import { partyRoles } from '../kinds/party.ts';
import { roleAt, type RoleHeld } from './role-at.ts';

type Party = Pick<RecordOf<'party'>, 'id' | 'number' | 'fields'>;
type Interest = Pick<RecordOf<'interest'>, 'id' | 'number' | 'state' | 'fields'>;

/** One tie of a party to another party or to a thing: a role toward it on a day, an interest in it, being part of it or represented by it. */
export interface Tie {
  readonly from: string;
  /** Null for a role toward nobody in particular. */
  readonly to: string | null;
  readonly what:
    | { readonly kind: 'role'; readonly role: RoleHeld['role'] }
    | { readonly kind: 'interest'; readonly direction: string; readonly number: string }
    | { readonly kind: 'part-of' | 'represented-by' };
  /** `possibly`: a date of its beginning or end is not known well enough to say. */
  readonly held: 'yes' | 'possibly';
  readonly sources: readonly string[];
}

/** Every tie of the parties on a day, `YYYY-MM-DD`, in the order of the parties. An interest that has ended is none. */
export function tiesOn(parties: readonly Party[], interests: readonly Interest[], day: string): Tie[] {
  return parties.flatMap((party): Tie[] => {
    const { partOf, represented } = party.fields;
    return [
      ...roleAt(party, day).flatMap(({ role, held, row }): Tie[] => {
        const about = row.about ?? [];
        return (about.length === 0 ? [null] : about).map((to) => ({ from: party.id, to, what: { kind: 'role', role }, held, sources: row.source ?? [] }));
      }),
      ...(partOf === undefined ? [] : [{ from: party.id, to: partOf, what: { kind: 'part-of' }, held: 'yes', sources: [] } as const]),
      ...(represented === undefined ? [] : [{ from: party.id, to: represented, what: { kind: 'represented-by' }, held: 'yes', sources: [] } as const]),
      ...interests
        .filter((one) => one.fields.party === party.id && one.state === 'current')
        .flatMap((one): Tie[] => {
          const into = one.fields.in ?? [];
          return (into.length === 0 ? [null] : into).map((to) => ({
            from: party.id,
            to,
            what: { kind: 'interest', direction: one.fields.direction, number: one.number },
            held: 'yes',
            sources: one.fields.source ?? [],
          }));
        }),
    ];
  });
}

export interface Placed {
  readonly id: string;
  readonly column: 'party' | 'thing';
  readonly row: number;
}

/**
 * Where each end of the ties stands: parties in one column in their order, everything else in another, each near the middle of the parties tied to it, so
 * that few lines cross. The same ties give the same places every time.
 */
export function placesOf(parties: readonly Party[], ties: readonly Tie[]): Placed[] {
  const ids = new Set(parties.map((party) => party.id));
  const tied = parties.filter((party) => ties.some((tie) => tie.from === party.id || tie.to === party.id));
  const rows = new Map(tied.map((party, row) => [party.id, row]));
  const things = [...new Set(ties.flatMap((tie) => (tie.to === null || ids.has(tie.to) ? [] : [tie.to])))];
  const middle = (thing: string): number => {
    const near = ties.filter((tie) => tie.to === thing).map((tie) => rows.get(tie.from) ?? 0);
    return near.reduce((sum, row) => sum + row, 0) / Math.max(1, near.length);
  };
  const sorted = things.map((id) => ({ id, at: middle(id) })).sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return [...tied.map((party, row): Placed => ({ id: party.id, column: 'party', row })), ...sorted.map(({ id }, row): Placed => ({ id, column: 'thing', row }))];
}

const directions: Readonly<Record<string, string>> = kinds.interest.fields.direction.options ?? {};
const lower = (text: string): string => text.slice(0, 1).toLowerCase() + text.slice(1);

/** What a party is to the other end of a tie: "customer", "part of". */
export const tieLabel = ({ what }: Tie): string =>
  what.kind === 'role'
    ? lower(partyRoles[what.role])
    : what.kind === 'interest'
      ? lower(directions[what.direction] ?? what.direction)
      : what.kind === 'part-of'
        ? 'part of'
        : 'represented by';
