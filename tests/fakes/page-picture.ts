import { deflateSync, crc32 } from 'node:zlib';

/** A plain sheet with lines where text would be, as PNG: what the reader job gives for a page. */
export function pagePicture(width = 640, height = 828): Uint8Array {
  const rows = Buffer.alloc((width + 1) * height, 255);
  for (let y = 0; y < height; y++) {
    const at = y * (width + 1);
    rows[at] = 0;
    const line = y > 90 && y < 700 && y % 22 < 7;
    if (line) rows.fill(96, at + 81, at + (y % 132 > 110 ? 340 : width - 80));
  }
  const chunk = (type: string, data: Buffer): Buffer => {
    const body = Buffer.concat([Buffer.from(type, 'ascii'), data]);
    const size = Buffer.alloc(4);
    size.writeUInt32BE(data.length);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(body) >>> 0);
    return Buffer.concat([size, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return new Uint8Array(Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]));
}
