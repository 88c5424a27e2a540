import { armor } from 'age-encryption';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ArmorMalformed, isArmored, unarmored } from './age-armor.ts';

async function* pieces(text: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
}
async function read(text: string, size = 17): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const chunk of unarmored(pieces(Buffer.from(text), size))) all.push(chunk);
  return Buffer.concat(all);
}

test('what the age library arms is read back, in pieces of any size, with line ends of either kind and blank space around', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ minLength: 1, maxLength: 400 }), fc.integer({ min: 1, max: 90 }), fc.boolean(), async (bytes, size, crlf) => {
      const text = crlf ? armor.encode(bytes).replaceAll('\n', '\r\n') : armor.encode(bytes);
      expect(isArmored(Buffer.from(text))).toBe(true);
      expect(new Uint8Array(await read(`\n  ${text}\n\n`, size))).toEqual(bytes);
    }),
    { numRuns: 200 },
  );
});

test('text that is cut, changed or added to is refused', async () => {
  const text = armor.encode(Uint8Array.from({ length: 100 }, (_, at) => at));
  const [first = '', one = '', two = '', last = ''] = text.trim().split('\n');
  const wrong = [
    [first, one, two],
    [first, one.slice(1), two, last],
    [first, `${one}AAAA`, two, last],
    [first, one, `${two.slice(0, -3)}*==`, last],
    [first, one, two, two, last],
    [first, one, '', two, last],
    [first, one, two, last, 'more'],
    ['more', first, one, two, last],
    [one, two],
  ];
  for (const lines of wrong) await expect(read(lines.join('\n')), lines.join('|')).rejects.toBeInstanceOf(ArmorMalformed);
  // The last letter of the last line carries bits that stand for nothing: they have to be zero.
  await expect(read([first, one, two.replace(/.==$/, '/=='), last].join('\n'))).rejects.toBeInstanceOf(ArmorMalformed);
  await expect(read(`${first}\n${'A'.repeat(5000)}`)).rejects.toBeInstanceOf(ArmorMalformed);
});
