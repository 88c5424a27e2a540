/** The parts of libsodium that the vault uses; the package carries no types. */
declare module 'sodium-native' {
  interface Sodium {
    readonly crypto_pwhash_ALG_ARGON2ID13: number;
    readonly crypto_secretstream_xchacha20poly1305_STATEBYTES: number;
    readonly crypto_secretstream_xchacha20poly1305_HEADERBYTES: number;
    readonly crypto_secretstream_xchacha20poly1305_ABYTES: number;
    readonly crypto_secretstream_xchacha20poly1305_KEYBYTES: number;
    readonly crypto_secretstream_xchacha20poly1305_TAG_MESSAGE: number;
    readonly crypto_secretstream_xchacha20poly1305_TAG_FINAL: number;
    sodium_memzero(buffer: Uint8Array): void;
    sodium_mlock(buffer: Uint8Array): void;
    sodium_munlock(buffer: Uint8Array): void;
    randombytes_buf(buffer: Uint8Array): void;
    crypto_pwhash_async(output: Uint8Array, password: Uint8Array, salt: Uint8Array, passes: number, memory: number, algorithm: number, done: (error: Error | null) => void): void;
    crypto_aead_xchacha20poly1305_ietf_encrypt(cipher: Uint8Array, message: Uint8Array, data: Uint8Array | null, secretNonce: null, nonce: Uint8Array, key: Uint8Array): number;
    crypto_aead_xchacha20poly1305_ietf_decrypt(message: Uint8Array, secretNonce: null, cipher: Uint8Array, data: Uint8Array | null, nonce: Uint8Array, key: Uint8Array): number;
    crypto_secretstream_xchacha20poly1305_init_push(state: Uint8Array, header: Uint8Array, key: Uint8Array): void;
    crypto_secretstream_xchacha20poly1305_push(state: Uint8Array, cipher: Uint8Array, message: Uint8Array, data: Uint8Array | null, tag: number): number;
    crypto_secretstream_xchacha20poly1305_init_pull(state: Uint8Array, header: Uint8Array, key: Uint8Array): void;
    crypto_secretstream_xchacha20poly1305_pull(state: Uint8Array, message: Uint8Array, tag: Uint8Array, cipher: Uint8Array, data: Uint8Array | null): number;
    crypto_box_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
    crypto_box_seal(cipher: Uint8Array, message: Uint8Array, publicKey: Uint8Array): void;
    crypto_box_seal_open(message: Uint8Array, cipher: Uint8Array, publicKey: Uint8Array, secretKey: Uint8Array): boolean;
    crypto_sign_seed_keypair(publicKey: Uint8Array, secretKey: Uint8Array, seed: Uint8Array): void;
    crypto_sign_detached(signature: Uint8Array, message: Uint8Array, secretKey: Uint8Array): void;
    crypto_sign_verify_detached(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean;
    readonly crypto_generichash_STATEBYTES: number;
    crypto_generichash_init(state: Uint8Array, key: null, length: number): void;
    crypto_generichash_update(state: Uint8Array, input: Uint8Array): void;
    crypto_generichash_final(state: Uint8Array, output: Uint8Array): void;
    crypto_generichash(output: Uint8Array, input: Uint8Array): void;
    crypto_hash_sha256(output: Uint8Array, input: Uint8Array): void;
  }
  const sodium: Sodium;
  export default sodium;
}
