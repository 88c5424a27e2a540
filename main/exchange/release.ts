import { createHash } from 'node:crypto';
import { refuse } from '../../shared/failure/failure.ts';
import { amongUs, type Audience } from '../../shared/records/field.ts';
import type { AnyRecord } from '../../shared/records/record.ts';
import type { Reading } from '../records/reading.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import { asOthersRead, isUnconfirmed } from './as-others-read.ts';
import type { Delivery, Destination } from './destination.ts';
import { refuseOutside } from './recipient.ts';
import { whyWithheld, withhold, type Withheld } from './withhold.ts';
import { kindNamed } from '../../shared/records/kinds.ts';

export type ReleaseFormat =
  | 'cordon/1'
  | 'csv'
  | 'xlsx'
  | 'svg'
  | 'png'
  | 'clipboard'
  | 'ics'
  | 'oscal'
  | 'bag'
  | 'hand-over'
  | 'approvals'
  | 'recovery-sheet'
  | 'pdf'
  | 'screening'
  | 'bytes'
  | 'text';

/** A small file that goes with the first one and speaks of it: its signature, the sheet by which it is checked. */
export interface Companion {
  readonly destination: Destination;
  readonly bytes: Uint8Array;
}
/** What was written of a release. */
export interface Made {
  readonly bytes: number;
  readonly sha256: string;
}

export interface Releasing {
  /** What it is, in words for the record of it: "Order summary of MODEL-001". */
  readonly what: string;
  readonly format: ReleaseFormat;
  readonly audience: Audience;
  /** Who receives it, by name. */
  readonly recipient?: string | undefined;
  readonly caseId: string | null;
  /** The one record it is, where it is one. */
  readonly subject?: string;
  /** The records that go out, or of which the paper or file is made. */
  readonly records: readonly AnyRecord[];
  /** A table or an export leaves out what may not go; a paper or a stored file is whole or not at all. */
  readonly ifWithheld: 'leave-out' | 'leave-out-alone' | 'refuse';
  /** `refused` where a file of nothing would be taken for an answer: evidence, a hand-over, a plan. */
  readonly nothingIs?: 'refused';
  /** Why privileged content goes too. Without it, it stays. */
  readonly privilegedBecause?: string;
  /** Whether what is about somebody in person goes too. Without it, it stays. */
  readonly personal?: boolean;
  readonly destination: Destination;
  /** The bytes, made of what is left of the records. */
  readonly make: (records: readonly AnyRecord[]) => AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
  /** What goes beside it, made once its digest is known; all of them are put in their places together. */
  readonly beside?: (made: Made) => readonly Companion[];
  /** What else the same act writes: a custody event, an output on a filing. Runs once everything is on the disk under another name. */
  readonly alongside?: (writing: Writing, sha256: string, going: readonly AnyRecord[]) => void;
  readonly signal?: AbortSignal;
}

/** What left, and what did not. */
export interface Manifest {
  /** Number of the release record. */
  readonly number: string;
  readonly what: string;
  readonly format: ReleaseFormat;
  readonly audience: Audience;
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly numbers: readonly string[];
  readonly withheld: readonly Withheld[];
  /** Names of the files beside it. */
  readonly beside: readonly string[];
}

/**
 * The one exit (design; domain.md §7 U3): whatever leaves a vault goes through here. Holds back what is privileged, sealed or not for the
 * chosen audience, writes the bytes beside their place, then the record of the release, and only then puts them there: nothing ever
 * left unrecorded, and what did not arrive is recorded as that. Refuses `release-withheld` where something may not go and cannot be left
 * out, what the destination refuses, `vault-read-only` (a release that cannot be recorded does not happen) and `cancelled`.
 */
export async function release(records: Records, asked: Releasing): Promise<Manifest> {
  refuseOutside(records.reading(), asked.audience, asked.recipient);
  const { records: going, withheld } = mayGo(records.reading(), asked);
  if (going.length === 0 && asked.nothingIs === 'refused') {
    const why = withheld[0] ? `nothing of it may go: ${sentence[withheld[0].why]}` : 'there is nothing of this to write';
    refuse({ code: 'release-withheld', numbers: withheld.slice(0, 20).map((one) => one.number), why });
  }
  const first = await asked.destination.begin();
  const deliveries = [first];
  try {
    const made = await writeAll(first, asked.make(going), asked.signal);
    const beside = asked.beside?.(made) ?? [];
    const companions: BesideRow[] = [];
    for (const { destination, bytes } of beside) {
      const delivery = await destination.begin();
      deliveries.push(delivery);
      companions.push({ file: destination.name, ...(await writeAll(delivery, [bytes], asked.signal)) });
    }
    const written = await records.change(asked.privilegedBecause ?? null, (writing) => {
      asked.alongside?.(writing, made.sha256, going);
      return writing.create('release', { caseId: asked.caseId, fields: fieldsOf(asked, going, withheld, made, companions) });
    });
    try {
      // The companions first: whoever finds the file finds what it is checked by.
      for (const delivery of deliveries.toReversed()) await delivery.deliver();
    } catch (thrown) {
      await records.change('the file could not be put in its place', (writing) => writing.move(written.result.id, 'not_delivered'));
      throw thrown;
    }
    const { what, format, audience, destination } = asked;
    return {
      number: written.result.number,
      what,
      format,
      audience,
      file: destination.name,
      ...made,
      numbers: going.map((record) => record.number),
      withheld,
      beside: companions.map((one) => one.file),
    };
  } finally {
    for (const delivery of deliveries) await delivery.discard();
  }
}

