import path from 'node:path';
import sodium from 'sodium-native';
import { readWhole, replaceFile } from './durable-file.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './merkle.ts';
import { checkMinisign, minisign, publicKeyFile, type SigningKey } from './minisign.ts';

/** A signed statement of where the journal stood: a C2SP tlog-checkpoint, and a minisign signature of the same bytes. */
export interface Checkpoint {
  readonly origin: string;
  readonly seq: number;
  /** RFC 6962 root over the first `seq` entries, base64. */
  readonly root: string;
  readonly note: string;
  readonly minisig: string;
  /** A minisign public key file. */
  readonly publicKey: string;
}

const files = { note: 'checkpoint', minisig: 'checkpoint.minisig', publicKey: 'checkpoint.pub' } as const;

export const originOf = (vault: string): string => `cordon.vault/${vault}`;

/** The text that is signed (c2sp.org/tlog-checkpoint): origin, size, root. */
const textOf = (origin: string, seq: number, root: string) => `${origin}\n${seq}\n${root}\n`;

/** c2sp.org/signed-note: the first four bytes of SHA-256(name ‖ 0x0A ‖ 0x01 ‖ Ed25519 public key). */
const noteKeyId = (name: string, publicKey: Uint8Array) => sha256(Buffer.from(`${name}\n\x01`), publicKey).subarray(0, 4);

export function makeCheckpoint(vault: string, seq: number, root: string, key: SigningKey, instant: number): Checkpoint {
  const origin = originOf(vault);
  const text = textOf(origin, seq, root);
  const signature = Buffer.alloc(64);
  sodium.crypto_sign_detached(signature, Buffer.from(text), key.secretKey);
  const note = `${text}\n\u2014 ${origin} ${Buffer.concat([noteKeyId(origin, key.publicKey), signature]).toString('base64')}\n`;
  const minisig = minisign(Buffer.from(note), key, `timestamp:${Math.floor(instant / 1000)}\tfile:checkpoint\thashed`);
  return { origin, seq, root, note, minisig, publicKey: publicKeyFile(key.publicKey) };
}

/** Puts the checkpoint beside the database, where `minisign -V -p checkpoint.pub -m checkpoint` finds it. */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint): void {
  for (const [part, name] of Object.entries(files) as [keyof typeof files, string][]) replaceFile(path.join(folder, name), Buffer.from(checkpoint[part]));
}

export interface CheckpointRead {
  /** Null when there is none yet, or when it is not sound: then `findings` says why. */
  readonly at: { readonly seq: number; readonly root: string } | null;
  readonly findings: readonly Finding[];
}

/** The last checkpoint in the folder, checked against the vault's own key and to the byte against what this vault would have signed. */
export function readCheckpoint(folder: string, vault: string, key: SigningKey): CheckpointRead {
  const [note, minisig, publicKey] = [files.note, files.minisig, files.publicKey].map((name) => readWhole(path.join(folder, name)));
  if (!note && !minisig && !publicKey) return { at: null, findings: [{ part: files.note, what: 'the file is missing' }] };
  const parts = note?.toString().split('\n') ?? [];
  const [seq, root] = [Number(parts[1]), parts[2] ?? ''];
  const trusted = note && minisig ? checkMinisign(note, minisig.toString(), key.publicKey) : null;
  const instant = Number(/^timestamp:(\d+)\t/.exec(trusted ?? '')?.[1] ?? Number.NaN) * 1000;
  // Ed25519 is deterministic: a sound checkpoint is exactly what signing it again gives.
  const again = Number.isSafeInteger(seq) && Number.isFinite(instant) ? makeCheckpoint(vault, seq, root, key, instant) : null;
  const findings: Finding[] = [];
  if (!note || !again || note.toString() !== again.note) findings.push({ part: files.note, what: note ? 'its signature does not verify' : 'the file is missing' });
  if (!minisig || (again && minisig.toString() !== again.minisig) || !again) findings.push({ part: files.minisig, what: minisig ? 'it does not verify' : 'the file is missing' });
  if (publicKey?.toString() !== publicKeyFile(key.publicKey)) findings.push({ part: files.publicKey, what: "it is not this vault's key" });
  return { at: findings.length === 0 ? { seq, root } : null, findings };
}
