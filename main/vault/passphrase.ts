import sodium from 'sodium-native';
import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { isTriedFirst } from './first-tried.ts';
import { secret, wipe } from './secret.ts';

/** How much work one guess at a passphrase costs. */
export interface Effort {
  readonly memoryMiB: number;
  readonly passes: number;
}

/** RFC 9106 §4, second recommended option, is the floor (tests use it); the ceiling keeps a forged slot from exhausting the machine. */
export const floor: Effort = { memoryMiB: 64, passes: 3 };
export const ceiling: Effort = { memoryMiB: 2048, passes: 50 };
const usual: Effort = { memoryMiB: 256, passes: 3 };
/** What a guess should cost on the machine that made the slot. */
const wantedMs = 1000;
/** NIST SP 800-63B §3.1.1.2: no shorter than eight characters, and none of those that are tried first. Strength beyond that is the window's advice. */
const shortest = 8;

/** Whether `effort` may be spent at all. Asked before any hashing: the numbers come from a file that anybody may have written. */
export function withinLimits({ memoryMiB, passes }: Effort): boolean {
  return (
    Number.isInteger(memoryMiB) && Number.isInteger(passes) && memoryMiB >= floor.memoryMiB && memoryMiB <= ceiling.memoryMiB && passes >= floor.passes && passes <= ceiling.passes
  );
}

/** Refuses `passphrase-too-weak` for a passphrase of fewer than eight characters, and for one that anybody tries first; `names` are of the vault and of who opens it. */
export function checkPassphrase(passphrase: Uint8Array, names: readonly string[] = []): void {
  // Bytes that continue a UTF-8 character are 10xxxxxx; all others start one.
  const characters = passphrase.reduce((count, byte) => count + ((byte & 0xc0) === 0x80 ? 0 : 1), 0);
  if (characters < shortest) refuse({ code: 'passphrase-too-weak', why: `it has ${characters} characters and needs at least ${shortest}` });
  if (isTriedFirst(passphrase, names)) refuse({ code: 'passphrase-too-weak', why: 'it is one of the first that anybody tries, and would be guessed within hours at most' });
}

/** The same passphrase typed on another system may be composed otherwise (é as one character or two): hashed is always its NFC. ASCII never becomes a string. */
function composed(passphrase: Uint8Array): Buffer {
  const copy = secret(passphrase.length);
  copy.set(passphrase);
  if (copy.every((byte) => byte < 0x80)) return copy;
  try {
    const text = Buffer.from(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(copy).normalize('NFC'));
    wipe(copy);
    return text;
  } catch {
    // Not text: a key file. Its bytes are taken as they are.
    return copy;
  }
}

/** Argon2id version 1.3, one lane, 32 bytes. Refuses `slot-limits` outside the limits. */
export async function stretch(passphrase: Uint8Array, salt: Uint8Array, effort: Effort, file = 'slots.a'): Promise<Buffer> {
  if (!withinLimits(effort)) refuse({ code: 'slot-limits', file, memoryMiB: effort.memoryMiB, passes: effort.passes });
  const key = secret(32);
  const bytes = composed(passphrase);
  await new Promise<void>((resolve, reject) =>
    sodium.crypto_pwhash_async(key, bytes, salt, effort.passes, effort.memoryMiB * 1_048_576, sodium.crypto_pwhash_ALG_ARGON2ID13, (error) => (error ? reject(error) : resolve())),
  );
  wipe(bytes);
  return key;
}

/** The usual memory with as many passes as take about a second here. */
export async function measuredEffort(clock: Clock): Promise<Effort> {
  const before = clock().instant;
  await stretch(Buffer.from('a passphrase to time'), Buffer.alloc(16), usual);
  return effortFor(clock().instant - before);
}

/** The effort that takes about a second where the usual one took `ms`; never less than the usual one, and that one where the clock was set back meanwhile. */
export function effortFor(ms: number): Effort {
  if (ms < 0) return usual;
  const passes = Math.round((usual.passes * wantedMs) / Math.max(1, ms));
  return { memoryMiB: usual.memoryMiB, passes: Math.min(ceiling.passes, Math.max(usual.passes, passes)) };
}
