import { instantText } from '../../shared/calendar/instant.ts';
import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import { custodyEvent } from '../../shared/records/custody-event.ts';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import { isKind, type RecordOf } from '../../shared/records/kinds.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import type { StoredBlob } from '../vault/blobs.ts';
import type { Vault } from '../vault/vault.ts';
import { bindingHolds, hasSecondOpener } from './hold-check.ts';
import { mediaType } from './media-type.ts';
import { mostReadBytes, readFileWords } from './read-file.ts';
import { plainText } from './reader/plain.ts';
import { nothingRead, type FileReading, type ReadStatus } from './reader/reading.ts';
import type { SourceFile } from './source-file.ts';
import { classifiedBecause, spillSteps } from './spill-guard.ts';

/** What taking in works with. */
export interface IntakeDesk {
  readonly vault: Vault;
  readonly records: Records;
  readonly runJob: RunJob;
  readonly clock: Clock;
}
export interface IntakeSetting {
  readonly caseId: string | null;
  /** An item that is registered and has no bytes yet: they become its own. Without it the file becomes an item of its own. */
  readonly item?: string | undefined;
  readonly custodian?: string | undefined;
  /** The system it comes from: a mailbox, a log store. */
  readonly system?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly privilege?: Privilege | undefined;
  /** Why it is taken in although a legal hold binds and nobody else could open the vault. */
  readonly reason?: string | undefined;
  /** False leaves the words unread: status `not-read`. */
  readonly readWords?: boolean | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly tell?: ((bytes: number) => void) | undefined;
}
export interface TakenIn {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly reading: ReadStatus;
  /** Numbers of the items that hold the same bytes. */
  readonly sameBytesAs: readonly string[];
}

/**
 * Takes one file in: looks at it, stores its bytes encrypted, and writes its item with the first event of its custody in one act; what is
 * given back is committed. The original is only read. Every instance becomes an item of its own; the same bytes are stored once.
 * Refuses `intake-refused` (classified material, before anything is copied; an item that has bytes already), `reason-missing` under a hold without a second opener,
 * what the file or the disk refuses, and `cancelled`; then nothing is stored.
 */
export async function takeIn(desk: IntakeDesk, source: SourceFile, setting: IntakeSetting): Promise<TakenIn> {
  requireReason(desk, setting);
  const whole = source.bytes <= mostReadBytes ? await wholeOf(source, setting.signal) : null;
  // Past `mostReadBytes` only the beginning is looked at: a banner stands on the first page.
  const reading = whole && setting.readWords !== false ? await readFileWords(desk.runJob, whole, source.name, setting.signal) : nothingRead(whole ? 'not-read' : 'too-large');
  const seen = reading.text === '' ? (plainText((whole ?? (await beginning(source))).subarray(0, lookedAt)) ?? '') : reading.text;
  const classified = classifiedBecause(seen);
  if (classified !== null) refuse({ code: 'intake-refused', file: source.name, why: `${classified}. Classified material must never be put here: ${spillSteps}` });

  const { signal, tell } = setting;
  const stored = await desk.vault.blobs.put(whole ? slices(whole) : source.read(), { ...(signal && { signal }), ...(tell && { tell }) });
  try {
    const { result } = await desk.records.change(setting.reason ?? null, (writing) => write(desk, writing, source, stored, reading, setting));
    return result;
  } catch (thrown) {
    desk.vault.blobs.discard(stored);
    throw thrown;
  }
}

/** How much is looked at of a file whose words are not read. */
const lookedAt = 1024 * 1024;

function requireReason({ vault, records }: IntakeDesk, { caseId, reason }: IntakeSetting): void {
  if (reason !== undefined && reason.trim() !== '') return;
  const hold = caseId === null ? undefined : bindingHolds(records.reading(), caseId)[0];
  if (hold && !hasSecondOpener(vault.folder)) refuse({ code: 'reason-missing', number: hold.number, act: 'intake of evidence that only one person could open again' });
}

