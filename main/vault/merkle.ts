import { hash } from 'node:crypto';
import sodium from 'sodium-native';

const LEAF = Buffer.from([0]);

/** SHA-256 of the parts one after the other. In one call: a hash object for every node would cost more than the hashing. */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), 'buffer');

/** The leaf hash of RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export const leafOf = (entry: Uint8Array): Buffer => sha256(LEAF, entry);

/** 0x01 ‖ left ‖ right, and a view of its right half. */
const pair = Buffer.alloc(65, 1);
const right = pair.subarray(33);

/**
 * The node hash of RFC 6962 §2.1, SHA-256(0x01 ‖ left ‖ right), of `left` and what stands in the right half of `pair`; it comes to stand there itself. Every
 * change makes about ten: over 65 bytes libsodium's takes a third of Node's time, and a buffer for each would cost more than its hash.
 */
function joinLeft(left: Buffer): void {
  pair.set(left, 1);
  sodium.crypto_hash_sha256(right, pair);
}

/** The perfect subtrees of a growing RFC 6962 tree: at index n the root of 2ⁿ leaves where the count has that bit, else null. */
export type Frontier = (Buffer | null)[];

/** Adds a leaf hash, in place. */
export function pushLeaf(frontier: Frontier, leaf: Buffer): void {
  let level = 0;
  right.set(leaf);
  for (let left = frontier[level]; left; left = frontier[++level]) {
    joinLeft(left);
    frontier[level] = null;
  }
  frontier[level] = level === 0 ? leaf : Buffer.from(right);
}

/** The RFC 6962 root of the leaves pushed so far; SHA-256 of nothing for none. */
export function rootOf(frontier: Frontier): Buffer {
  let begun = false;
  for (const subtree of frontier) {
    if (!subtree) continue;
    if (begun) joinLeft(subtree);
    else right.set(subtree);
    begun = true;
  }
  return begun ? Buffer.from(right) : sha256();
}

/** The subtree roots one after the other, smallest first; `size` says which levels they are. */
export const frontierBytes = (frontier: Frontier): Buffer => Buffer.concat(frontier.filter((node) => node !== null));

/** Reads `frontierBytes` back; null when there are not as many roots as `size` has bits. */
export function frontierOf(bytes: Uint8Array, size: number): Frontier | null {
  const bits = size.toString(2).split('').reverse();
  if (bytes.length !== 32 * bits.filter((bit) => bit === '1').length) return null;
  let at = 0;
  return bits.map((bit) => (bit === '1' ? Buffer.from(bytes.subarray(at, (at += 32))) : null));
}
