import { createHash } from 'node:crypto';

/** Answers that say at which entry they were read; of any other, `seq` is part of what it says: a record is changed from the entry at which it was read. */
const readAt: ReadonlySet<string> = new Set(['records.list', 'records.numbers', 'records.rows', 'records.whole', 'docket.fitting']);

/**
 * What tells one answer to a question from another: two with the same print say the same, but for the entry at which a list was read. Undefined for an answer that
 * holds bytes, which is never asked for again to see whether it has changed.
 */
export function printOf(name: string, reply: unknown): string | undefined {
  if (typeof reply !== 'object' || reply === null || Object.values(reply).some((value) => value instanceof Uint8Array)) return undefined;
  const said = readAt.has(name) ? { ...reply, seq: 0 } : reply;
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url');
}
