import type { Clock } from '../../shared/calendar/clock.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import type { Audience } from '../../shared/records/field.ts';
import { isKind } from '../../shared/records/kinds.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';
import type { Destination } from './destination.ts';
import { release, type Manifest } from './release.ts';

export interface Extracting {
  readonly number: string;
  readonly audience: Audience;
  readonly privilegedBecause?: string | undefined;
  readonly destination: Destination;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the stored bytes of one evidence item out, exactly as they came in, and records in its custody that they left. The bytes are
 * hashed again on the way: a difference, or damage that decryption finds, refuses `blob-damaged` and leaves nothing behind. To ourselves an
 * item goes by being asked for by its number; to anybody else only when its privilege is settled or a reason is given.
 */
export async function extractEvidence(desk: { readonly vault: Vault; readonly records: Records; readonly clock: Clock }, asked: Extracting): Promise<Manifest> {
  const { vault, records, clock } = desk;
  const item = records.reading().require(asked.number);
  if (!isKind(item, 'evidence_item')) return refuse({ code: 'release-withheld', numbers: [item.number], why: 'only evidence has stored bytes' });
  const sha256 = item.fields.original?.sha256;
  if (sha256 === undefined || !vault.blobs.has(sha256)) return refuse({ code: 'release-withheld', numbers: [item.number], why: 'no bytes of it are in this vault' });
  const because = asked.privilegedBecause ?? (asked.audience === 'internal' && item.privilege !== 'none' ? 'asked for by its number' : undefined);
  return release(records, {
    what: `The stored file of ${item.number}`,
    format: 'bytes',
    audience: asked.audience,
    caseId: item.caseId,
    subject: item.id,
    records: [item],
    ifWithheld: 'refuse',
    destination: asked.destination,
    make: () => storedBytes(vault, sha256, item.number, item.fields.original?.filename ?? item.number),
    alongside: (writing, written) => {
      if (written !== sha256) refuse({ code: 'blob-damaged', number: item.number, file: asked.destination.name });
      const now = writing.require(item.id);
      if (!isKind(now, 'evidence_item')) throw new Error('a record changed its kind');
      const custody = now.fields.custody ?? [];
      const event = custodyEvent('exported', { at: writing.at, zone: clock().zone, by: writing.actor }, custody, {
        tool: 'Cordon',
        hashBefore: sha256,
        hashAfter: written,
        note: `as ${asked.destination.name}`,
        purpose: because ?? `for ${asked.audience}`,
      });
      writing.update(now.id, { fields: { custody: [...custody, event] } });
    },
    ...(because !== undefined && { privilegedBecause: because }),
    ...(asked.signal && { signal: asked.signal }),
  });
}

/** The stored bytes; damage is named by the item, because nobody knows a blob by its name. */
async function* storedBytes(vault: Vault, sha256: string, number: string, file: string): AsyncGenerator<Uint8Array> {
  try {
    yield* vault.blobs.open(sha256);
  } catch (thrown) {
    throw thrown instanceof Refused && thrown.failure.code === 'blob-damaged' ? new Refused({ code: 'blob-damaged', number, file }) : thrown;
  }
}
