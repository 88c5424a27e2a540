import type { ApprovalRule } from '../approval-rule.ts';
import { reviewOf, twoPeople } from '../approvals.ts';
import type { Look } from '../kind.ts';
import type { AccessDetermination, determinationFields } from './access-determination.ts';
import { temporaryStatuses } from './person.ts';

export const determinationApprovals: ApprovalRule<typeof determinationFields> = {
  what: 'determination of access',
  roles: { approver: 'Approve', second_reviewer: 'Approve as second reviewer' },
  covers: ['person', 'audience', 'order', 'rules', 'model', 'version', 'surface', 'result', 'override', 'otherControls', 'validUntil', 'authorization'],
  typed: ({ decidedBy, reviewedBy }) => ({ by: decidedBy, reviewedBy }),
};

/** What the determination comes to: the override, where there is one. */
export const outcomeOf = ({ fields }: Pick<AccessDetermination, 'fields'>): AccessDetermination['fields']['result'] => fields.override?.result ?? fields.result;

interface StatusRow {
  readonly category: string;
  readonly asOf: string;
}
/** The newest status that is recorded of the person; undefined where none is. */
function statusOf({ fields }: AccessDetermination, look: Look): string | undefined {
  const status = fields.person === undefined ? undefined : look.get(fields.person)?.fields['status'];
  if (!Array.isArray(status)) return undefined;
  // Proof of the cast: the schema of a person made its status rows of these.
  return (status as StatusRow[]).toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1)).at(-1)?.category;
}

/** Citizens, nationals, permanent residents and protected individuals: for them one person decides (domain.md §2.4). */
const settledStatuses = ['us_citizen', 'us_national', 'lpr', 'protected_refugee', 'protected_asylee', 'temporary_resident_1160_1255a'];
function isUsPerson(record: AccessDetermination, look: Look): boolean {
  const status = statusOf(record, look);
  if (status !== undefined) return settledStatuses.includes(status);
  return record.fields.person !== undefined && look.get(record.fields.person)?.fields['usPerson'] === 'yes';
}

export function aboutOne({ fields }: AccessDetermination): string[] {
  const [person, audience] = [fields.person !== undefined, fields.audience !== undefined];
  if (person && audience) return ['It is about one person or about one group, not both.'];
  return person || audience ? [] : ['Whom it is about is not recorded.'];
}

/** Only a temporary status ends by itself; when a document runs out, nothing does (8 USC 1324b). */
export function endsWithStatus(record: AccessDetermination, look: Look): string[] {
  if (record.fields.validUntil === undefined) return [];
  const status = statusOf(record, look);
  return status !== undefined && temporaryStatuses.includes(status)
    ? []
    : ['It ends on a day only where the person’s status is temporary: a document’s expiry is not the status’s, and nobody is asked again because a card ran out.'];
}

export function overrideHasBasis({ fields: { override } }: AccessDetermination): string[] {
  if (override === undefined) return [];
  return [
    ...(override.basis === undefined ? ['The override has no basis.'] : []),
    ...(override.by === undefined ? ['Who overrides is not recorded.'] : []),
    ...(override.result === 'undetermined' ? ['An override decides: it cannot leave the result open.'] : []),
  ];
}

/** Somebody decided; and somebody else looked at it, where access is given to a person who is not a US person, to a group, or against the result. */
export function reviewed(record: AccessDetermination, look: Look, before?: AccessDetermination): string[] {
  const gives = outcomeOf(record) === 'not_barred';
  const needsTwo = (gives || record.fields.override !== undefined) && !isUsPerson(record, look);
  const words = {
    none: 'Who decided is not recorded.',
    one: 'Access that is given, or decided against the result, needs a second reviewer.',
    alone: 'The second reviewer is the one who decided.',
  };
  if (needsTwo) return twoPeople(record, determinationApprovals, look, words, before);
  return reviewOf(record, determinationApprovals, look).by === null ? [words.none] : [];
}

export function enforcedWithProof({ fields: { enforced } }: AccessDetermination): string[] {
  return [
    ...(enforced?.system === undefined ? ['In which system it was enforced is not recorded.'] : []),
    ...(enforced?.at === undefined ? ['When it was enforced is not recorded.'] : []),
    ...((enforced?.proof ?? []).length === 0 ? ['No proof that it was enforced: the log or export that shows it.'] : []),
  ];
}
