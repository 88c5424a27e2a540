import { ReadableStream } from 'node:stream/web';
import { Encrypter } from 'age-encryption';
import { refuse } from '../../shared/failure/failure.ts';

/** Whether a text is the public key of an age recipient: `age1…`, X25519 or the hybrid kind. Checked by age itself, its own checksum included. */
function isRecipient(text: string): boolean {
  try {
    new Encrypter().addRecipient(text);
    return /^age1[a-z0-9]+$/.test(text);
  } catch {
    return false;
  }
}

/** Refuses `not-a-recipient` for the first that is no public key of age. A secret key, pasted by mistake, is not said again: what a failure holds is shown and copied. */
export function checkRecipients(recipients: readonly string[]): void {
  const wrong = recipients.find((one) => !isRecipient(one));
  if (wrong !== undefined) refuse({ code: 'not-a-recipient', typed: /age-secret-key/i.test(wrong) ? null : wrong.slice(0, 80) });
}

/** `plain` encrypted to every one of `recipients` (age-encryption.org/v1), piece by piece. Refuses as `checkRecipients`, before anything is read. */
export async function* ageFile(plain: AsyncIterable<Uint8Array>, recipients: readonly string[]): AsyncGenerator<Uint8Array> {
  checkRecipients(recipients);
  const encrypter = new Encrypter();
  for (const one of recipients) {
    encrypter.addRecipient(one);
  }
  // Not `Readable.toWeb`: where whoever reads stops in the middle, it goes on giving and throws where nobody catches it.
  const source = ReadableStream.from(plain);
  // Proof of the cast: the two declarations of ReadableStream, the library's and Node's, describe the one that Node has.
  yield* (await encrypter.encrypt(source)) as unknown as ReadableStream<Uint8Array>;
}
