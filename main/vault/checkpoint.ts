import { existsSync } from 'node:fs';
import path from 'node:path';
import sodium from 'sodium-native';
import { readWhole, replaceFile } from './durable-file.ts';
import type { Finding } from './finding.ts';
import { sha256 } from './merkle.ts';
import { minisign, publicKeyFile, type SigningKey } from './minisign.ts';

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
  // The comment says what the note says, so that each of the two files can be checked by itself: a crash may leave one of them older.
  const minisig = minisign(Buffer.from(note), key, `timestamp:${Math.floor(instant / 1000)}\tfile:checkpoint\thashed\tseq:${seq}\troot:${root}`);
  return { origin, seq, root, note, minisig, publicKey: publicKeyFile(key.publicKey) };
}

/** Puts the checkpoint beside the database, where `minisign -V -p checkpoint.pub -m checkpoint` finds it. Refuses `disk-full`, `file-unwritable`. */
export function writeCheckpoint(folder: string, checkpoint: Checkpoint): void {
  for (const [part, name] of Object.entries(files) as [keyof typeof files, string][]) {
    const bytes = Buffer.from(checkpoint[part]);
    if (part !== 'publicKey' || !existsSync(path.join(folder, name))) replaceFile(path.join(folder, name), bytes);
  }
}

/** What a file of a checkpoint says of the journal. */
export interface Signed {
  readonly part: string;
  readonly seq: number;
  readonly root: string;
}

export interface CheckpointRead {
  /** What the sound ones of the note and its signature file say: the same, but for a crash between writing one and the other. */
  readonly signed: readonly Signed[];
  readonly findings: readonly Finding[];
}

/**
 * The last checkpoint in the folder. Ed25519 is deterministic, so a sound file is to the byte what signing again gives; anything else is
 * a finding, down to the comment that minisign calls untrusted.
 */
export function readCheckpoint(folder: string, vault: string, key: SigningKey): CheckpointRead {
  const [note, minisig, publicKey] = [files.note, files.minisig, files.publicKey].map((name) => readWhole(path.join(folder, name))?.toString());
  const noted = /^[^\n]+\n(\d{1,15})\n([^\n]+)\n/.exec(note ?? '');
  const commented = /\ntrusted comment: timestamp:(\d{1,15})\t[^\n]*\tseq:(\d{1,15})\troot:([^\n]+)\n/.exec(minisig ?? '');
  const signed: Signed[] = [];
  const findings: Finding[] = [];
  const check = (part: string, found: string | undefined, seq: string | undefined, root: string | undefined, again: (made: Checkpoint) => string, instant: number) => {
    const sound = seq !== undefined && root !== undefined && again(makeCheckpoint(vault, Number(seq), root, key, instant)) === found;
    if (sound) signed.push({ part, seq: Number(seq), root });
    else findings.push({ part, what: found === undefined ? 'the file is missing' : 'its signature does not verify' });
  };
  check(files.note, note, noted?.[1], noted?.[2], (made) => made.note, 0);
  check(files.minisig, minisig, commented?.[2], commented?.[3], (made) => made.minisig, Number(commented?.[1]) * 1000);
  if (publicKey !== publicKeyFile(key.publicKey)) findings.push({ part: files.publicKey, what: publicKey === undefined ? 'the file is missing' : "it is not this vault's key" });
  return { signed, findings };
}
