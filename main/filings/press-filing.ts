import { createHash } from 'node:crypto';
import type { Clock, Now } from '../../shared/calendar/clock.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Audience, Privilege } from '../../shared/records/field.ts';
import type { AnyRecord, PrivilegeBasis } from '../../shared/records/record.ts';
import type { Destination } from '../exchange/destination.ts';
import { release, type Manifest } from '../exchange/release.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import { fileName } from './file-name.ts';
import { markedAsSample } from './furniture.ts';
import { paperOf, type PaperAsked, type Subject } from './paper-of.ts';
import { preflight, type Preflight } from './preflight.ts';
import { titles, type PaperData, type Template } from './press/paper.ts';
import type { PressOrder, PressProgress } from './press/press.ts';
import { pressed } from './press/press-job.ts';

/** What pressing needs of the house. */
export interface PressHouse {
  readonly records: Records;
  /** The head of the journal as it is signed now: printed on internal papers. */
  readonly checkpoint: () => { readonly seq: number; readonly root: string };
  readonly clock: Clock;
  /** Its records are a sample: every page says so, what is sent included. */
  readonly sample?: boolean;
  readonly runJob: RunJob;
  /** Stores the finished bytes, so that what was filed for a filing stays with it; without it only their digest does. */
  readonly keep?: (name: string, pdf: Uint8Array, signal?: AbortSignal) => Promise<Kept>;
}
interface Kept {
  write(
    writing: Writing,
    about: {
      readonly caseId: string | null;
      readonly audience: Audience;
      readonly privilege: Privilege;
      readonly privilegeBasis?: PrivilegeBasis | undefined;
      readonly named?: readonly string[] | undefined;
      readonly why: string;
    },
  ): string;
  discard(): void;
}
/** A paper as it would be now: never written anywhere, and gone with the process. */
export interface Previewed {
  readonly pdf: Uint8Array;
  readonly pages: number;
  readonly sha256: string;
}
/** `content`: what it says, as a digest (`contentOf`). */
export interface PreviewedFiling extends Previewed {
  readonly content: string;
}
export interface PressedFiling extends Manifest {
  readonly pages: number;
  /** Number of the filing it was pressed for. */
  readonly filing: string | null;
  /** Who it was made for, as it names them. */
  readonly recipient: string | null;
  /** Number of the exhibit that its bytes are kept as; null where they are not kept. */
  readonly keptAs: string | null;
  /** Characters that no font has, shown by code point. */
  readonly substituted: number;
}
export interface PressOptions {
  readonly signal?: AbortSignal;
  readonly tell?: (progress: PressProgress) => void;
  readonly paper?: 'us-letter' | 'a4';
  /** What it must still say (`contentOf`): that of the pages that somebody looked at. */
  readonly content?: string | undefined;
}

/**
 * Presses a paper and lets it leave through the one exit: read, checked, set in a job without keys, then released to the destination that
 * `to` gives for its neutral name, with the output noted on its filing. Refuses `filing-refused` with every finding that stands in the way,
 * `filing-malformed`, `job-failed`, `cancelled` and what `release` refuses; then nothing was written.
 */
export async function pressFiling(house: PressHouse, asked: PaperAsked, to: (name: string) => Destination, options: PressOptions = {}): Promise<PressedFiling> {
  const now = house.clock();
  const { findings, shelf, subject, audience } = preflight(house.records.reading(), asked, now);
  const standing = findings.filter((one) => one.refuses);
  if (standing.length > 0) refuse({ code: 'filing-refused', findings: standing.map(({ number, field, why }) => ({ number, field, why })) });
  const data = paperOf(shelf, subject, asked, now);
  if (options.content !== undefined && options.content !== digestOf(data)) refuse({ code: 'filing-refused', findings: [changedSinceLooked(subject)] });
  const records = shelf.taken();
  const done = await setPaper(house, asked, data, now, options);
  const name = fileName(asked.document, asked.profile, dayText(momentAt(now.instant, now.zone).day));
  const { filing } = subject;
  const recipient = subject.recipient?.name;
  const kept = filing && house.keep ? await house.keep(name, done.pdf, options.signal) : undefined;
  let keptId: string | undefined;
  const manifest = await release(house.records, {
    what: `${titles[asked.document]} of ${subject.model.number}`,
    format: 'pdf',
    audience,
    recipient,
    caseId: subject.model.caseId,
    ...(subject.filing && { subject: subject.filing.id }),
    records,
    ifWithheld: 'refuse',
    ...(asked.profile === 'internal' && { privilegedBecause: 'a paper for counsel, stamped as an internal privileged draft' }),
    destination: to(name),
    make: () => [done.pdf],
    ...(filing && {
      alongside: (writing: Writing, _sha256: string, going: readonly AnyRecord[]) => {
        const privilege = asked.profile === 'outgoing' ? 'none' : filing.privilege;
        const privilegeBasis = privilege === 'none' ? undefined : filing.privilegeBasis;
        keptId = kept?.write(writing, {
          caseId: filing.caseId,
          audience,
          privilege,
          privilegeBasis,
          named: namedOf(going, recipient),
          why: `the paper as it was pressed for ${filing.number}`,
        });
        noteOutput(writing, filing.id, {
          file: name,
          sha256: done.sha256,
          bytes: done.pdf.length,
          pages: done.pages,
          at: now.instant,
          profile: asked.profile,
          ...(recipient !== undefined && { recipient }),
          ...(keptId !== undefined && { item: keptId }),
        });
      },
    }),
    ...(options.signal && { signal: options.signal }),
  }).catch((thrown: unknown) => {
    kept?.discard();
    throw thrown;
  });
  return {
    ...manifest,
    pages: done.pages,
    filing: filing?.number ?? null,
    recipient: recipient ?? null,
    keptAs: keptId === undefined ? null : (house.records.reading().get(keptId)?.number ?? null),
    substituted: done.substituted,
  };
}

