import { hkdfSync } from 'node:crypto';
import { secret, wipe } from './secret.ts';

/** What the master key is for. Each use has a key of its own, so that none can be turned against another. */
export interface Keys {
  readonly database: Buffer;
  readonly slotMac: Buffer;
  readonly anchorMac: Buffer;
  readonly blobWrap: Buffer;
  readonly about: Buffer;
  readonly checkpointWrap: Buffer;
  readonly drafts: Buffer;
}

/** HKDF-SHA256 (RFC 5869): `from` with the vault's id as salt and `use` as info. */
export function derive(from: Uint8Array, vault: string, use: string): Buffer {
  const key = secret(32);
  key.set(new Uint8Array(hkdfSync('sha256', from, vault, `cordon/1 ${use}`, 32)));
  return key;
}

/** The keys of a vault. The caller wipes them. */
export function keysOf(master: Uint8Array, vault: string): Keys {
  return {
    database: derive(master, vault, 'database'),
    slotMac: derive(master, vault, 'slot mac'),
    anchorMac: derive(master, vault, 'anchor mac'),
    blobWrap: derive(master, vault, 'blob wrap'),
    about: derive(master, vault, 'about'),
    checkpointWrap: derive(master, vault, 'checkpoint wrap'),
    drafts: derive(master, vault, 'drafts'),
  };
}

export function wipeKeys(keys: Keys): void {
  for (const key of Object.values(keys) as Buffer[]) wipe(key);
}
