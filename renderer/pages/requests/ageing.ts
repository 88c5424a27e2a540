import { earliestDay, hourOfFact, latestDay, type DateFact, type HourOfDay } from '../../../shared/records/date-fact.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import type { RequestItem } from '../../../shared/records/views/ageing.ts';
import type { Whole } from '../../answers/use-records.ts';
import { daysBetween } from '../../words/dates.ts';

type Request = RecordOf<'evidence_request'>;
export type Item = RequestItem;

/** The other side of a request, by name; empty where it is not recorded. */
export function partyOf(whole: Whole): string {
  const ours = String(whole.record.fields['direction'] ?? '').startsWith('from_');
  const id = whole.record.fields[ours ? 'from' : 'to'];
  return whole.links.find((link) => link.id === id)?.title ?? '';
}

/** The day and the hour by which a request is to be answered. */
export function dueOf(answerBy: DateFact | undefined): { readonly due: string | null; readonly hour?: HourOfDay } {
  const hour = hourOfFact(answerBy);
  return { due: answerBy === undefined ? null : latestDay(answerBy), ...(hour !== null && { hour }) };
}

/** How many items were provided in full. */
export const provided = (request: Request): number => (request.fields.items ?? []).filter((item) => item.answer === 'full').length;

/** Days from asking to the answer; null where one of the two is not known. */
export function answeredAfter(request: Request, item: Item): number | null {
  const asked = item.asked ?? request.fields.asked;
  const [from, to] = [asked === undefined ? null : earliestDay(asked), item.answered === undefined ? null : earliestDay(item.answered)];
  return from === null || to === null ? null : daysBetween(from, to);
}