/** All of a file of a size that fits in memory. It may grow while it is read; more than `mostReadBytes` it may not. */
async function wholeOf(source: SourceFile, signal: AbortSignal | undefined): Promise<Uint8Array> {
  let whole = new Uint8Array(source.bytes);
  let length = 0;
  for await (const chunk of source.read()) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    if (length + chunk.length > mostReadBytes) refuse({ code: 'intake-refused', file: source.name, why: 'it is being written to; take it in when it is whole' });
    if (length + chunk.length > whole.length) {
      const larger = new Uint8Array(length + chunk.length);
      larger.set(whole.subarray(0, length));
      whole = larger;
    }
    whole.set(chunk, length);
    length += chunk.length;
  }
  return whole.subarray(0, length);
}

async function beginning(source: SourceFile): Promise<Uint8Array> {
  for await (const chunk of source.read()) return chunk.slice();
  return new Uint8Array();
}

function* slices(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += lookedAt) yield bytes.subarray(at, at + lookedAt);
}

function write({ vault, clock }: IntakeDesk, writing: Writing, source: SourceFile, stored: StoredBlob, reading: FileReading, setting: IntakeSetting): TakenIn {
  vault.blobs.adopt(writing.transaction, stored);
  const same = stored.isNew ? [] : itemsWith(writing, stored.sha256);
  const was = setting.item === undefined ? undefined : waiting(writing, setting.item, source.name);
  const { mime, type } = mediaType(source.name);
  const recorded = { at: writing.at, zone: clock().zone, by: writing.actor };
  const custody = was?.fields.custody ?? [];
  const fields = {
    original: { ...was?.fields.original, filename: source.name, size: stored.bytes, mime, sha256: stored.sha256 },
    source: {
      ...was?.fields.source,
      ...(setting.custodian !== undefined && { custodian: setting.custodian }),
      ...(setting.system !== undefined && { system: setting.system }),
      ...(source.path !== undefined && { path: source.path }),
      fileTimes: `modified ${instantText(source.modified)}`,
      collectedBy: writing.actor,
      tool: 'Cordon',
    },
    custody: [
      ...custody,
      custodyEvent('imported', recorded, custody, { tool: 'Cordon', hashAfter: stored.sha256, ...(setting.reason !== undefined && { purpose: setting.reason }) }),
    ],
    ...(same.length > 0 && { sameBytesAs: same.map((one) => one.id) }),
  };
  const item = was
    ? writing.update(was.id, { fields: { ...fields, bytesNote: null } })
    : writing.create('evidence_item', { caseId: setting.caseId, audience: setting.audience, privilege: setting.privilege, fields: { title: source.name, type, ...fields } });
  // A text has the labels of its item: it says the same.
  writing.create('evidence_text', {
    caseId: item.caseId,
    audience: item.audience,
    privilege: item.privilege,
    fields: {
      item: item.id,
      name: source.name,
      status: reading.status,
      cut: reading.cut,
      ...(reading.pages !== null && { pages: reading.pages }),
      ...(reading.text !== '' && { text: reading.text }),
    },
  });
  return { id: item.id, number: item.number, name: source.name, sha256: stored.sha256, bytes: stored.bytes, reading: reading.status, sameBytesAs: same.map((one) => one.number) };
}

/** The registered item that waits for its bytes. */
function waiting(writing: Writing, item: string, file: string): RecordOf<'evidence_item'> {
  const record = writing.require(item);
  if (!isKind(record, 'evidence_item')) return refuse({ code: 'intake-refused', file, why: `${record.number} is not evidence` });
  if (record.fields.original?.sha256 !== undefined) refuse({ code: 'intake-refused', file, why: `${record.number} has its bytes already; another file is another item` });
  return record;
}

/** Items whose original has this digest. Asked only where the bytes are known to be here already. */
function itemsWith(writing: Writing, sha256: string): RecordOf<'evidence_item'>[] {
  return writing.all('evidence_item').filter((item) => item.fields.original?.sha256 === sha256);
}
