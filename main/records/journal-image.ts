import { kindNamed } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { upgraded } from '../../shared/records/upgrade.ts';
import type { Seals } from './row.ts';

/** The columns of a journal entry that its image is read with. */
export interface StoredImage {
  readonly kind: string;
  readonly shape: number;
  readonly compartment: string | null;
  readonly image: Uint8Array | null;
}
export interface Image {
  readonly reason: string | null;
  /** Null where the entry leaves no record: one of the vault itself, or one that says what was erased. */
  readonly record: AnyRecord | null;
}

/**
 * What an entry says of its record, brought to today's shape: stored bytes are never rewritten, so old shapes are upgraded at every
 * reading. Null when nothing can be said: the content was erased, or is sealed for the person at work.
 */
export function readImage(stored: StoredImage, seals: Seals): Image | null {
  if (stored.image === null) return null;
  const plain = stored.compartment === null ? stored.image : seals.unseal('people', stored.image);
  if (!plain) return null;
  // Proof of the casts: the vault writes images of this form, its `verify` re-hashes them, and an upgrade changes fields only.
  const { reason, record } = JSON.parse(Buffer.from(plain).toString()) as { reason: string | null; record: object };
  return { reason, record: kindNamed(stored.kind) && 'fields' in record ? (upgraded(stored.kind, stored.shape, record) as AnyRecord) : null };
}
