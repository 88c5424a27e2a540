/** Somebody whose key signed something, as the vault knows them. */
export interface Signer {
  readonly name: string;
  /** The same for all keys that one human had in this vault. */
  readonly human: string;
  /** What was signed, taken apart. Nothing of it is believed before it was compared. */
  readonly says: Readonly<Record<string, unknown>>;
}

/** What guards and papers may ask about keys, without ever holding one. */
export interface Signatures {
  /** Who is at work. `human` is null under the recovery key, which signs as nobody. */
  readonly actor: { readonly name: string; readonly human: string | null };
  /** Whether a person of this name opens the vault, and so signs for themselves. */
  hasKey(name: string): boolean;
  /** Who of this vault signed `statement`; null when the signature does not verify, its key is nobody's here, or it speaks of another vault. */
  signer(statement: string, minisig: string): Signer | null;
  /** The fields of a record as an entry left them, in today's shape; null when that cannot be read. */
  fieldsAt(record: string, entry: number): Readonly<Record<string, unknown>> | null;
}

/** For looking at records outside a vault (samples, checks before an import): nobody has a key there. */
export const noSignatures: Signatures = { actor: { name: '', human: null }, hasKey: () => false, signer: () => null, fieldsAt: () => null };
