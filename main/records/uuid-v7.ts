/**
 * A UUIDv7 (RFC 9562 §5.7) as text: 48 bits of Unix milliseconds, then randomness. An identifier that sorts by age, never a secret.
 * Ours because Electron 33 has no `randomUUIDv7`. `random` gives at least 10 bytes; a time outside 48 bits is a bug and throws.
 */
export function uuidV7(instant: number, random: (bytes: number) => Uint8Array): string {
  if (!Number.isInteger(instant) || instant < 0 || instant >= 2 ** 48) throw new RangeError(`not a time for an id: ${instant}`);
  const tail = Buffer.from(random(10).subarray(0, 10));
  tail[0] = ((tail[0] ?? 0) & 0x0f) | 0x70;
  tail[2] = ((tail[2] ?? 0) & 0x3f) | 0x80;
  const hex = instant.toString(16).padStart(12, '0') + tail.toString('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
