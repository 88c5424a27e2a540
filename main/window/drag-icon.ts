import { nativeImage, type NativeImage } from 'electron';

const side = 32;

/** What is seen under the pointer while a file is carried out: a plain sheet. Some systems refuse to carry without a picture. */
export function dragIcon(): NativeImage {
  const pixels = Buffer.alloc(side * side * 4, 0);
  for (let y = 2; y < side - 2; y++)
    for (let x = 6; x < side - 6; x++) {
      const edge = y === 2 || y === side - 3 || x === 6 || x === side - 7;
      pixels.set(edge ? [0x78, 0x74, 0x70, 0xff] : [0xff, 0xff, 0xff, 0xff], (y * side + x) * 4);
    }
  return nativeImage.createFromBitmap(pixels, { width: side, height: side });
}
