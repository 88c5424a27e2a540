import type { ReadStream, WriteStream } from 'node:tty';
import { Refused, refuse } from '../../shared/failure/failure.ts';

const enter = new Set([10, 13]);
const erase = new Set([8, 127]);
/** Ctrl+C and Ctrl+D. */
const stop = new Set([3, 4]);
/** The window takes 1,024 characters, and UTF-8 writes none of them in more than three bytes. */
const longest = 3072;

/**
 * Asks on the terminal and does not show what is typed. Refuses `not-available-here` where nobody sits at a terminal, `cancelled` on Ctrl+C, and `misuse` for more than
 * fits: what was cut off unseen would be another passphrase.
 * The bytes stay in one buffer that the caller can overwrite; they never become a string.
 */
export async function askHidden(prompt: string, input: ReadStream, output: WriteStream, signal: AbortSignal): Promise<Uint8Array> {
  if (!input.isTTY) refuse({ code: 'not-available-here', what: 'Asking for a passphrase', why: 'there is no terminal; give --passphrase-file or --passphrase-fd' });
  const typed = Buffer.alloc(longest);
  let length = 0;
  let tooLong = false;
  return new Promise<Uint8Array>((resolve, reject) => {
    const end = (settle: () => void): void => {
      input.off('data', heard);
      signal.removeEventListener('abort', cancelled);
      input.setRawMode(false);
      input.pause();
      output.write('\n');
      settle();
    };
    const heard = (bytes: Buffer): void => {
      for (const byte of bytes) {
        if (enter.has(byte)) return end(() => (tooLong ? reject(new Refused({ code: 'misuse', why: tooMuch })) : resolve(typed.subarray(0, length))));
        if (stop.has(byte)) return cancelled();
        if (erase.has(byte)) length = beforeLast(typed, length);
        else if (length < typed.length) typed[length++] = byte;
        else tooLong = true;
      }
      bytes.fill(0);
    };
    const cancelled = (): void => end(() => reject(new Refused({ code: 'cancelled' })));
    // Before the prompt: until then the terminal itself shows what is typed and turns Ctrl+C into a signal.
    input.setRawMode(true);
    signal.addEventListener('abort', cancelled, { once: true });
    if (signal.aborted) return cancelled();
    output.write(prompt);
    input.on('data', heard);
    input.resume();
  });
}

const tooMuch = `More than ${longest.toLocaleString('en-US')} bytes were typed. Put a passphrase this long into a file: --passphrase-file FILE.`;

/** The length without the last character, which in UTF-8 may be several bytes: those that continue one are 10xxxxxx. */
function beforeLast(bytes: Uint8Array, length: number): number {
  let at = length - 1;
  while (at > 0 && ((bytes[at] ?? 0) & 0xc0) === 0x80) at--;
  return Math.max(0, at);
}
