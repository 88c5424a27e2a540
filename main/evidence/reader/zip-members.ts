import { crc32, inflateRawSync } from 'node:zlib';
import type { Member } from './zip-directory.ts';

/** A member unpacked, exactly as many bytes as it claims; null where it is damaged. `raw` begins with its local header. */
export function unpackMember({ method, packed, unpacked, crc32: wanted }: Member, raw: Uint8Array): Uint8Array | null {
  try {
    const view = Buffer.from(raw.buffer, raw.byteOffset, raw.byteLength);
    const from = 30 + view.readUInt16LE(26) + view.readUInt16LE(28);
    const content = view.subarray(from, from + packed);
    // One byte more than it claims is enough to know that the claim is false.
    const bytes = method === 0 ? content : inflateRawSync(content, { maxOutputLength: unpacked + 1 });
    return bytes.length === unpacked && crc32(bytes) === wanted ? bytes : null;
  } catch {
    return null;
  }
}
