import type { RecordOf } from '../../../shared/records/kinds.ts';
import { earliestDay, type DateFact } from '../../../shared/records/date-fact.ts';
import type { Whole } from '../../answers/use-records.ts';
import { daysBetween } from '../../words/dates.ts';

type Request = RecordOf<'evidence_request'>;
export type Item = NonNullable<Request['fields']['items']>[number];

/** Answers that leave nothing owed. */
const settled: readonly string[] = ['full', 'none_located'];
/** Whether the other side still owes something on this item. */
export const isOwed = (item: Item): boolean => !settled.includes(item.answer) && item.state !== 'withdrawn_by_requester';

export function answeredItems(request: Request): { readonly open: number; readonly all: number } {
  const items = request.fields.items ?? [];
  return { open: items.filter(isOwed).length, all: items.length };
}

export interface Age {
  readonly days: number;
  /** The day it was asked is not certain: it has been owed for at least so long. */
  readonly atLeast: boolean;
}

/** Days from the latest day the fact allows to `today`; null where it allows any. A count that begins on an uncertain day is "at least". */
export function ageFrom(fact: DateFact | undefined, today: string): Age | null {
  if (fact === undefined) return null;
  const latest = fact.certainty === 'range' ? (fact.latest ?? null) : fact.certainty === 'disputed' ? ([...fact.readings.map((one) => one.day)].sort().at(-1) ?? null) : earliestDay(fact);
  return latest === null ? null : { days: Math.max(0, daysBetween(latest, today)), atLeast: fact.certainty !== 'exact' };
}

/** For how long the request has been owed an answer. */
export const ageOf = (request: Request, today: string): Age | null => ageFrom(request.fields.asked, today);

/** The other side of a request, by name; empty where it is not recorded. */
export function partyOf(whole: Whole): string {
  const ours = String(whole.record.fields['direction'] ?? '').startsWith('from_');
  const id = whole.record.fields[ours ? 'from' : 'to'];
  return whole.links.find((link) => link.id === id)?.title ?? '';
}
/** Whether we asked, and they owe. */
export const weAsked = (request: Request): boolean => !request.fields.direction.startsWith('from_');
