import { refuse, type Failure } from '../../shared/failure/failure.ts';
import { notPlain } from './plain-files.ts';
import { failureOf } from './system-failure.ts';

/** One thing that is not as it was written: the file or part, and what is wrong with it. Never the content of a record. */
export interface Finding {
  readonly part: string;
  readonly what: string;
  /** What the drive refused, where that is why this stands here: it says nothing of the bytes. */
  readonly unchecked?: Failure;
}

/** The failure that says nothing of the bytes: the drive is full, cannot be written to, or does not give them; null for any other, also where something else stands in the place of a file. */
export function ofDrive(failure: Failure | null): Failure | null {
  if (failure?.code === 'file-unreadable') return failure.why === notPlain ? null : failure;
  return failure?.code === 'disk-full' || failure?.code === 'file-unwritable' ? failure : null;
}

/** A finding that is there because `error` was thrown. */
export function findingOf(part: string, what: string, error: unknown): Finding {
  const unchecked = ofDrive(failureOf(error, part));
  return { part, what, ...(unchecked && { unchecked }) };
}

/** Refuses with what the drive refused, where that is all that a check found: whoever reads "damaged" looks for a backup, and this wants room or another drive. */
export function refuseUnchecked(findings: readonly Finding[]): void {
  const [failure] = findings.flatMap(({ unchecked }) => unchecked ?? []);
  if (failure && findings.every(({ unchecked }) => unchecked)) refuse(failure);
}
