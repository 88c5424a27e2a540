import { hash } from 'node:crypto';

const NODE = Buffer.from([1]);
const LEAF = Buffer.from([0]);

/** SHA-256 of the parts one after the other. In one call: a hash object for every node would cost more than the hashing. */
export const sha256 = (...parts: readonly Uint8Array[]): Buffer => hash('sha256', parts.length === 1 && parts[0] ? parts[0] : Buffer.concat(parts), 'buffer');

/** The leaf hash of RFC 6962 §2.1: SHA-256(0x00 ‖ entry). */
export const leafOf = (entry: Uint8Array): Buffer => sha256(LEAF, entry);

/** The perfect subtrees of a growing RFC 6962 tree: at index n the root of 2ⁿ leaves where the count has that bit, else null. */
export type Frontier = (Buffer | null)[];

/** Adds a leaf hash, in place. */
export function pushLeaf(frontier: Frontier, leaf: Buffer): void {
  let node = leaf;
  let level = 0;
  for (let left = frontier[level]; left; left = frontier[++level]) {
    node = sha256(NODE, left, node);
    frontier[level] = null;
  }
  frontier[level] = node;
}

/** The RFC 6962 root of the leaves pushed so far; SHA-256 of nothing for none. */
export function rootOf(frontier: Frontier): Buffer {
  let root: Buffer | null = null;
  for (const subtree of frontier) if (subtree) root = root ? sha256(NODE, subtree, root) : subtree;
  return root ?? sha256();
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
