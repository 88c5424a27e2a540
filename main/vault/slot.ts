import sodium from 'sodium-native';
import { canonicalBytes } from './canonical.ts';
import { derive, type Keys } from './keys.ts';
import { stretch, type Effort } from './passphrase.ts';
import { sealBytes, unsealBytes, unsealKey } from './seal.ts';
import { secret, wipe } from './secret.ts';
import type { PersonSlot, RecoverySlot, Slot } from './slots-file.ts';

/** What opening a slot gives. `seed` is the person's Ed25519 seed; the recovery key has none, so it signs as nobody. The caller wipes them. */
export interface Opened {
  readonly slot: Slot;
  readonly master: Buffer;
  readonly seed: Buffer | null;
  /** X25519 seed: opens what was granted to this slot. */
  readonly box: Buffer;
}

/** What is known of a slot's owner once the vault is open. */
export interface About {
  readonly name: string;
  /** Ed25519 public key, base64; null for the recovery key. */
  readonly sign: string | null;
  readonly box: string;
  readonly since: number;
  /** Names this person bore before. The journal knows them too, so nobody else may ever bear them. */
  readonly formerly?: readonly string[];
  /** The slot whose key this person lost: the recovery key cannot bring a signing key back, so a new one was made. */
  readonly replaces?: string;
}

const slotText = (vault: string, slot: string, kind: string) => `cordon/1 slot ${vault} ${slot} ${kind}`;
const aboutText = (vault: string, slot: string) => `cordon/1 about ${vault} ${slot}`;

export const signKeyOf = (seed: Uint8Array): { publicKey: Buffer; secretKey: Buffer } => {
  const pair = { publicKey: Buffer.alloc(32), secretKey: secret(64) };
  sodium.crypto_sign_seed_keypair(pair.publicKey, pair.secretKey, seed);
  return pair;
};
const boxKeyOf = (seed: Uint8Array): { publicKey: Buffer; secretKey: Buffer } => {
  const pair = { publicKey: Buffer.alloc(32), secretKey: secret(32) };
  sodium.crypto_box_seed_keypair(pair.publicKey, pair.secretKey, seed);
  return pair;
};

/** A compartment's key, readable for the owner of the slot with this box key and nobody else. */
export function grant(compartmentKey: Uint8Array, box: string): string {
  const sealed = Buffer.alloc(compartmentKey.length + 48);
  sodium.crypto_box_seal(sealed, compartmentKey, Buffer.from(box, 'base64'));
  return sealed.toString('base64');
}

/** The compartment keys granted to an opened slot. A grant that does not open is left out: the person then has not got it. */
export function grantsOf({ slot, box }: Opened): Map<string, Buffer> {
  const keys = new Map<string, Buffer>();
  if (slot.kind === 'former') return keys;
  const pair = boxKeyOf(box);
  for (const [compartment, sealed] of Object.entries(slot.grants)) {
    const bytes = Buffer.from(sealed, 'base64');
    const key = secret(32);
    if (bytes.length === 80 && sodium.crypto_box_seal_open(key, bytes, pair.publicKey, pair.secretKey)) keys.set(compartment, key);
  }
  wipe(pair.secretKey);
  return keys;
}

export const sealAbout = (about: About, keys: Keys, vault: string, slot: string): string => sealBytes(canonicalBytes(about), keys.about, aboutText(vault, slot)).toString('base64');

/** What the vault knows of a slot's owner, or null when it was not written with this vault's key. */
export function aboutOf(slot: Slot, keys: Keys, vault: string): About | null {
  const plain = unsealBytes(Buffer.from(slot.about, 'base64'), keys.about, aboutText(vault, slot.id));
  // Proof of the cast: the bytes are authentic, so `sealAbout` of this or an older program wrote them.
  return plain && (JSON.parse(plain.toString()) as About);
}

/** What is common to making either kind of slot. */
export interface NewSlot {
  readonly vault: string;
  readonly id: string;
  readonly master: Uint8Array;
  readonly keys: Keys;
  readonly compartments: ReadonlyMap<string, Uint8Array>;
  readonly since: number;
  readonly random: (bytes: number) => Uint8Array;
  readonly formerly?: readonly string[];
  readonly replaces?: string;
}

const granted = (compartments: ReadonlyMap<string, Uint8Array>, box: string) => Object.fromEntries([...compartments].map(([name, key]) => [name, grant(key, box)]));

const keptOf = ({ formerly, replaces }: NewSlot) => ({ ...(formerly && { formerly }), ...(replaces !== undefined && { replaces }) });

