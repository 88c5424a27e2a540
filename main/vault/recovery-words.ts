import { createHash } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import { wordList } from './word-list.ts';

const position = new Map(wordList.map((word, index) => [word, index]));
const WORDS = 24;
const BITS = 11;

const checksum = (entropy: Uint8Array) => createHash('sha256').update(entropy).digest()[0] ?? 0;
const bitsOf = (value: number, width: number) => value.toString(2).padStart(width, '0');

/** 32 bytes as 24 words: BIP-39, 256 bits of entropy and 8 bits of checksum. */
export function wordsOf(entropy: Uint8Array): string[] {
  if (entropy.length !== 32) throw new RangeError('a recovery key has 32 bytes');
  const bits = [...entropy, checksum(entropy)].map((byte) => bitsOf(byte, 8)).join('');
  return Array.from({ length: WORDS }, (_, index) => wordList[Number.parseInt(bits.slice(index * BITS, (index + 1) * BITS), 2)] ?? '');
}

/**
 * The 32 bytes behind what somebody typed: any case, any space, each word also by its first four letters. Refuses `wrong-recovery-key`:
 * `words` when a word is not of the list or there are not 24, `checksum` when they do not belong together.
 */
export function entropyOf(typed: readonly string[]): Buffer {
  const words = typed.flatMap((word) => word.normalize('NFKD').toLowerCase().trim().split(/\s+/)).filter((word) => word !== '');
  const places = words.map((word) => position.get(word) ?? (word.length === 4 ? wordList.findIndex((known) => known.startsWith(word)) : -1));
  if (places.length !== WORDS || places.includes(-1)) return refuse({ code: 'wrong-recovery-key', why: 'words' });
  const bits = places.map((place) => bitsOf(place, BITS)).join('');
  const bytes = Buffer.from(Array.from({ length: 33 }, (_, index) => Number.parseInt(bits.slice(index * 8, index * 8 + 8), 2)));
  const entropy = bytes.subarray(0, 32);
  if (checksum(entropy) !== bytes[32]) return refuse({ code: 'wrong-recovery-key', why: 'checksum' });
  return entropy;
}
