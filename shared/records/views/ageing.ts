import { parseDay } from '../../calendar/day.ts';
import { latestDay, type DateFact } from '../date-fact.ts';
import type { EvidenceRequest } from '../kinds/evidence-request.ts';
import { openItems } from '../kinds/evidence-request-guards.ts';

export type RequestItem = NonNullable<EvidenceRequest['fields']['items']>[number];

export interface Ageing {
  /** Days since it was asked, on the latest day it may have been asked: it is at least so old. Null where that day is not known. */
  readonly days: number | null;
  /** The day of asking is not exact. */
  readonly uncertain: boolean;
  /** `41`, `6+`, `about 30` or `unknown`. */
  readonly words: string;
  /** So many days have passed since it was asked or last chased that it is to be chased. Never so where the day is not known. */
  readonly chase: boolean;
}

const daysBetween = (from: string, to: string): number | null => {
  const [a, b] = [parseDay(from), parseDay(to)];
  return a === null || b === null ? null : b - a;
};

/** How long an item has waited, or null when it no longer waits: answered, withdrawn or closed. */
export function ageing(request: Pick<EvidenceRequest, 'fields'>, item: RequestItem, today: string): Ageing | null {
  if (!openItems({ fields: { ...request.fields, items: [item] } }).length) return null;
  const asked: DateFact = item.asked ?? request.fields.asked ?? { certainty: 'unknown' };
  const last = latestDay(asked);
  const days = last === null ? null : daysBetween(last, today);
  if (last === null || days === null || days < 0) return { days: null, uncertain: true, words: 'unknown', chase: false };
  const chases = (request.fields.chased ?? [])
    .map((one) => latestDay(one.on))
    .filter((day): day is string => day !== null && day <= today)
    .sort((one, other) => one.localeCompare(other, 'en'));
  const lastChase = chases.at(-1) ?? last;
  const silent = daysBetween(lastChase > last ? lastChase : last, today) ?? 0;
  const after = request.fields.chaseAfterDays;
  const exact = asked.certainty === 'exact' || (asked.certainty === 'range' && asked.earliest === asked.latest);
  const words = exact ? String(days) : asked.certainty === 'approximate' ? `about ${String(days)}` : `${String(days)}+`;
  return { days, uncertain: !exact, words, chase: after !== undefined && silent >= after };
}

/** The oldest item that still waits, and how many wait; null when none does. What a list of requests shows. */
export function oldest(request: Pick<EvidenceRequest, 'fields'>, today: string): (Ageing & { readonly waiting: number; readonly of: number }) | null {
  const items = request.fields.items ?? [];
  const ages = items.map((item) => ageing(request, item, today)).filter((age) => age !== null);
  const first = [...ages].sort((a, b) => (b.days ?? -1) - (a.days ?? -1))[0];
  return first === undefined ? null : { ...first, chase: ages.some((age) => age.chase), waiting: ages.length, of: items.length };
}