type BesideRow = Made & { readonly file: string };

/**
 * The words of an exhibit with the labels that the exhibit has now. They are written once, beside it: an exhibit that is found to be privileged, or kept for somebody by
 * name, years later, takes its words with it.
 */
function labelledAsItem(reading: Reading, record: AnyRecord): AnyRecord {
  const id = record.kind === 'evidence_text' ? record.fields['item'] : undefined;
  const item = typeof id === 'string' ? reading.get(id) : undefined;
  if (item === undefined) return record;
  const { named: _own, ...rest } = record;
  return { ...rest, audience: item.audience, privilege: item.privilege, ...(item.named && { named: item.named }) };
}

/** What of the records `release` would let go, and what it would hold back: for whoever looks at a paper before it leaves. Refuses `release-withheld` as it does. */
export function mayGo(
  reading: Reading,
  given: Pick<Releasing, 'audience' | 'recipient' | 'privilegedBecause' | 'personal' | 'ifWithheld' | 'records'>,
): { records: readonly AnyRecord[]; withheld: Withheld[] } {
  const asked = { ...given, records: given.records.map((record) => labelledAsItem(reading, record)) };
  const permission = {
    audience: asked.audience,
    recipient: asked.recipient,
    privileged: asked.privilegedBecause !== undefined,
    personal: asked.personal === true,
    alone: asked.ifWithheld === 'leave-out-alone',
  };
  const beyondUs = !amongUs(asked.audience);
  const unsure = new Set(beyondUs ? asked.records.filter((record) => isUnconfirmed(reading, record)) : []);
  if (asked.ifWithheld !== 'refuse') {
    if (!beyondUs) return withhold(asked.records, permission);
    const { records, withheld } = withhold(
      asked.records.filter((record) => !unsure.has(record)),
      permission,
    );
    return {
      records: records.map((record) => asOthersRead(reading, record, asked.recipient)),
      // A deadline that is not theirs at all is held back for that.
      withheld: [
        ...withheld,
        ...[...unsure].map(({ number, audience, privilege, named }) => ({ number, why: whyWithheld(audience, privilege, permission, named) ?? 'unconfirmed' }) as const),
      ],
    };
  }
  const stopped = asked.records.flatMap((record): Withheld[] => {
    const why = kindNamed(record.kind)?.compartment
      ? 'sealed'
      : (whyWithheld(record.audience, record.privilege, permission, record.named) ?? (unsure.has(record) ? 'unconfirmed' : null));
    return why === null ? [] : [{ number: record.number, why }];
  });
  const first = stopped[0];
  if (first) refuse({ code: 'release-withheld', numbers: stopped.map((one) => one.number), why: sentence[first.why] });
  return { records: asked.records, withheld: [] };
}

const sentence: Readonly<Record<Withheld['why'], string>> = {
  privileged: 'it is privileged, and nobody said why it should go',
  under_review: 'whether it is privileged is still under review',
  sealed: 'it is in a sealed compartment',
  audience: 'it is not for this audience',
  named: 'it is for named recipients, and this is none of them',
  personal: 'it is about a person',
  unconfirmed: 'counsel has not confirmed its date',
  'needs-withheld': 'it cannot stand without what is held back',
};

async function writeAll(delivery: Delivery, chunks: AsyncIterable<Uint8Array> | Iterable<Uint8Array>, signal: AbortSignal | undefined): Promise<Made> {
  const hash = createHash('sha256');
  let bytes = 0;
  for await (const chunk of chunks) {
    if (signal?.aborted) refuse({ code: 'cancelled' });
    hash.update(chunk);
    bytes += chunk.length;
    await delivery.write(chunk);
  }
  await delivery.finish();
  if (signal?.aborted) refuse({ code: 'cancelled' });
  return { bytes, sha256: hash.digest('hex') };
}

function fieldsOf(asked: Releasing, going: readonly AnyRecord[], withheld: readonly Withheld[], { bytes, sha256 }: Made, beside: readonly BesideRow[]) {
  return {
    what: asked.what,
    format: asked.format,
    releasedTo: asked.audience,
    ...(asked.recipient !== undefined && { recipient: asked.recipient }),
    file: asked.destination.name,
    ...(asked.destination.onPaper && { onPaper: true }),
    bytes,
    sha256,
    numbers: going.map((record) => record.number),
    withheld: withheld.map((one) => ({ ...one })),
    ...(beside.length > 0 && { beside: beside.map((one) => ({ ...one })) }),
    privilegedIncluded: asked.privilegedBecause !== undefined,
    ...(asked.privilegedBecause !== undefined && { reason: asked.privilegedBecause }),
    ...(asked.subject !== undefined && { subject: asked.subject }),
  };
}
