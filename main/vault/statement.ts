import { canonicalBytes } from './canonical.ts';
import { checkMinisign, minisign } from './minisign.ts';
import type { Person } from './people.ts';
import { wipe } from './secret.ts';
import { signKeyOf } from './slot.ts';

/** Who signed a statement, and what it says. */
export interface StatementSigner {
  readonly name: string;
  readonly human: string;
  readonly says: Readonly<Record<string, unknown>>;
}

/** Longest statement that is looked at: an import may hold anything. */
const longest = 20_000;

/** Signs `statement` with a person's seed: RFC 8785 text, and a minisign signature of exactly those bytes. */
export function signStatement(statement: object, seed: Uint8Array, comment: string): { text: string; minisig: string } {
  const bytes = canonicalBytes(statement);
  const pair = signKeyOf(seed);
  const signature = minisign(bytes, pair, comment);
  wipe(pair.secretKey);
  return { text: bytes.toString(), minisig: signature };
}

/** The person whose key signed `text`. A statement names its vault and its key, so one made elsewhere, or by nobody's key here, is nobody's. */
export function signerOf(text: string, minisig: string, vault: string, people: readonly Person[]): StatementSigner | null {
  if (text.length > longest || minisig.length > longest) return null;
  const says = objectIn(text);
  if (says?.['vault'] !== vault) return null;
  const person = people.find(({ publicKey }) => publicKey !== null && publicKey === says['key']);
  if (!person?.publicKey) return null;
  return checkMinisign(Buffer.from(text), minisig, Buffer.from(person.publicKey, 'base64')) === null ? null : { name: person.name, human: person.human, says };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    // Proof of the cast: an object that is no list has names, whatever they hold.
    return typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed) ? (parsed as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
