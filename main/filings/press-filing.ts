import type { Clock } from '../../shared/calendar/clock.ts';
import { dayText } from '../../shared/calendar/day.ts';
import { momentAt } from '../../shared/calendar/instant.ts';
import { refuse } from '../../shared/failure/failure.ts';
import type { Destination } from '../exchange/destination.ts';
import { release, type Manifest } from '../exchange/release.ts';
import type { RunJob } from '../jobs/run-job.ts';
import type { Records } from '../records/records.ts';
import type { Writing } from '../records/writing.ts';
import { fileName } from './file-name.ts';
import { paperOf, type PaperAsked } from './paper-of.ts';
import { preflight } from './preflight.ts';
import { titles } from './press/paper.ts';
import type { PressOrder, PressProgress } from './press/press.ts';
import { pressed } from './press/press-job.ts';

/** What pressing needs of the house. */
export interface PressHouse {
  readonly records: Records;
  /** The head of the journal as it is signed now: printed on internal papers. */
  readonly checkpoint: () => { readonly seq: number; readonly root: string };
  readonly clock: Clock;
  readonly runJob: RunJob;
}
export interface PressedFiling extends Manifest {
  readonly pages: number;
  /** Number of the filing it was pressed for. */
  readonly filing: string | null;
  /** Characters that no font has, shown by code point. */
  readonly substituted: number;
}
export interface PressOptions {
  readonly signal?: AbortSignal;
  readonly tell?: (progress: PressProgress) => void;
  readonly paper?: 'us-letter' | 'a4';
  /** Who receives it, by name: a paper made of what is for named recipients goes to one of them and to nobody else. */
  readonly recipient?: string | undefined;
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
  const records = shelf.taken();
  const { runJob } = house;
  const common = { template: asked.document, data, instant: now, ...(options.paper !== undefined && { paper: options.paper }) };
  // Proof of the cast: `paperOf` gives the data of the document that was asked for.
  const order = (asked.profile === 'internal' ? { ...common, profile: 'internal', checkpoint: checkpointOf(house) } : { ...common, profile: 'outgoing' }) as PressOrder;
  const done = await pressed(runJob, order, { ...(options.signal && { signal: options.signal }), ...(options.tell && { tell: options.tell }) });

  const name = fileName(asked.document, asked.profile, dayText(momentAt(now.instant, now.zone).day));
  const manifest = await release(house.records, {
    what: `${titles[asked.document]} of ${subject.model.number}`,
    format: 'pdf',
    audience,
    recipient: options.recipient,
    caseId: subject.model.caseId,
    ...(subject.filing && { subject: subject.filing.id }),
    records,
    ifWithheld: 'refuse',
    ...(asked.profile === 'internal' && { privilegedBecause: 'a paper for counsel, stamped as an internal privileged draft' }),
    destination: to(name),
    make: () => [done.pdf],
    ...(subject.filing && {
      alongside: (writing: Writing) =>
        noteOutput(writing, subject.filing?.id ?? '', { file: name, sha256: done.sha256, bytes: done.pdf.length, pages: done.pages, at: now.instant, profile: asked.profile }),
    }),
    ...(options.signal && { signal: options.signal }),
  });
  return { ...manifest, pages: done.pages, filing: subject.filing?.number ?? null, substituted: done.substituted };
}

const checkpointOf = (house: PressHouse) => {
  const { seq, root } = house.checkpoint();
  return { seq, root };
};

type Output = { readonly file: string; readonly sha256: string; readonly bytes: number; readonly pages: number; readonly at: number; readonly profile: 'internal' | 'outgoing' };

/** A signed filing may still note what was pressed of it; nothing else of it changes. */
function noteOutput(writing: Writing, id: string, output: Output): void {
  const filing = writing.require(id);
  const before = Array.isArray(filing.fields.outputs) ? filing.fields.outputs : [];
  writing.update(id, { fields: { outputs: [...before, output] } });
}
