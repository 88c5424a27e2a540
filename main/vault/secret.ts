import sodium from 'sodium-native';

/**
 * A zeroed buffer for a key, kept out of swap where the system allows it. Not `sodium_malloc`: Electron forbids memory that V8 did not
 * allocate. `allocUnsafeSlow` gives it memory of its own instead of a slice of the shared pool.
 */
export function secret(bytes: number): Buffer {
  const buffer = Buffer.allocUnsafeSlow(bytes).fill(0);
  try {
    sodium.sodium_mlock(buffer);
  } catch {
    // The limit of locked memory is used up (RLIMIT_MEMLOCK): the key still works, it could only be swapped.
  }
  return buffer;
}

/** Overwrites a key. The buffer must not be used again. */
export function wipe(buffer: Uint8Array): void {
  sodium.sodium_memzero(buffer);
  try {
    sodium.sodium_munlock(buffer);
  } catch {
    // It was never locked.
  }
}
