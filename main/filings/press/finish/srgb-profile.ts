/**
 * An ICC profile of the sRGB colour space (version 2.1 of the ICC format, matrix and curve): what PDF/A asks for as output intent.
 * Made here because it is 9 tags of numbers from IEC 61966-2-1, and a file from elsewhere would bring a licence for them.
 */
export function srgbProfile(): Uint8Array {
  const curve = toneCurve();
  const tags: readonly (readonly [string, Buffer])[] = [
    ['desc', description('sRGB IEC61966-2.1')],
    ['cprt', text('No copyright, use freely')],
    ['wtpt', xyz(0.9505, 1, 1.0891)],
    // Primaries adapted to D50 (Bradford), as the sRGB profile of the ICC prints them.
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ];
  const directory = Buffer.alloc(4 + 12 * tags.length);
  directory.writeUInt32BE(tags.length, 0);
  const bodies: Buffer[] = [];
  const placed = new Map<Buffer, number>();
  let next = 128 + directory.length;
  for (const [i, [name, body]] of tags.entries()) {
    const offset = placed.get(body) ?? next;
    if (!placed.has(body)) {
      placed.set(body, next);
      const padded = Buffer.concat([body, Buffer.alloc((4 - (body.length % 4)) % 4)]);
      bodies.push(padded);
      next += padded.length;
    }
    directory.write(name, 4 + 12 * i, 'latin1');
    directory.writeUInt32BE(offset, 8 + 12 * i);
    directory.writeUInt32BE(body.length, 12 + 12 * i);
  }
  return Buffer.concat([header(next), directory, ...bodies]);
}

function header(length: number): Buffer {
  const head = Buffer.alloc(128);
  head.writeUInt32BE(length, 0);
  head.writeUInt32BE(0x02100000, 8);
  head.write('mntrRGB XYZ ', 12, 'latin1');
  // The day of the standard, so that the same bytes come out whenever they are made: 18 October 1999.
  for (const [i, part] of [1999, 10, 18, 0, 0, 0].entries()) head.writeUInt16BE(part, 24 + 2 * i);
  head.write('acsp', 36, 'latin1');
  xyz(0.9642, 1, 0.8249).copy(head, 68, 8);
  return head;
}

function xyz(...values: readonly [number, number, number]): Buffer {
  const body = Buffer.alloc(20);
  body.write('XYZ ', 0, 'latin1');
  for (const [i, value] of values.entries()) body.writeInt32BE(Math.round(value * 65536), 8 + 4 * i);
  return body;
}

function text(words: string): Buffer {
  return Buffer.concat([Buffer.from('text\0\0\0\0', 'latin1'), Buffer.from(`${words}\0`, 'latin1')]);
}

function description(words: string): Buffer {
  const ascii = Buffer.from(`${words}\0`, 'latin1');
  const count = Buffer.alloc(4);
  count.writeUInt32BE(ascii.length);
  // No Unicode and no Macintosh form of the name: 8 + 3 + 67 bytes of nothing.
  return Buffer.concat([Buffer.from('desc\0\0\0\0', 'latin1'), count, ascii, Buffer.alloc(78)]);
}

/** The curve of IEC 61966-2-1 at 1,024 points. */
function toneCurve(): Buffer {
  const points = 1024;
  const body = Buffer.alloc(12 + 2 * points);
  body.write('curv', 0, 'latin1');
  body.writeUInt32BE(points, 8);
  for (let i = 0; i < points; i++) {
    const value = i / (points - 1);
    const linear = value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    body.writeUInt16BE(Math.round(linear * 65535), 12 + 2 * i);
  }
  return body;
}
