import { refuse } from '../../shared/failure/failure.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import { orQuarantine } from '../records/quarantine.ts';
import type { Reading } from '../records/reading.ts';
import type { Writing } from '../records/writing.ts';
import type { StoredBlob } from '../vault/vault.ts';
import type { IntakeDesk, TakenIn } from './intake.ts';
import { largeArchive } from './large-archive.ts';
import { stopClassifiedIn, slices } from './look-at-file.ts';
import { mostReadBytes, readFileWhole } from './read-file.ts';
import type { Whole } from './reader/read.ts';
import { isRead, type ReadStatus } from './reader/reading.ts';
import { stopClassifiedArchive, storeArchive } from './take-in-archive.ts';
import { notTakenOut, writeInside } from './write-family.ts';
import { writeText } from './write-item.ts';

/** An exhibit whose words were not read, and what came of the reading. */
export interface Unread {
  readonly number: string;
  readonly title: string;
  readonly status: ReadStatus;
  readonly bytes: number;
}
export interface ReadAgain {
  readonly number: string;
  readonly before: ReadStatus;
  readonly reading: ReadStatus;
  readonly children: TakenIn['children'];
  readonly notTakenOut: TakenIn['notTakenOut'];
}
export interface ReadAgainSetting {
  /** How long reading this one file may take. */
  readonly seconds: number;
  readonly signal?: AbortSignal | undefined;
}

/** How long another reading may take where nobody says: ten times what a first one may. */
export const secondsAgain = 300;

/** Texts whose words are not there, looked at in one piece: some milliseconds, between which other questions are answered. */
const piece = 50;

/**
 * The exhibits of a case, or of all, whose last reading ended in one of `statuses`; those that are closed to everybody are left out. In pieces, because no column says how a
 * reading ended: each text without words is looked at.
 */
export function* unread(reading: Reading, statuses: readonly ReadStatus[], caseId?: string): Generator<void, Unread[]> {
  const numbers = reading.numbers({ kind: 'evidence_text', states: ['unread'], caseId, sort: 'number', down: false });
  const found: Unread[] = [];
  for (let from = 0; from < numbers.length; from += piece) {
    for (const text of numbers.slice(from, from + piece).map((number) => reading.get(number))) {
      // What was read meanwhile is unread no longer.
      if (text === undefined || text.state !== 'unread' || hidden(text) || !statuses.includes(statusOf(text))) continue;
      const item = typeof text.fields['item'] === 'string' ? reading.get(text.fields['item']) : undefined;
      if (item === undefined || !isKind(item, 'evidence_item') || hidden(item)) continue;
      found.push({ number: item.number, title: item.fields.title, status: statusOf(text), bytes: item.fields.original?.size ?? 0 });
    }
    yield;
  }
  return found;
}

/**
 * Reads an exhibit's words again from its stored bytes, with another limit of time: what came of it takes the place of what was read before (the history keeps
 * that), the custody says that it was done, and what lies inside becomes items of its own where nothing was taken out of it yet. All one act. Refuses
 * `record-not-found`, `intake-refused` for what is no file of this vault, has been read, is closed or turns out classified (then nothing is kept), `blob-damaged`, `cancelled`.
 */
export async function readAgain(desk: IntakeDesk, number: string, { seconds, signal }: ReadAgainSetting): Promise<ReadAgain> {
  const { vault, records, clock } = desk;
  const { item, text, sha256 } = toRead(records.reading(), number);
  const name = item.fields.original?.filename ?? item.fields.title;
  const before = text === undefined ? 'not-read' : statusOf(text);
  const { blobs } = vault;
  const takesOut = records.reading().linkingTo(item.id, 'family').length === 0;
  const stored: StoredBlob[] = [];
  try {
    const whole = await orQuarantine(desk, item, () => wholeAgain(desk, item, sha256, takesOut ? stored : null, { seconds, signal }));
    const held = takesOut ? whole.held : [];
    function* write(writing: Writing): ReturnType<typeof writeInside> {
      const now = toRead(writing, number);
      if (now.sha256 !== sha256) refuse({ code: 'intake-refused', file: name, why: `${number} has other bytes than those that were read` });
      const custody = now.item.fields.custody ?? [];
      const event = custodyEvent('viewed', { at: writing.at, zone: clock().zone, by: writing.actor }, custody, {
        tool: 'Cordon',
        hashBefore: sha256,
        hashAfter: sha256,
        purpose: `Its words were read again, for ${seconds} seconds at most.`,
        note: `Before: ${said[before]}. Now: ${said[whole.reading.status]}.`,
      });
      writing.update(item.id, { fields: { custody: [...custody, event] } });
      writeText(writing, now.item, name, whole.reading, now.text);
      const { source } = now.item.fields;
      const labels = { caseId: now.item.caseId, custodian: source?.custodian, system: source?.system };
      return yield* writeInside(desk, writing, { item: now.item, path: source?.path ?? name }, { held, stored }, labels);
    }
    const { result: children } = await records.changeInSteps(`Read again with ${seconds} seconds`, write, signal);
    return { number: item.number, before, reading: whole.reading.status, children, notTakenOut: notTakenOut(whole.held, whole.refused) };
  } catch (thrown) {
    for (const blob of stored) blobs.discard(blob);
    throw thrown;
  }
}

