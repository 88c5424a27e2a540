import { nothingRead, reading, type FileReading } from './reading.ts';

/** Text of bytes that are text: UTF-8, UTF-16 with its mark, or the Windows Latin that older systems write. Null when they are not text. */
export function plainText(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (holdsControls(bytes)) return null;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Text has tabs, line ends, form feeds and, in old printer files, a few odd characters, and load files part their columns with DC4; more than one in a thousand is not text. */
function holdsControls(bytes: Uint8Array): boolean {
  const seen = Math.min(bytes.length, 65_536);
  let odd = 0;
  for (let at = 0; at < seen; at++) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 20 && byte !== 27) odd++;
  }
  return odd * 1000 > seen;
}

/** The words of a file that is text already; `not-read` when its bytes are none. */
export function readPlain(bytes: Uint8Array): FileReading {
  const text = plainText(bytes);
  return text === null ? nothingRead('not-read') : reading(text, null);
}
