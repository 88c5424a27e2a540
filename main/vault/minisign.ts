import sodium from 'sodium-native';

/** An Ed25519 key pair in the form minisign knows it: with an 8-byte id, here the first bytes of the public key's BLAKE2b hash. */
export interface SigningKey {
  readonly publicKey: Uint8Array;
  readonly secretKey: Uint8Array;
}

const hash = (bytes: Uint8Array, length = 64) => {
  const digest = Buffer.alloc(length);
  sodium.crypto_generichash(digest, bytes);
  return digest;
};
const keyId = (publicKey: Uint8Array) => hash(publicKey, 32).subarray(0, 8);

const signed = (message: Uint8Array, secretKey: Uint8Array) => {
  const signature = Buffer.alloc(64);
  sodium.crypto_sign_detached(signature, message, secretKey);
  return signature;
};

/** The second line of a minisign public key file, which `minisign -P` takes by itself. */
export const publicKeyLine = (publicKey: Uint8Array): string => Buffer.concat([Buffer.from('Ed'), keyId(publicKey), publicKey]).toString('base64');

/** A minisign public key file (jedisct1.github.io/minisign, "Public key format"). */
export function publicKeyFile(publicKey: Uint8Array): string {
  const id = Buffer.from(keyId(publicKey)).reverse().toString('hex').toUpperCase();
  return `untrusted comment: minisign public key ${id}\n${publicKeyLine(publicKey)}\n`;
}

/** The `.minisig` for `bytes`: prehashed ("ED"), so `minisign -V` of 0.8 and later takes it. `trusted` is one line, signed too. */
export function minisign(bytes: Uint8Array, key: SigningKey, trusted: string): string {
  return signatureFile(hash(bytes), key, trusted);
}

/** Signs a file of any size while it is written: it is given every piece, in order. */
export interface FileSigner {
  readonly take: (piece: Uint8Array) => void;
  /** The `.minisig` of everything taken, and the public key file it is checked by. */
  readonly finish: (trusted: string) => { readonly minisig: string; readonly publicKey: string };
}

export function fileSigner(key: SigningKey): FileSigner {
  const state = Buffer.alloc(sodium.crypto_generichash_STATEBYTES);
  sodium.crypto_generichash_init(state, null, 64);
  return {
    take: (piece) => sodium.crypto_generichash_update(state, piece),
    finish: (trusted) => {
      const digest = Buffer.alloc(64);
      sodium.crypto_generichash_final(state, digest);
      return { minisig: signatureFile(digest, key, trusted), publicKey: publicKeyFile(key.publicKey) };
    },
  };
}

/** `digest` is the BLAKE2b-512 hash of what is signed. */
function signatureFile(digest: Uint8Array, key: SigningKey, trusted: string): string {
  if (trusted.includes('\n')) throw new RangeError('a trusted comment is one line');
  const signature = signed(digest, key.secretKey);
  const global = signed(Buffer.concat([signature, Buffer.from(trusted)]), key.secretKey);
  const line = Buffer.concat([Buffer.from('ED'), keyId(key.publicKey), signature]).toString('base64');
  return `untrusted comment: signature from a cordon vault\n${line}\ntrusted comment: ${trusted}\n${global.toString('base64')}\n`;
}

/** Whether `file` is a `.minisig` of `bytes` by this key, prehashed or legacy, its trusted comment included. Gives that comment, or null. */
export function checkMinisign(bytes: Uint8Array, file: string, publicKey: Uint8Array): string | null {
  const [, line = '', trustedLine = '', globalLine = ''] = file.split('\n');
  const packed = Buffer.from(line, 'base64');
  const global = Buffer.from(globalLine, 'base64');
  const algorithm = packed.toString('latin1', 0, 2);
  const start = 'trusted comment: ';
  if (packed.length !== 74 || global.length !== 64 || !trustedLine.startsWith(start) || (algorithm !== 'ED' && algorithm !== 'Ed')) return null;
  if (!packed.subarray(2, 10).equals(keyId(publicKey))) return null;
  const signature = packed.subarray(10);
  const trusted = trustedLine.slice(start.length);
  const message = algorithm === 'ED' ? hash(bytes) : bytes;
  const good =
    sodium.crypto_sign_verify_detached(signature, message, publicKey) && sodium.crypto_sign_verify_detached(global, Buffer.concat([signature, Buffer.from(trusted)]), publicKey);
  return good ? trusted : null;
}
