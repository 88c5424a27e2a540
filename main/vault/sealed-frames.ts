import { refuse } from '../../shared/failure/failure.ts';

/** Plain bytes of one frame at the most; what `sealFrames` is given may come in pieces of any size. */
const mostInFrame = 256 * 1024;
const lengthBytes = 4;

/**
 * A stream sealed for a compartment, to be stored as a blob: frames of four bytes (the length that follows, big-endian) and what `seal` made of up to
 * 256 KiB. The blob around it is a secretstream, so frames can neither be cut off nor change places.
 */
export async function* sealFrames(source: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, seal: (plain: Uint8Array) => Uint8Array): AsyncGenerator<Uint8Array> {
  const length = Buffer.alloc(lengthBytes);
  for await (const piece of source) {
    for (let at = 0; at < piece.length; at += mostInFrame) {
      const sealed = seal(piece.subarray(at, at + mostInFrame));
      length.writeUInt32BE(sealed.length);
      yield length;
      yield sealed;
    }
  }
}

/**
 * The plain bytes of a stream that `sealFrames` made, frame by frame. `unseal` gives null for somebody who does not hold the compartment: then refuses
 * `compartment-closed`. Refuses `vault-damaged` where the frames do not add up.
 */
export async function* openFrames(source: AsyncIterable<Uint8Array>, compartment: string, unseal: (sealed: Uint8Array) => Uint8Array | null): AsyncGenerator<Uint8Array> {
  let kept: Uint8Array = Buffer.alloc(0);
  for await (const piece of source) {
    kept = kept.length === 0 ? piece : Buffer.concat([kept, piece]);
    for (;;) {
      if (kept.length < lengthBytes) break;
      const end = lengthBytes + Buffer.from(kept.buffer, kept.byteOffset, lengthBytes).readUInt32BE();
      if (kept.length < end) break;
      yield unseal(kept.subarray(lengthBytes, end)) ?? refuse({ code: 'compartment-closed', compartment });
      kept = kept.subarray(end);
    }
  }
  if (kept.length > 0) refuse({ code: 'vault-damaged', file: 'blobs', part: 'the frames of something sealed' });
}
