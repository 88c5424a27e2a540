import { crc32, deflateSync } from 'node:zlib';

/** A picture of `width` × `height` points, three bytes (red, green, blue) a point or one (grey), as a PNG file (W3C PNG, section 11). */
export function png(points: Uint8Array, width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  const isGrey = points.length === width * height;
  header.set([8, isGrey ? 0 : 2, 0, 0, 0], 8);
  const line = isGrey ? width : width * 3;
  const filtered = Buffer.alloc((line + 1) * height);
  for (let y = 0; y < height; y++) filtered.set(points.subarray(y * line, (y + 1) * line), y * (line + 1) + 1);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(filtered, { level: 6 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length, 0);
  whole.set(body, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}
