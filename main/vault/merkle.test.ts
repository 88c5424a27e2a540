import fc from 'fast-check';
import { expect, test } from 'vitest';
import { frontierBytes, frontierOf, leafOf, pushLeaf, rootOf, sha256, type Frontier } from './merkle.ts';

/** RFC 6962 §2.1 word by word. */
function treeHash(entries: readonly Uint8Array[]): Buffer {
  if (entries.length === 0) return sha256();
  if (entries.length === 1) return sha256(Buffer.from([0]), entries[0] ?? Buffer.alloc(0));
  let split = 1;
  while (split * 2 < entries.length) split *= 2;
  return sha256(Buffer.from([1]), treeHash(entries.slice(0, split)), treeHash(entries.slice(split)));
}

// The leaves and roots of certificate-transparency's own reference test (google/certificate-transparency, merkle_tree_test.cc).
test('the roots are those of the reference tree', () => {
  const leaves = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
  const frontier: Frontier = [];
  for (const leaf of leaves) pushLeaf(frontier, leafOf(Buffer.from(leaf, 'hex')));
  expect(rootOf(frontier).toString('hex')).toBe('5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328');
});

test('pushing leaf by leaf gives the root of the whole list, also when the frontier is stored in between', () => {
  fc.assert(
    fc.property(fc.array(fc.uint8Array({ maxLength: 40 }), { maxLength: 70 }), (entries) => {
      let frontier: Frontier = [];
      entries.forEach((entry, index) => {
        pushLeaf(frontier, leafOf(entry));
        const read = frontierOf(frontierBytes(frontier), index + 1);
        if (!read) throw new Error('the frontier does not read back');
        frontier = read;
      });
      expect(rootOf(frontier)).toEqual(treeHash(entries));
    }),
  );
});

test('a frontier of another size is not read', () => {
  expect(frontierOf(Buffer.alloc(64), 4)).toBeNull();
  expect(frontierOf(Buffer.alloc(31), 1)).toBeNull();
});
