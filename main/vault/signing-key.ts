import { refuse } from '../../shared/failure/failure.ts';
import type { Database } from './database.ts';
import type { SigningKey } from './minisign.ts';
import { unsealKey } from './seal.ts';

export const signingKeyText = (vault: string): string => `cordon/1 signing key ${vault}`;

/** The vault's own signing key, sealed in its head row. Refuses `vault-damaged` when it does not open. */
export function signingKeyOf(db: Database, wrap: Uint8Array, vault: string): SigningKey & { secretKey: Buffer } {
  const row = db.prepare<[], { public_key: Buffer; signing_key: Buffer }>('SELECT public_key, signing_key FROM head').get();
  const secretKey = row && unsealKey(row.signing_key, wrap, signingKeyText(vault));
  return row && secretKey ? { publicKey: row.public_key, secretKey } : refuse({ code: 'vault-damaged', file: 'vault.db', part: "the vault's signing key" });
}
