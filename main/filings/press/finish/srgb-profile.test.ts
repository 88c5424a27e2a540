import { expect, test } from 'vitest';
import { srgbProfile } from './srgb-profile.ts';

const bytes = Buffer.from(srgbProfile());
const tags = Array.from({ length: bytes.readUInt32BE(128) }, (_, i) => ({
  name: bytes.toString('latin1', 132 + 12 * i, 136 + 12 * i),
  offset: bytes.readUInt32BE(136 + 12 * i),
  length: bytes.readUInt32BE(140 + 12 * i),
}));

test('the header says its length, its class and its colour space', () => {
  expect(bytes.readUInt32BE(0)).toBe(bytes.length);
  expect(bytes.toString('latin1', 12, 24)).toBe('mntrRGB XYZ ');
  expect(bytes.toString('latin1', 36, 40)).toBe('acsp');
});

test('every required tag lies inside the file on a boundary of four bytes', () => {
  expect(tags.map((tag) => tag.name)).toEqual(['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC']);
  for (const { offset, length } of tags) {
    expect(offset % 4).toBe(0);
    expect(offset + length).toBeLessThanOrEqual(bytes.length);
  }
});

test('the primaries add up to the white of the connection space, within the rounding of the standard', () => {
  const xyz = (name: string) => [8, 12, 16].map((at) => bytes.readInt32BE((tags.find((tag) => tag.name === name)?.offset ?? 0) + at) / 65536);
  const sum = [0, 1, 2].map((i) => ['rXYZ', 'gXYZ', 'bXYZ'].reduce((total, name) => total + (xyz(name)[i] ?? 0), 0));
  for (const [i, white] of [0.9642, 1, 0.8249].entries()) expect(sum[i]).toBeCloseTo(white, 3);
});

test('the curve runs from black to white and passes the middle grey of sRGB', () => {
  const curve = tags.find((tag) => tag.name === 'rTRC');
  const at = (i: number) => bytes.readUInt16BE((curve?.offset ?? 0) + 12 + 2 * i) / 65535;
  expect([at(0), at(1023)]).toEqual([0, 1]);
  expect(at(512)).toBeCloseTo(((512 / 1023 + 0.055) / 1.055) ** 2.4, 4);
});
