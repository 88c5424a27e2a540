import { Decrypter, Encrypter } from 'age-encryption';
import { Refused, refuse } from '../../shared/failure/failure.ts';

/** How every file locked with age begins (age-encryption.org/v1). */
const start = Buffer.from('age-encryption.org/v1\n');

export const isAge = (first: Uint8Array): boolean => Buffer.from(first.subarray(0, start.length)).equals(start);

/** A lock for these recipients (`age1…`): whoever holds one of their keys can open it, with `age -d` too. Refuses `misuse` for a text that is no recipient. */
export function ageLock(recipients: readonly string[]): (chunks: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array> {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient.trim());
    } catch {
      refuse({ code: 'misuse', why: `"${recipient.slice(0, 80)}" is no age recipient: it begins with age1 and is copied whole` });
    }
  }
  return async function* lock(chunks) {
    yield* await encrypter.encrypt(ReadableStream.from(chunks));
  };
}

/** The keys in an age identity file: a line each, comments left out. Refuses `misuse` when there is none or one is not a key. */
export function identitiesIn(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (lines.length === 0 || !lines.every((line) => /^AGE-SECRET-KEY-(1|PQ-1)[A-Z0-9]+$/i.test(line)))
    refuse({ code: 'misuse', why: 'this is no age key: it begins with AGE-SECRET-KEY-1' });
  return lines;
}

/** What was locked, chunk by chunk, each authentic before it is given. Refuses `backup-refused` when no key fits or the file is damaged. */
export async function* ageOpen(chunks: AsyncIterable<Uint8Array>, identities: readonly string[], file: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    refuse({ code: 'misuse', why: 'this is no age key: it begins with AGE-SECRET-KEY-1' });
  }
  let begun = false;
  try {
    // An error of the source, its own failure included, comes through the stream as it is.
    const opened = await decrypter.decrypt(ReadableStream.from(chunks));
    begun = true;
    yield* opened;
  } catch (thrown) {
    if (thrown instanceof Refused || (thrown instanceof Error && 'syscall' in thrown)) throw thrown;
    if (!(thrown instanceof Error) || thrown instanceof TypeError) throw thrown;
    refuse({ code: 'backup-refused', file, why: begun || !/no identity matched/i.test(thrown.message) ? 'damaged' : 'identity', part: '' });
  }
}
