import type { Audience } from '../../shared/records/field.ts';
import type { RecordOf } from '../../shared/records/kinds.ts';
import type { Records } from '../records/records.ts';
import { minisignKey, type Person } from '../vault/vault.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';

export const approvalsFormat = 'cordon-approvals/1';

export interface ExportingApprovals {
  /** Number of the record whose approvals go out; all of the vault when it is left out. */
  readonly number?: string | undefined;
  readonly audience: Audience;
  /** Whoever signs here or once did: their public keys go with the signatures. */
  readonly people: readonly Person[];
  readonly destination: Destination;
  readonly signal?: AbortSignal;
}

/**
 * Lets approvals leave with everything a stranger needs to check them without us: the exact text that was signed, its `.minisig`, and the public key.
 * Refuses `record-not-found` and what `release` refuses.
 */
export function exportApprovals(records: Records, { number, audience, people, destination, signal }: ExportingApprovals): Promise<Manifest> {
  const reading = records.reading();
  const of = number === undefined ? undefined : reading.require(number);
  const approvals = of === undefined ? reading.all('approval') : reading.linkingTo(of.id, 'approves');
  return release(records, {
    what: of === undefined ? 'Approvals' : `Approvals of ${of.number}`,
    format: 'approvals',
    audience,
    caseId: of?.caseId ?? null,
    ...(of && { subject: of.id }),
    records: approvals,
    ifWithheld: 'leave-out',
    destination,
    // Proof of the cast: only approvals were asked for, and their own schema parsed them.
    make: (going) => [textOf(going as unknown as readonly RecordOf<'approval'>[], people)],
    ...(signal && { signal }),
  });
}

function textOf(approvals: readonly RecordOf<'approval'>[], people: readonly Person[]): Uint8Array {
  const keys = people.flatMap(({ name, publicKey, since, state }) => (publicKey === null ? [] : [{ name, publicKey, minisign: minisignKey(publicKey), since, state }]));
  const given = approvals.map(({ number, fields: { statement, minisig, by, role, what } }) => ({ number, what, role, by, statement, minisig }));
  const how = 'Write "statement" to a file as it stands (UTF-8, no line end after it) and "minisig" beside it as FILE.minisig; then: minisign -V -P KEY -m FILE';
  return new TextEncoder().encode(`${JSON.stringify({ format: approvalsFormat, how, people: keys, approvals: given }, null, 2)}\n`);
}