/** A slot for a person, with signing and box keys that never existed before and that no other slot holds. */
export async function personSlot(made: NewSlot, name: string, passphrase: Uint8Array, effort: Effort): Promise<{ slot: PersonSlot; about: About; opened: Opened }> {
  const seed = made.random(32);
  const box = made.random(32);
  const boxPair = boxKeyOf(box);
  const signPair = signKeyOf(seed);
  const about: About = { name, sign: signPair.publicKey.toString('base64'), box: boxPair.publicKey.toString('base64'), since: made.since, ...keptOf(made) };
  wipe(boxPair.secretKey);
  wipe(signPair.secretKey);
  const payload = Buffer.concat([made.master, seed, box]);
  const { stretched, ...sealed } = await sealPayload(payload, made.vault, made.id, passphrase, effort, made.random);
  const slot: PersonSlot = {
    id: made.id,
    kind: 'person',
    ...sealed,
    grants: granted(made.compartments, about.box),
    about: sealAbout(about, made.keys, made.vault, made.id),
  };
  wipe(seed);
  wipe(box);
  // Opening what was just sealed proves that it does open, before anybody relies on it.
  const opened = openPersonSlot(slot, made.vault, stretched);
  wipe(stretched);
  if (!opened) throw new Error('the new slot does not open with its own passphrase');
  return { slot, about, opened };
}

/** Seals what a person's slot holds under a passphrase; wipes `payload`. The caller wipes `stretched`, which is no part of the slot. */
export async function sealPayload(
  payload: Buffer,
  vault: string,
  id: string,
  passphrase: Uint8Array,
  effort: Effort,
  random: (bytes: number) => Uint8Array,
): Promise<Pick<PersonSlot, 'kdf' | 'key'> & { stretched: Buffer }> {
  const salt = Buffer.from(random(16));
  const stretched = await stretch(passphrase, salt, effort);
  const key = sealBytes(payload, stretched, slotText(vault, id, 'person')).toString('base64');
  wipe(payload);
  return { kdf: { name: 'argon2id', memoryMiB: effort.memoryMiB, passes: effort.passes, salt: salt.toString('base64') }, key, stretched };
}

/** The slot of the recovery key: 32 bytes of entropy need no stretching. It holds every compartment and no signing seed. */
export function recoverySlot(made: NewSlot, entropy: Uint8Array): RecoverySlot {
  const box = made.random(32);
  const boxPair = boxKeyOf(box);
  wipe(boxPair.secretKey);
  const about: About = { name: 'recovery key', sign: null, box: boxPair.publicKey.toString('base64'), since: made.since };
  const wrap = derive(entropy, made.vault, 'recovery');
  const payload = Buffer.concat([made.master, box]);
  const key = sealBytes(payload, wrap, slotText(made.vault, made.id, 'recovery')).toString('base64');
  wipe(wrap);
  wipe(payload);
  wipe(box);
  return { id: made.id, kind: 'recovery', key, grants: granted(made.compartments, about.box), about: sealAbout(about, made.keys, made.vault, made.id) };
}

function split(slot: Slot, payload: Buffer | null, lengths: readonly [number, number, number]): Opened | null {
  if (payload?.length !== lengths[0] + lengths[1] + lengths[2]) return null;
  const part = (from: number, length: number) => {
    const bytes = secret(length);
    payload.copy(bytes, 0, from, from + length);
    return bytes;
  };
  const opened = { slot, master: part(0, 32), seed: lengths[1] > 0 ? part(32, lengths[1]) : null, box: part(32 + lengths[1], 32) };
  wipe(payload);
  return opened;
}

/** Opens a person's slot with a stretched passphrase, or null when it is not theirs. */
export const openPersonSlot = (slot: PersonSlot, vault: string, stretched: Uint8Array): Opened | null =>
  split(slot, unsealKey(Buffer.from(slot.key, 'base64'), stretched, slotText(vault, slot.id, 'person')), [32, 32, 32]);

/** Opens the recovery slot with the 32 bytes behind its words, or null when they are another vault's. */
export function openRecoverySlot(slot: RecoverySlot, vault: string, entropy: Uint8Array): Opened | null {
  const wrap = derive(entropy, vault, 'recovery');
  const opened = split(slot, unsealKey(Buffer.from(slot.key, 'base64'), wrap, slotText(vault, slot.id, 'recovery')), [32, 0, 32]);
  wipe(wrap);
  return opened;
}
