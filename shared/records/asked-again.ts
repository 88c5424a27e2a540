import type { DateFact } from './date-fact.ts';
import { kindNamed } from './kinds.ts';
import type { AnyRecord } from './record.ts';

/** That an answer was asked for again: when, and how. */
export interface AskedAgain {
  readonly on: DateFact;
  readonly how?: string | undefined;
}

/** Why it cannot be recorded of this record that we asked again; null where it can. */
export function notAskedAgain(record: AnyRecord): string | null {
  if (record.kind !== 'evidence_request') return 'It is no evidence request.';
  if (String(record.fields['direction'] ?? '').startsWith('from_')) return 'It was put to us: there is nobody whom we ask.';
  if (record.state === 'draft') return 'It was not sent yet.';
  if (kindNamed(record.kind)?.states[record.state]?.closed) return 'It is closed.';
  return null;
}

/** The times a request was asked again, and this one. */
export function withAskedAgain(record: AnyRecord, { on, how }: AskedAgain): readonly unknown[] {
  const held: unknown = record.fields['chased'];
  return [...(Array.isArray(held) ? (held as readonly unknown[]) : []), { on, ...(how !== undefined && how !== '' && { how }) }];
}