const said: Readonly<Record<ReadStatus, string>> = {
  text: 'it has words',
  'no-text': 'it has no words',
  encrypted: 'it is encrypted',
  damaged: 'it could not be read',
  'too-large': 'it is too large',
  'timed-out': 'it took too long',
  'not-read': 'it was not read',
};

// Proof of the cast: the status of an `evidence_text` is one of these by its schema.
const statusOf = (text: AnyRecord): ReadStatus => text.fields['status'] as ReadStatus;
const hidden = (item: AnyRecord): boolean => item.removed !== undefined || item.sequestered !== undefined || item.erased !== undefined;

/** All that the stored bytes say, with what lies inside stored too where `stored` takes it. Refuses what `readAgain` does. */
async function wholeAgain(
  { vault: { blobs }, runJob, vault }: IntakeDesk,
  item: RecordOf<'evidence_item'>,
  sha256: string,
  stored: StoredBlob[] | null,
  { seconds, signal }: ReadAgainSetting,
): Promise<Whole> {
  const name = item.fields.original?.filename ?? item.fields.title;
  const size = item.fields.original?.size ?? 0;
  if (size > mostReadBytes) {
    const source = { name, bytes: size, read: () => generated(blobs.open(sha256)) };
    const archive = await largeArchive(runJob, source, { signal, seconds });
    if (archive === null) return refuse({ code: 'intake-refused', file: name, why: `it is larger than ${mostReadBytes / 1048576} MB and no archive that can be unpacked` });
    await stopClassifiedArchive({ runJob }, source, archive, { signal, readSeconds: seconds });
    if (stored === null) return { reading: archive.reading, held: [], refused: archive.refused };
    return { reading: archive.reading, ...(await storeArchive({ runJob, vault }, source, archive, sha256, stored, { signal, readSeconds: seconds })) };
  }
  const bytes = await bytesOf(blobs.open(sha256), signal);
  const whole = await readFileWhole(runJob, bytes, name, signal, seconds);
  stopClassifiedIn(`${item.number}, ${name}`, whole, bytes);
  if (stored) for (const part of whole.held) stored.push(await blobs.put(slices(part.bytes), { ...(signal && { signal }) }));
  return whole;
}

async function* generated(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  yield* source;
}

/** The exhibit, the record of its words and the digest of its bytes, where it can be read again. */
function toRead(reading: Reading, number: string): { item: RecordOf<'evidence_item'>; text: AnyRecord | undefined; sha256: string } {
  const item = reading.require(number);
  if (!isKind(item, 'evidence_item')) return refuse({ code: 'intake-refused', file: item.number, why: 'it is not evidence' });
  const file = item.fields.original?.filename ?? item.number;
  if (hidden(item)) refuse({ code: 'intake-refused', file, why: `${item.number} was removed or is closed to everybody` });
  const sha256 = item.fields.original?.sha256;
  if (sha256 === undefined) return refuse({ code: 'intake-refused', file, why: 'no bytes of it are in this vault' });
  const text = reading.linkingTo(item.id, 'text of').at(-1);
  if (text && isRead(statusOf(text))) refuse({ code: 'intake-refused', file, why: `the words of ${item.number} have been read` });
  return { item, text, sha256 };
}

async function bytesOf(source: AsyncIterable<Uint8Array>, signal: AbortSignal | undefined): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of source) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    chunks.push(chunk.slice());
  }
  return Buffer.concat(chunks);
}
