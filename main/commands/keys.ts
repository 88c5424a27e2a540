import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { refuse } from '../../shared/failure/failure.ts';
import { misuse, wholeNumber, type Desk, type Given } from './command.ts';

/** The bytes of a small file that the person named. Refuses `file-unreadable`. */
export async function readNamed(file: string): Promise<Buffer> {
  try {
    return await readFile(file);
  } catch (thrown) {
    const code = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : undefined;
    if (code === undefined) throw thrown;
    return refuse({ code: 'file-unreadable', file: path.basename(file), why: code === 'ENOENT' ? 'there is no such file' : code === 'EISDIR' ? 'it is a folder' : code });
  }
}

/** Editors and `echo` end a file with a line end that nobody typed. */
function withoutLineEnd(bytes: Uint8Array): Uint8Array {
  const end = bytes.at(-1) === 10 ? (bytes.at(-2) === 13 ? -2 : -1) : bytes.length;
  return bytes.subarray(0, end);
}

/**
 * The passphrase, from a file, a descriptor or the terminal. Never from an argument: every process of the machine can read those. Refuses
 * `misuse` for two sources at once and `passphrase-too-weak` for an empty one.
 */
export async function passphrase(given: Given, desk: Desk, prompt: string): Promise<Uint8Array> {
  const file = given.option('passphrase-file');
  const descriptor = wholeNumber(given, 'passphrase-fd', 0);
  if (file !== undefined && descriptor !== undefined) misuse('Give the passphrase by a file or by a descriptor, not by both.');
  const bytes =
    file !== undefined ? withoutLineEnd(await readNamed(file)) : descriptor !== undefined ? withoutLineEnd(await desk.readDescriptor(descriptor)) : await desk.ask(prompt);
  return bytes.length > 0 ? bytes : refuse({ code: 'passphrase-too-weak', why: 'it is empty' });
}

/** The key that opens a vault: the recovery words when they were given, else the passphrase. */
export async function openingKey(given: Given, desk: Desk): Promise<{ passphrase: Uint8Array } | { recoveryWords: string[] }> {
  const recovery = given.option('recovery-key-file');
  if (recovery === undefined) return { passphrase: await passphrase(given, desk, 'Passphrase: ') };
  if (given.option('passphrase-file') !== undefined || given.option('passphrase-fd') !== undefined) misuse('Give a passphrase or the recovery key, not both.');
  return {
    recoveryWords: (await readNamed(recovery))
      .toString('utf8')
      .split(/\s+/)
      .filter((word) => /^\p{L}+$/u.test(word)),
  };
}
