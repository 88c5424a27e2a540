import { generateIdentity, identityToRecipient } from 'age-encryption';
import { expect, test } from 'vitest';
import type { Refused } from '../../shared/failure/failure.ts';
import { sentenceOf } from '../../shared/failure/sentences.ts';
import { checkRecipients } from './age-file.ts';

const failureOf = (...recipients: string[]) => {
  try {
    checkRecipients(recipients);
    return null;
  } catch (thrown) {
    // Proof of the cast: the only thing that it throws.
    return (thrown as Refused).failure;
  }
};

test('a key that is none is refused under a code of its own, and a secret key that was pasted by mistake is not said again', async () => {
  const secret = await generateIdentity();
  const key = await identityToRecipient(secret);
  expect(failureOf(key)).toBeNull();
  expect(failureOf(key, `${key}q`)).toEqual({ code: 'not-a-recipient', typed: `${key}q`.slice(0, 80) });
  for (const typed of [secret, secret.toLowerCase(), ` ${secret}`]) {
    const failure = failureOf(key, typed);
    expect(failure).toEqual({ code: 'not-a-recipient', typed: null });
    if (failure !== null) expect(JSON.stringify([failure, sentenceOf(failure)])).not.toMatch(/age-secret-key/i);
  }
});
