import type { Failure } from '../../shared/failure/failure.ts';
import type { JobMessage } from './run-job.ts';

/** What the starter and the job say to each other: one `input`, any number of `progress`, then one `output` or `refused`. */
export type ToJob = { readonly t: 'input'; readonly input: JobMessage };
export type FromJob =
  | { readonly t: 'progress'; readonly progress: unknown }
  | { readonly t: 'output'; readonly output: JobMessage }
  | { readonly t: 'refused'; readonly failure: Failure }
  | { readonly t: 'fault'; readonly name: string };

/**
 * Bytes in a buffer of their own. A copied view carries its whole buffer across a MessagePort: a slice of Node's pool would take other
 * people's bytes with it.
 */
export function tight(bytes: Uint8Array): Uint8Array {
  const plain = Object.getPrototypeOf(bytes) === Uint8Array.prototype;
  return plain && bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

export const tightMessage = (message: JobMessage): JobMessage => ({ head: message.head, bytes: message.bytes.map(tight) });
