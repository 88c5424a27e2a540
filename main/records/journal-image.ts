import { refuse } from '../../shared/failure/failure.ts';
import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import type { Seals } from './row.ts';

/** The columns of a journal entry that its image is read with. */
export interface StoredImage {
  readonly kind: string;
  readonly shape: number;
  readonly compartment: string | null;
  /** Its bytes; of one that is not sealed, its text serves as well. */
  readonly image: Uint8Array | string | null;
}
export interface Image {
  readonly reason: string | null;
  /** Null where the entry leaves no record: one of the vault itself, or one that says what was erased. */
  readonly record: AnyRecord | null;
}

/**
 * What an entry says of its record, brought to today's shape: stored bytes are never rewritten, so old shapes are upgraded at every
 * reading. Null when nothing can be said: the content was erased, or is sealed for the person at work. Refuses `vault-damaged` for an image that nobody's act wrote.
 */
export function readImage(stored: StoredImage, seals: Seals): Image | null {
  if (stored.image === null) return null;
  const plain = stored.compartment === null ? stored.image : typeof stored.image === 'string' ? damaged() : seals.unseal('people', stored.image);
  if (!plain) return null;
  const { reason, record } = parsed(plain);
  // Proof of the cast: the vault writes images of this form, its `verify` re-hashes them, and an upgrade changes fields only.
  return { reason, record: kindNamed(stored.kind) && 'fields' in record ? (upgraded(stored.kind, stored.shape, ofKind(stored.kind, record)) as AnyRecord) : null };
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;
const damaged = (): never => refuse({ code: 'vault-damaged', file: 'vault.db', part: 'an entry of the journal' });

function parsed(plain: Uint8Array | string): { readonly reason: string | null; readonly record: object } {
  let read: unknown;
  try {
    read = JSON.parse(typeof plain === 'string' ? plain : Buffer.from(plain).toString());
  } catch {
    return damaged();
  }
  if (!isObject(read) || !('record' in read) || !isObject(read.record)) return damaged();
  return { reason: 'reason' in read && typeof read.reason === 'string' ? read.reason : null, record: read.record };
}

/** The record, where it is of the kind that its entry says and has fields: whoever has a key can put anything there. */
function ofKind(kind: string, record: object): object {
  return 'kind' in record && record.kind === kind && 'fields' in record && isObject(record.fields) ? record : damaged();
}
