import { createHash } from 'node:crypto';

/** The name space of Cordon's own names: RFC 9562 §5.5 over the URL name space and `cordon/1 oscal`. */
const space = Buffer.from('6ba7b8119dad11d180b400c04fd430c8', 'hex');

/**
 * A version 5 UUID of `name`: the same name gives the same one, so that a plan written twice speaks of the same things. OSCAL takes versions 4 and
 * 5 only, and ours are 7. SHA-1 is what the standard says; nothing is kept safe by it.
 */
export function uuidV5(name: string): string {
  const bytes = createHash('sha1').update(space).update(`cordon/1 oscal ${name}`).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const text = bytes.toString('hex');
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-');
}
