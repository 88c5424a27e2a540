import { amongUs } from '../../shared/records/field.ts';
import type { NameOf } from '../../shared/records/plain-text.ts';
import type { Reading } from '../records/reading.ts';
import { mayGo, type Releasing } from './release.ts';

/**
 * How a table that leaves calls the records to which its own link: by number. Beyond outside counsel one that may not go itself, or was removed, is called nothing: its number says that
 * it is there, of what kind, and how many there are before it.
 */
export function nameTo(
  reading: Reading,
  { audience, recipient, privilegedBecause }: Pick<Releasing, 'audience' | 'recipient'> & { readonly privilegedBecause?: string | undefined },
): NameOf {
  if (amongUs(audience)) return (id) => reading.get(id)?.number;
  const permission = { audience, recipient, ifWithheld: 'leave-out', ...(privilegedBecause !== undefined && { privilegedBecause }) } as const;
  /** Weighed once, however many rows name it. */
  const named = new Map<string, string>();
  return (id) => {
    const known = named.get(id);
    if (known !== undefined) return known;
    const record = reading.get(id);
    const name = record && !record.removed ? (mayGo(reading, { ...permission, records: [record] }).records[0]?.number ?? '') : '';
    named.set(id, name);
    return name;
  };
}
