import { refuse } from '../../shared/failure/failure.ts';
import type { ApprovalRole } from '../../shared/records/approval-rule.ts';
import { approvalStatement, type ApprovalStatement } from '../../shared/records/approval-statement.ts';
import { approvalsOf } from '../../shared/records/approvals.ts';
import { kindNamed, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Vault } from '../vault/vault.ts';
import { refuseChangedSince } from './changed-since.ts';
import { refuseHidden } from './hidden.ts';
import { prepared } from './prepared.ts';
import { isShell } from './row.ts';
import type { Writing } from './writing.ts';

export interface Approving {
  readonly number: string;
  readonly role: ApprovalRole;
  /** The entry that the person looked at: nobody signs what they have not seen. Refuses `changed-since` when there is a later one. */
  readonly seq?: number | undefined;
}

/**
 * Approves a record in the name of the person at work, with their own key, over the record as its last entry left it. Refuses `record-not-found`,
 * `changed-since`, `not-available-here` under the recovery key, `compartment-closed`, and `misuse` for a kind that is not approved by signatures or for
 * somebody who has signed this already.
 */
export function approveIn(writing: Writing, vault: Pick<Vault, 'id' | 'person' | 'signNote'>, { number, role, seq }: Approving): RecordOf<'approval'> {
  const record = writing.require(number);
  const rule = kindNamed(record.kind)?.approvals;
  if (!rule || record.removed) return refuse({ code: 'misuse', why: `${record.number} is not approved by a signature` });
  refuseHidden(record);
  if (isShell(record)) return refuse({ code: 'compartment-closed', compartment: 'people' });
  refuseChangedSince(writing, record, seq);
  const { name, publicKey } = vault.person;
  if (publicKey === null) return refuse({ code: 'not-available-here', what: 'A signature', why: 'the recovery key signs as nobody' });
  const { human } = writing.signatures.actor;
  const already = approvalsOf(record, rule, writing).find((one) => one.human === human && one.role === role && one.standing === 'holds');
  if (already) return refuse({ code: 'misuse', why: `${name} has signed this already: ${already.number}` });

  const { seq: entry } = writing.changed(record.id);
  const statement: ApprovalStatement = {
    v: 1,
    type: 'cordon/approval',
    vault: vault.id,
    record: record.id,
    number: record.number,
    kind: record.kind,
    entry,
    body: bodyOf(writing, entry) ?? refuse({ code: 'misuse', why: `the content of ${record.number} was erased` }),
    what: rule.what,
    role,
    person: name,
    key: publicKey,
    at: writing.at,
  };
  const { text, minisig } = vault.signNote(statement, `cordon approval of ${record.number} as ${role}`);
  return writing.create('approval', { caseId: record.caseId, fields: { of: record.id, what: rule.what, role, by: name, at: writing.at, entry, statement: text, minisig } });
}

/** The salted digest that the journal keeps of an entry's content; null once the content was erased. */
function bodyOf({ transaction }: Writing, entry: number): string | null {
  const found = prepared<{ head: Buffer; erased: number }>(transaction.db, 'SELECT head, image IS NULL AS erased FROM journal WHERE seq = ?').get(entry);
  if (!found || found.erased) return null;
  const { body } = headOf(found.head);
  return typeof body === 'string' ? body : refuse({ code: 'vault-damaged', file: 'vault.db', part: 'an entry of the journal' });
}

/** What the head of an entry says, as far as it can be read: compared, never trusted, because whoever has a key can put anything there. */
function headOf(bytes: Buffer): { readonly record?: unknown; readonly body?: unknown } {
  try {
    const read: unknown = JSON.parse(bytes.toString());
    return typeof read === 'object' && read !== null ? read : {};
  } catch {
    return {};
  }
}

/**
 * What is wrong with a stored approval, for the vault's `verify`: its signature, its maker, or what it says of the journal. Null for a record of another
 * kind and for one that is sound.
 */
export function wrongInApproval(vault: Pick<Vault, 'signer' | 'reader'>, record: AnyRecord): string | null {
  if (record.kind !== 'approval') return null;
  const { of, role, by, at, entry, what, statement, minisig } = record.fields;
  const signer = vault.signer(String(statement), String(minisig));
  if (!signer) return 'no key of this vault signed what it says';
  const read = approvalStatement.safeParse(signer.says);
  if (!read.success) return 'what was signed is not an approval';
  const said = read.data;
  if (said.record !== of || said.role !== role || said.person !== by || said.at !== at || said.entry !== entry || said.what !== what) return 'it does not say what was signed';
  const head = prepared<{ head: Buffer }>(vault.reader, 'SELECT head FROM journal WHERE seq = ?').get(said.entry)?.head;
  const { record: id, body } = head ? headOf(head) : {};
  return id === said.record && body === said.body ? null : 'the journal does not hold what was signed';
}
