import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { entropyOf, wordsOf } from './recovery-words.ts';
import { wordList } from './word-list.ts';

test('the list is the English one of BIP-39', () => {
  expect(wordList).toHaveLength(2048);
  expect(
    createHash('sha256')
      .update(wordList.map((word) => `${word}\n`).join(''))
      .digest('hex'),
  ).toBe('2f5eed53a4727b4bf8880d8f3f199efc90e58503646d9ff8eff3a2ed3b24dbda');
});

// Test vectors of BIP-39 (github.com/trezor/python-mnemonic, vectors.json).
test.each([
  [0x00, `${'abandon '.repeat(23)}art`],
  [0x7f, `${'legal winner thank year wave sausage worth useful '.repeat(2)}legal winner thank year wave sausage worth title`],
  [0x80, `${'letter advice cage absurd amount doctor acoustic avoid '.repeat(2)}letter advice cage absurd amount doctor acoustic bless`],
  [0xff, `${'zoo '.repeat(23)}vote`],
])('32 bytes of %i are the words that BIP-39 says', (byte, words) => {
  expect(wordsOf(Buffer.alloc(32, byte)).join(' ')).toBe(words);
  expect(entropyOf([words])).toEqual(Buffer.alloc(32, byte));
});

test('any 32 bytes come back from their words, however they were typed', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), (entropy) => {
      const words = wordsOf(entropy);
      expect(entropyOf(words)).toEqual(Buffer.from(entropy));
      expect(entropyOf([` ${words.map((word) => word.toUpperCase()).join('\n ')} `])).toEqual(Buffer.from(entropy));
      expect(entropyOf(words.map((word) => word.slice(0, 4)))).toEqual(Buffer.from(entropy));
    }),
  );
});

test('a missing or unknown word and words that do not belong together are told apart', () => {
  const words = wordsOf(Buffer.alloc(32, 5));
  expect(() => entropyOf(words.slice(1))).toThrow(expect.objectContaining({ failure: { code: 'wrong-recovery-key', why: 'words' } }));
  expect(() => entropyOf(['xylophone', ...words.slice(1)])).toThrow(expect.objectContaining({ failure: { code: 'wrong-recovery-key', why: 'words' } }));
  const swapped = [words[1] ?? '', words[0] ?? '', ...words.slice(2, 23), words[23] === 'zoo' ? 'abandon' : 'zoo'];
  expect(() => entropyOf(swapped)).toThrow(expect.objectContaining({ failure: { code: 'wrong-recovery-key', why: 'checksum' } }));
});
