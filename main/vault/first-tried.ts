import { triedMixed, triedWords } from './tried-words.ts';
import { secret, wipe } from './secret.ts';

/** Longer than any of them: what is looked at is copied, and the room for secrets is small. */
const longest = 48;
/** As many figures as a birthday or a telephone number has: guessed whole within hours. */
const figures = 12;
/** Figures and signs that are put after a word, or before it, to please a rule: a year and two signs. */
const around = 6;
/** What is typed for a letter. */
const typedFor: Readonly<Record<string, string>> = { '0': 'o', '1': 'l', '3': 'e', '4': 'a', '5': 's', '7': 't', '@': 'a', $: 's' };
const instead = new Map(Object.entries(typedFor).map(([sign, letter]) => [sign.charCodeAt(0), letter.charCodeAt(0)]));
/** The program's own name is the first guess at what opens it. */
const ours = ['cordon', 'cordonvault', 'changeme', 'passphrase', 'passwort', 'motdepasse', 'contrasena', 'lawyer', 'counsel', 'privileged', 'confidential'];

const isLetter = (byte: number): boolean => (byte >= 0x61 && byte <= 0x7a) || byte >= 0x80;
const isFigure = (byte: number): boolean => byte >= 0x30 && byte <= 0x39;
let known: readonly Buffer[] | undefined;

/**
 * Whether a passphrase is among the first that anybody tries (NIST SP 800-63B §3.1.1.2 has them refused): a common password or one of `names`, however it is written and
 * whatever figures stand around it; figures alone; the same over and over. Compared as bytes: no part of it becomes a string, which could not be wiped.
 */
export function isTriedFirst(passphrase: Uint8Array, names: readonly string[] = []): boolean {
  if (new Set(passphrase).size <= 3) return true;
  if (passphrase.length > longest) return false;
  if (passphrase.length < figures && passphrase.every(isFigure)) return true;
  known ??= [...triedWords, ...ours].map((word) => Buffer.from(word));
  const words = [...known, ...names.flatMap(partsOf)];
  const copy = secret(passphrase.length);
  try {
    copy.set(passphrase);
    copy.forEach((byte, i) => (copy[i] = byte >= 0x41 && byte <= 0x5a ? byte + 32 : byte));
    if (triedMixed.some((one) => copy.equals(Buffer.from(one)))) return true;
    const from = copy.findIndex(isLetter);
    const to = copy.findLastIndex(isLetter) + 1;
    if (from === -1 || copy.length - (to - from) > around) return false;
    const core = copy.subarray(from, to);
    core.forEach((byte, i) => (core[i] = instead.get(byte) ?? byte));
    return words.some((word) => core.equals(word) || isTwice(core, word));
  } finally {
    wipe(copy);
  }
}

/** The word typed twice, the way that eight characters are made of four. */
const isTwice = (core: Buffer, word: Buffer): boolean => core.length === 2 * word.length && core.subarray(0, word.length).equals(word) && core.subarray(word.length).equals(word);

/** A name as it stands, in one word, and each of its words. */
function partsOf(name: string): Buffer[] {
  const plain = name.normalize('NFC').toLowerCase().trim();
  const parts = plain.split(/[^\p{L}]+/u);
  return [plain, parts.join(''), ...parts].filter((part) => part.length >= 4).map((part) => Buffer.from(part));
}
