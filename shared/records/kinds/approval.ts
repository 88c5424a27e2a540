import { approvalStatement } from '../approval-statement.ts';
import { field } from '../field.ts';
import { defineKind, type Look, type RecordWith } from '../kind.ts';

const approvalFields = {
  of: field.link({ label: 'Approves', required: true, to: ['*'], role: 'approves' }),
  what: field.text({ label: 'What', required: true, column: true }),
  role: field.choice({ label: 'As', required: true, column: true, options: { approver: 'Approver', second_reviewer: 'Second reviewer' } }),
  by: field.text({ label: 'Signed by', required: true, column: true }),
  at: field.instant({ label: 'At', required: true }),
  entry: field.count({ label: 'Entry of the journal', required: true, help: 'The record is approved as this entry left it.' }),
  statement: field.prose({ label: 'Signed statement', required: true, search: false, help: 'The exact bytes that were signed (RFC 8785).' }),
  minisig: field.prose({ label: 'Signature', required: true, search: false, help: 'minisign checks it with the public key that cordon people prints.' }),
};
type Approval = RecordWith<typeof approvalFields>;

/** Only the person at work approves, with their own key, and the record says nothing that was not signed. */
function signedByActor(record: Approval, look: Look, before?: Approval): string[] {
  const { fields, removed } = record;
  if (before) return JSON.stringify(before.fields) === JSON.stringify(fields) || removed ? [] : ['It is signed: nothing of it can change.'];
  const signer = look.signatures.signer(fields.statement, fields.minisig);
  const said = approvalStatement.safeParse(signer?.says);
  const { human } = look.signatures.actor;
  if (!signer || !said.success || human === null || signer.human !== human) return ['It is not signed by the key of the person at work.'];
  const { record: of, what, role, person, at, entry } = said.data;
  return of === fields.of && what === fields.what && role === fields.role && person === fields.by && at === fields.at && entry === fields.entry
    ? []
    : ['It says something else than what was signed.'];
}

function withdrawnByItsMaker({ fields }: Approval, look: Look): string[] {
  const signer = look.signatures.signer(fields.statement, fields.minisig);
  return signer && signer.human !== look.signatures.actor.human ? [`${fields.by} signed it: nobody else withdraws it.`] : [];
}

/**
 * An approval, signed with the approver's own key (domain.md §7 U4). Made by `main/records/approve.ts` and by nothing else; true of this vault only, so
 * never part of an export or an import. Withdrawn by removing it, with a reason.
 */
export const approval = defineKind({
  kind: 'approval',
  prefix: 'APP',
  label: 'Approval',
  plural: 'Approvals',
  shape: 1,
  upgrades: [],
  fields: approvalFields,
  states: { given: { label: 'Given', closed: true, mark: 'circle', fill: 4 } },
  initial: 'given',
  moves: { given: [] },
  guards: [
    { name: 'signed', on: 'save', check: signedByActor },
    { name: 'withdrawn', on: 'remove', check: withdrawnByItsMaker },
  ],
  title: (fields) => `${fields.what}: ${fields.by}`,
  due: () => null,
  audience: 'internal',
  privilege: 'none',
  final: { states: ['given'], instead: 'Withdraw the approval with a reason.' },
});
