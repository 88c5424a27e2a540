import type { ApprovalRole, ApprovalRule } from './approval-rule.ts';
import { approvalStatement } from './approval-statement.ts';
import type { Fields, ValuesOf } from './field.ts';
import { sameValue } from './diff.ts';
import type { Look } from './kind.ts';
import type { AnyRecord, Common } from './record.ts';
import { samePerson } from './same-person.ts';

/** An approval of a record, and what it is worth now. */
export interface Approved {
  /** Number of the approval's own record. */
  readonly number: string;
  readonly id: string;
  readonly role: ApprovalRole;
  readonly name: string;
  readonly human: string;
  readonly at: number;
  /** `changed-since`: what it covers is no longer what was signed. `not-authentic`: no key of this vault signed that it says.
   * `sealed`: signed by whom it says, but the content it covers is closed to whoever looks, so whether it still stands cannot be told. */
  readonly standing: 'holds' | 'changed-since' | 'sealed' | 'not-authentic';
}

/** What has to be seen to judge approvals. */
export type Seeing = Pick<Look, 'linkingTo' | 'signatures'>;
type Ruled<F extends Fields> = Common & { readonly fields: ValuesOf<F> };

/** Every approval given to a record and not withdrawn, oldest first. */
export function approvalsOf<F extends Fields>(record: Ruled<F>, rule: ApprovalRule<F>, look: Seeing): Approved[] {
  return look
    .linkingTo(record.id, 'approves')
    .filter((one) => one.kind === 'approval' && one.removed === undefined)
    .map((approval) => approvedBy(approval, record, rule.covers, look.signatures));
}

function approvedBy(approval: AnyRecord, record: AnyRecord, covers: readonly string[], signatures: Look['signatures']): Approved {
  const { statement, minisig, role, by, at } = approval.fields;
  const claimed = { number: approval.number, id: approval.id, role: role === 'approver' ? role : 'second_reviewer', name: String(by), human: '', at: Number(at) } as const;
  const signer = signatures.signer(String(statement), String(minisig));
  const said = approvalStatement.safeParse(signer?.says);
  if (!signer || !said.success || said.data.record !== record.id || said.data.role !== role) return { ...claimed, standing: 'not-authentic' };
  const known = { ...claimed, name: said.data.person, human: signer.human, at: said.data.at };
  // A record without any field is one whose content is closed: every kind that is approved has a field it cannot do without.
  if (Object.keys(record.fields).length === 0) return { ...known, standing: 'sealed' };
  const then = signatures.fieldsAt(record.id, said.data.entry);
  const same = then !== null && covers.every((name) => sameValue(then[name], record.fields[name]));
  return { ...known, standing: same ? 'holds' : 'changed-since' };
}

/** Somebody behind a paper: by their key, or by a name that somebody typed. */
export interface Voice {
  readonly name: string;
  readonly signed: boolean;
  readonly human: string | null;
}
export interface Review {
  readonly by: Voice | null;
  readonly reviewedBy: Voice | null;
  /**
   * What the two are worth together (domain.md §7 U4). `signed`: two people, two keys. `attested`: two people as far as names say, at least one of
   * them typed. `alone`: the same person twice. `one`: only one of the two. `none`: neither.
   */
  readonly standing: 'signed' | 'attested' | 'alone' | 'one' | 'none';
  /** Somebody signed it as it stood before, and has not signed it as it stands now. */
  readonly stale: boolean;
}

/** Who approved a record and who reviewed it: what was signed counts before what was typed. */
export function reviewOf<F extends Fields>(record: Ruled<F>, rule: ApprovalRule<F>, look: Seeing): Review {
  const typed = rule.typed(record.fields);
  const all = approvalsOf(record, rule, look);
  const held = all.filter(({ standing }) => standing === 'holds');
  const voice = (role: ApprovalRole, name: string | undefined): Voice | null => {
    const signed = held.findLast((one) => one.role === role);
    if (signed) return { name: signed.name, signed: true, human: signed.human };
    return name === undefined ? null : { name, signed: false, human: null };
  };
  const by = voice('approver', typed.by);
  const reviewedBy = voice('second_reviewer', typed.reviewedBy);
  const stale = all.some((one) => one.standing === 'changed-since' && !held.some((now) => now.role === one.role));
  return { by, reviewedBy, standing: standingOf(by, reviewedBy), stale };
}

function standingOf(by: Voice | null, reviewedBy: Voice | null): Review['standing'] {
  if (!by && !reviewedBy) return 'none';
  if (!by || !reviewedBy) return 'one';
  if (samePerson(by.name, reviewedBy.name) || (by.human !== null && by.human === reviewedBy.human)) return 'alone';
  return by.signed && reviewedBy.signed ? 'signed' : 'attested';
}

/**
 * What stands in the way of two people behind a record, in words; nothing when they are two. A typed name does not stand for somebody who has a key in
 * this vault. `before` is left out for a record that comes from elsewhere with its names.
 */
export function twoPeople<F extends Fields>(
  record: Ruled<F>,
  rule: ApprovalRule<F>,
  look: Seeing,
  words: { readonly none: string; readonly one: string; readonly alone: string },
  before: Ruled<F> | undefined,
): string[] {
  const { by, reviewedBy, standing } = reviewOf(record, rule, look);
  if (standing === 'none') return [words.none];
  if (standing === 'one') return [by ? words.one : words.none];
  if (standing === 'alone') return [words.alone];
  return before === undefined ? [] : unsigned([by, reviewedBy], look);
}

/** Typed names of people who could sign. */
export function unsigned(voices: readonly (Voice | null)[], { signatures }: Seeing): string[] {
  return voices.flatMap((voice) =>
    voice && !voice.signed && signatures.hasKey(voice.name) ? [`${voice.name} has a key in this vault: they sign for themselves, and a typed name does not do.`] : [],
  );
}
