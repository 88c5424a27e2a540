import type { Clock } from '../../shared/calendar/clock.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import type { StoredBlob, Vault } from '../vault/vault.ts';
import { bindingHolds, lostKeyRisk } from './hold-check.ts';
import { largeArchive } from './large-archive.ts';
import { lookAtFile, slices } from './look-at-file.ts';
import type { FileReading, ReadStatus } from './reader/reading.ts';
import type { SourceFile } from './source-file.ts';
import { stopClassifiedArchive, storeArchive } from './take-in-archive.ts';
import { writeFamily } from './write-family.ts';
import type { ItemSetting } from './write-item.ts';

/** What taking in works with. */
export interface IntakeDesk {
  readonly vault: Vault;
  readonly records: Records;
  readonly runJob: RunJob;
  readonly clock: Clock;
}
/** Where the items go, by whom and why; `item` is a registered one that has no bytes yet. */
export interface IntakeSetting extends ItemSetting {
  /** False leaves the words unread, status `not-read`, and everything inside where it is. */
  readonly readWords?: boolean | undefined;
  /** How long reading the words of one file may take, in seconds, where the usual time is not right. */
  readonly readSeconds?: number | undefined;
  /** False leaves what lies inside where it is: a load file lists it by itself. */
  readonly unfold?: boolean | undefined;
  /** The words that came with the file, in place of those that would be read from it. */
  readonly words?: FileReading | undefined;
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
  /** Number of the first item of the case that holds the same bytes; those after it lead to it. */
  readonly sameBytesAs: readonly string[];
  /** What lay inside it and became items of its own: attachments, messages, files of an archive, at any depth. `parent` is the number of the item it lay in. */
  readonly children: readonly (Omit<TakenIn, 'children' | 'notTakenOut'> & { readonly parent: string })[];
  /** What it said it held and did not give up: its name inside, and why. An empty name is all of it. */
  readonly notTakenOut: readonly { readonly name: string; readonly why: string }[];
}

/**
 * Takes one file in: looks at it and at what lies inside it, stores the bytes encrypted, and writes an item for each with the first event of its
 * custody, all in one act; what is given back is committed. The original is only read. Every instance becomes an item of its own; the same bytes are
 * stored once. Refuses `intake-refused` (classified material, before anything is copied; an item that has bytes already), `reason-missing` under a hold
 * without a second opener, what the file or the disk refuses, and `cancelled`; then nothing is stored.
 */
export async function takeIn(desk: IntakeDesk, source: SourceFile, setting: IntakeSetting): Promise<TakenIn> {
  requireReason(desk, setting);
  const { signal, tell, readSeconds: seconds } = setting;
  const unfolds = setting.unfold !== false;
  const { whole, reading: looked, ...inside } = await lookAtFile(desk.runJob, source, setting.readWords !== false, signal, seconds);
  const archive = whole === null && unfolds && setting.readWords !== false ? await largeArchive(desk.runJob, source, { signal, seconds }) : null;
  if (archive) await stopClassifiedArchive(desk, source, archive, setting);
  const found = archive?.reading ?? looked;
  const reading = setting.words ? { ...setting.words, ...(found.facts && { facts: found.facts }) } : found;
  const { blobs } = desk.vault;
  const stored: StoredBlob[] = [];
  try {
    const own = await blobs.put(whole ? slices(whole) : source.read(), { ...(signal && { signal }), ...(tell && { tell }) });
    stored.push(own);
    const { held, refused } = archive ? await storeArchive(desk, source, archive, own.sha256, stored, setting) : unfolds ? inside : { held: [], refused: [] };
    if (!archive) for (const part of held) stored.push(await blobs.put(slices(part.bytes), { ...(signal && { signal }) }));
    const write = (writing: Writing) => writeFamily(desk, writing, source, stored, { reading, held, refused }, setting);
    const { result } = await desk.records.changeInSteps(setting.reason ?? null, write, signal);
    return result;
  } catch (thrown) {
    for (const blob of stored) blobs.discard(blob);
    throw thrown;
  }
}

function requireReason({ vault, records }: IntakeDesk, { caseId, reason }: IntakeSetting): void {
  if (reason !== undefined && reason.trim() !== '') return;
  const hold = caseId === null ? undefined : bindingHolds(records.reading(), caseId)[0];
  const risk = hold && lostKeyRisk(vault);
  if (hold && risk) refuse({ code: 'reason-missing', number: hold.number, act: risk });
}
