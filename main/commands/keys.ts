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
export async function passphrase(given: Given, desk: Desk, prompt: string, which: 'passphrase' | 'new-passphrase' = 'passphrase'): Promise<Uint8Array> {
  const file = given.option(`${which}-file`);
  const descriptor = wholeNumber(given, `${which}-fd`, 0);
  if (file !== undefined && descriptor !== undefined) misuse('Give the passphrase by a file or by a descriptor, not by both.');
  const bytes =
    file !== undefined ? withoutLineEnd(await readNamed(file)) : descriptor !== undefined ? withoutLineEnd(await desk.readDescriptor(descriptor)) : await desk.ask(prompt);
  return bytes.length > 0 ? bytes : refuse({ code: 'passphrase-too-weak', why: 'it is empty' });
}

/** A passphrase that somebody chooses now: from a file or a descriptor, or typed twice. Refuses `misuse` where the two differ. */
export async function newPassphrase(given: Given, desk: Desk, which: 'passphrase' | 'new-passphrase' = 'new-passphrase'): Promise<Uint8Array> {
  const first = await passphrase(given, desk, 'New passphrase: ', which);
  if (given.option(`${which}-file`) !== undefined || given.option(`${which}-fd`) !== undefined) return first;
  const again = await desk.ask('The same again: ');
  return Buffer.from(first).equals(again) ? first : misuse('The two were not the same.');
}

/** What a guess at a new passphrase shall cost, where it was said. Refuses `misuse` for one of the two alone. */
export function effortGiven(given: Given): { memoryMiB: number; passes: number } | undefined {
  const memoryMiB = wholeNumber(given, 'memory-mib', 1);
  const passes = wholeNumber(given, 'passes', 1);
  if ((memoryMiB === undefined) !== (passes === undefined)) misuse('--memory-mib and --passes go together.');
  return memoryMiB !== undefined && passes !== undefined ? { memoryMiB, passes } : undefined;
}

/** The recovery words in a file that the person named: numbers and signs between them do not count. Refuses `file-unreadable`. */
export async function wordsIn(file: string): Promise<string[]> {
  return (await readNamed(file))
    .toString('utf8')
    .split(/\s+/)
    .filter((word) => /^\p{L}+$/u.test(word));
}

/** The key that opens a vault: the recovery words when they were given, else the passphrase. */
export async function openingKey(given: Given, desk: Desk): Promise<{ passphrase: Uint8Array } | { recoveryWords: string[] }> {
  const recovery = given.option('recovery-key-file');
  if (recovery === undefined) return { passphrase: await passphrase(given, desk, 'Passphrase: ') };
  if (given.option('passphrase-file') !== undefined || given.option('passphrase-fd') !== undefined) misuse('Give a passphrase or the recovery key, not both.');
  return { recoveryWords: await wordsIn(recovery) };
}