/**
 * The paper as it would be now, by the press that would make it, whatever still stands in its way: what is to be approved has to be seen before.
 * Nothing leaves and nothing is noted. Refuses `filing-refused` where no filing chooses what an outgoing paper would hold, and what pressing refuses.
 */
export async function previewFiling(house: PressHouse, asked: PaperAsked, options: PressOptions = {}): Promise<PreviewedFiling> {
  const now = house.clock();
  const { findings, shelf, subject } = preflight(house.records.reading(), asked, now);
  if (asked.profile === 'outgoing' && subject.filing === undefined)
    refuse({ code: 'filing-refused', findings: findings.map(({ number, field, why }) => ({ number, field, why })) });
  const data = paperOf(shelf, subject, asked, now);
  const { pdf, pages, sha256 } = await setPaper(house, asked, data, now, options);
  return { pdf, pages, sha256, content: digestOf(data) };
}

/**
 * What a paper would say now, as a digest: the same as long as its pages say the same, whatever else of the vault changes. Null where there are no pages to look at.
 */
export function contentOf({ shelf, subject }: Preflight, asked: PaperAsked, now: Now): string | null {
  if (asked.profile === 'outgoing' && subject.filing === undefined) return null;
  // A model that the filing did not choose is on no shelf: the finding says so.
  return shelf.get('restricted_model', subject.model.id) === undefined || (subject.order && shelf.get('order', subject.order.id) === undefined)
    ? null
    : digestOf(paperOf(shelf, subject, asked, now));
}
const digestOf = (data: PaperData[Template]): string => createHash('sha256').update(JSON.stringify(data)).digest('hex');

const changedSinceLooked = ({ filing, order, model }: Subject) => ({
  number: (filing ?? order ?? model).number,
  field: 'pages',
  why: 'what the paper says has changed since its pages were looked at. Show them anew before it is made',
});

/** A paper made of what is for named recipients is, as an exhibit, for the one it went to. */
const namedOf = (going: readonly AnyRecord[], recipient: string | undefined): readonly string[] | undefined =>
  recipient !== undefined && going.some((record) => record.named !== undefined) ? [recipient] : undefined;

/** Data to pages, in a job without keys. */
function setPaper(house: PressHouse, asked: PaperAsked, paperData: ReturnType<typeof paperOf>, now: Now, { signal, tell, paper }: PressOptions) {
  const data = house.sample ? { ...paperData, filing: markedAsSample(paperData.filing) } : paperData;
  const common = { template: asked.document, data, instant: now, ...(paper !== undefined && { paper }) };
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  const order = (asked.profile === 'internal' ? { ...common, profile: 'internal', checkpoint: checkpointOf(house) } : { ...common, profile: 'outgoing' }) as PressOrder;
  return pressed(house.runJob, order, { ...(signal && { signal }), ...(tell && { tell }) });
}

const checkpointOf = (house: PressHouse) => {
  const { seq, root } = house.checkpoint();
  return { seq, root };
};

type Output = {
  readonly file: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly pages: number;
  readonly at: number;
  readonly profile: 'internal' | 'outgoing';
  readonly recipient?: string;
  readonly item?: string;
};

/** A signed filing may still note what was pressed of it; nothing else of it changes. */
function noteOutput(writing: Writing, id: string, output: Output): void {
  const filing = writing.require(id);
  const before = Array.isArray(filing.fields.outputs) ? filing.fields.outputs : [];
  writing.update(id, { fields: { outputs: [...before, output] } });
}
