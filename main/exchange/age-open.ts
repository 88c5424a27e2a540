import { ReadableStream } from 'node:stream/web';
import { Decrypter } from 'age-encryption';
import { isArmored, unarmored } from './age-armor.ts';
import { Refused, refuse } from '../../shared/failure/failure.ts';

/** How every file encrypted with age begins (age-encryption.org/v1). */
const start = Buffer.from('age-encryption.org/v1\n');

/** Whether a file begins as age writes it, as bytes or as text. */
export const isAge = (first: Uint8Array): boolean => Buffer.from(first.subarray(0, start.length)).equals(start) || isArmored(first);

const noKey = (): never => refuse({ code: 'misuse', why: 'This is no age key: it begins with AGE-SECRET-KEY-1.' });

/** The keys in an age identity file: a line each, comments left out. Refuses `misuse` when there is none or one is not a key. */
export function identitiesIn(text: string): readonly string[] {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  return lines.length > 0 && lines.every((line) => /^AGE-SECRET-KEY-(1|PQ-1)[A-Z0-9]+$/i.test(line)) ? lines : noKey();
}

/** The chunks as they are, or taken out of their armor. */
async function* plainAge(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const all = chunks[Symbol.asyncIterator]();
  const first = await all.next();
  if (first.done) return;
  const whole: AsyncIterable<Uint8Array> = {
    async *[Symbol.asyncIterator]() {
      yield first.value;
      yield* { [Symbol.asyncIterator]: () => all };
    },
  };
  yield* isArmored(first.value) ? unarmored(whole) : whole;
}

/** What was encrypted, chunk by chunk, each authentic before it is given. Refuses `misuse` for a key that is none, and `backup-refused` when no key fits or the file is damaged. */
export async function* ageOpen(chunks: AsyncIterable<Uint8Array>, identities: readonly string[], file: string): AsyncGenerator<Uint8Array> {
  const decrypter = new Decrypter();
  try {
    for (const identity of identities) decrypter.addIdentity(identity);
  } catch {
    noKey();
  }
  let begun = false;
  try {
    // Proof of the cast: the two declarations of ReadableStream, the library's and Node's, describe the one that Node has.
    const source = ReadableStream.from(plainAge(chunks));
    const opened = (await decrypter.decrypt(source)) as unknown as ReadableStream<Uint8Array>;
    begun = true;
    yield* opened;
  } catch (thrown) {
    // What the source itself refused comes through as it is; everything else that the library throws is about the file.
    if (thrown instanceof Refused || !(thrown instanceof Error) || thrown instanceof TypeError || 'syscall' in thrown) throw thrown;
    refuse({ code: 'backup-refused', file, why: begun || !/no identity matched/i.test(thrown.message) ? 'damaged' : 'identity', part: '' });
  }
}
