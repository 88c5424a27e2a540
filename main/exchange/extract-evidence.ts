import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Audience } from '../../shared/records/field.ts';
import { isKind } from '../../shared/records/kinds.ts';
import type { Records } from '../records/records.ts';
import type { Vault } from '../vault/vault.ts';
import type { Destination } from './destination.ts';
import { storedBytes } from './evidence-payload.ts';
import { recordLeaving } from './leaving-custody.ts';
import { orQuarantine } from '../records/quarantine.ts';
import { release, type Manifest, type Releasing } from './release.ts';

export interface Extracting {
  readonly number: string;
  readonly audience: Audience;
  readonly recipient?: string | undefined;
  readonly privilegedBecause?: string | undefined;
  readonly destination: Destination;
  readonly signal?: AbortSignal | undefined;
}

/**
 * Writes the stored bytes of one evidence item out, exactly as they came in, and records in its custody that they left. The bytes are
 * hashed again on the way: a difference, or damage that decryption finds, refuses `blob-damaged`, leaves nothing behind and puts the item in quarantine. To ourselves an
 * item goes by being asked for by its number; to anybody else only when its privilege is settled or a reason is given.
 */
export async function extractEvidence(desk: { readonly vault: Vault; readonly records: Records; readonly clock: Clock }, asked: Extracting): Promise<Manifest> {
  const { vault, records, clock } = desk;
  const item = records.reading().require(asked.number);
  if (!isKind(item, 'evidence_item')) return refuse({ code: 'release-withheld', numbers: [item.number], why: 'only evidence has stored bytes' });
  if (item.sequestered) return refuse({ code: 'release-withheld', numbers: [item.number], why: `it is sequestered: ${item.sequestered.reason}` });
  const sha256 = item.fields.original?.sha256;
  if (sha256 === undefined || !vault.blobs.has(sha256)) return refuse({ code: 'release-withheld', numbers: [item.number], why: 'no bytes of it are in this vault' });
  const because = asked.privilegedBecause ?? (asked.audience === 'internal' && item.privilege !== 'none' ? 'asked for by its number' : undefined);
  const going: Releasing = {
    what: `The stored file of ${item.number}`,
    format: 'bytes',
    audience: asked.audience,
    recipient: asked.recipient,
    caseId: item.caseId,
    subject: item.id,
    records: [item],
    ifWithheld: 'refuse',
    destination: asked.destination,
    make: () => storedBytes(vault, sha256, item.number, item.fields.original?.filename ?? item.number),
    alongside: (writing, written) => {
      if (written !== sha256) refuse({ code: 'blob-damaged', number: item.number, file: asked.destination.name });
      recordLeaving(writing, [item], clock, asked.destination.name, asked.audience);
    },
    ...(because !== undefined && { privilegedBecause: because }),
    ...(asked.signal && { signal: asked.signal }),
  };
  return orQuarantine(desk, item, () => release(records, going));
}
