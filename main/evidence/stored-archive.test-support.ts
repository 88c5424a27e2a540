import { crc32 } from 'node:zlib';

export interface Put {
  readonly name: string;
  readonly bytes: Buffer;
  /** What the directory says of it, where it lies. */
  readonly says?: { readonly size?: number; readonly at?: number; readonly flags?: number; readonly mode?: number; readonly crc?: number };
}
/** A ZIP archive of stored files, written from PKWARE's APPNOTE 4.3: large ones are made at once, and a directory can be made to lie. */
export function stored(files: readonly Put[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const { name, bytes, says = {} } of files) {
    const raw = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(0x0800 | (says.flags ?? 0), 2);
    common.writeUInt32LE(says.crc ?? crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(says.size ?? bytes.length, 18);
    common.writeUInt16LE(raw.length, 22);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE((3 << 8) | 20, 4);
    common.copy(entry, 6);
    entry.writeUInt32LE(((says.mode ?? 0o100644) << 16) >>> 0, 38);
    entry.writeUInt32LE(says.at ?? at, 42);
    directory.push(entry, raw);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    common.copy(local, 4);
    parts.push(local, raw, bytes);
    at += 30 + raw.length + bytes.length;
  }
  const size = directory.reduce((sum, one) => sum + one.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(size, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

export const filler = (mb: number, name = 'video.bin'): Put => ({ name, bytes: Buffer.alloc(mb * 1024 * 1024, name) });
export const words = (name: string, text: string, says: Put['says'] = {}): Put => ({ name, bytes: Buffer.from(text), says });
