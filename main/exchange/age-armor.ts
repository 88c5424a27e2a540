/** The text form of an age file: strict PEM, 64 columns (age-encryption.org/v1, "ASCII armor"). Mail programs and clipboards make and want it. */
const begin = '-----BEGIN AGE ENCRYPTED FILE-----';
const end = '-----END AGE ENCRYPTED FILE-----';
const columns = 64;

/** Thrown by `unarmored` for a text that age would not have written. */
export class ArmorMalformed extends Error {}

const malformed = (why: string): never => {
  throw new ArmorMalformed(why);
};

/** Whether a file begins like an armored one; blank space before it is allowed. */
export const isArmored = (first: Uint8Array): boolean => Buffer.from(first).toString('latin1').trimStart().startsWith(begin);

/** The bytes within the armor, as they come. Throws `ArmorMalformed` for anything but whole lines of canonical base64 between the two marks. */
export async function* unarmored(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let part: 'before' | 'inside' | 'last-line' | 'after' = 'before';
  let kept = '';
  for await (const chunk of chunks) {
    const lines = (kept + Buffer.from(chunk).toString('latin1')).split('\n');
    kept = lines.pop() ?? '';
    // A line is never longer; a file without line ends must not fill the memory.
    if (kept.length > 1024) malformed('a line is too long');
    const found: Buffer[] = [];
    for (const line of lines) part = lineOf(line.replace(/\r$/, ''), part, found);
    if (found.length > 0) yield Buffer.concat(found);
  }
  const found: Buffer[] = [];
  if (kept !== '') part = lineOf(kept.replace(/\r$/, ''), part, found);
  if (found.length > 0) yield Buffer.concat(found);
  if (part !== 'after') malformed('it ends before its last line');
}

/** Takes one line; gives where the next one stands. */
function lineOf(line: string, part: 'before' | 'inside' | 'last-line' | 'after', found: Buffer[]): 'before' | 'inside' | 'last-line' | 'after' {
  if (part === 'before' || part === 'after') {
    if (line.trim() === '') return part;
    return part === 'before' && line.trimStart() === begin ? 'inside' : malformed('there is text around it');
  }
  if (line === end) return 'after';
  const bytes = Buffer.from(line, 'base64');
  // Full lines, and one shorter one at the end; nothing but the one way to write these bytes.
  if (part === 'last-line' || line.length > columns || line === '' || bytes.toString('base64') !== line) malformed('a line is not base64 as age writes it');
  found.push(bytes);
  return line.length < columns || line.endsWith('=') ? 'last-line' : 'inside';
}
