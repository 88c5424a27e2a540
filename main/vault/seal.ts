import sodium from 'sodium-native';
import { secret, wipe } from './secret.ts';

const NONCE = 24;
const TAG = 16;

/** `nonce ‖ ciphertext ‖ tag`: XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03) under `key`, bound to `about`. The nonce is random: 24 bytes make a repeat impossible in practice. */
export function sealBytes(plain: Uint8Array, key: Uint8Array, about: string): Buffer {
  const sealed = Buffer.allocUnsafe(NONCE + plain.length + TAG);
  const nonce = sealed.subarray(0, NONCE);
  // Always the system's randomness, never a source given in: a repeated nonce would give the key's stream away.
  sodium.randombytes_buf(nonce);
  sodium.crypto_aead_xchacha20poly1305_ietf_encrypt(sealed.subarray(NONCE), plain, Buffer.from(about), null, nonce, key);
  return sealed;
}

/** What `sealBytes` sealed, in a buffer of its own; null when key, `about` or bytes are not the ones of then. */
export const unsealBytes = (sealed: Uint8Array, key: Uint8Array, about: string): Buffer | null => unsealInto(Buffer.allocUnsafeSlow, sealed, key, about);

/** As `unsealBytes`, for a key: its buffer is kept out of swap, and the caller wipes it. */
export const unsealKey = (sealed: Uint8Array, key: Uint8Array, about: string): Buffer | null => unsealInto(secret, sealed, key, about);

function unsealInto(buffer: (bytes: number) => Buffer, sealed: Uint8Array, key: Uint8Array, about: string): Buffer | null {
  if (sealed.length < NONCE + TAG) return null;
  const plain = buffer(sealed.length - NONCE - TAG);
  try {
    sodium.crypto_aead_xchacha20poly1305_ietf_decrypt(plain, null, sealed.subarray(NONCE), Buffer.from(about), sealed.subarray(0, NONCE), key);
    return plain;
  } catch {
    wipe(plain);
    return null;
  }
}
