import type { EvidenceRequest } from '../kinds/evidence-request.ts';
import { openItems } from '../kinds/evidence-request-guards.ts';
import { parseDay } from '../../calendar/day.ts';
import type { Looking } from '../binding-hour.ts';
import { latestDay } from '../date-fact.ts';
import { lastMomentOf } from '../last-moment.ts';
import { oldest, type Ageing } from './ageing.ts';

/** Days after which an answer that is only awaited is asked for again, where the request does not say. */
export const usualChase = 14;

/** Whether we asked, and they owe. */
export const weAsked = (request: Pick<EvidenceRequest, 'fields'>): boolean => !request.fields.direction.startsWith('from_');

/**
 * For how many whole days the answer to a request of ours has been overdue by the day and the hour its paper names, 0 within the first; null where it is not, where nothing waits
 * any more, or where no such day is named. By the clocks that bind, and on the latest reading: what others owe is not called overdue while they may still be in time.
 */
export function answerOverdue({ fields, state }: Pick<EvidenceRequest, 'fields' | 'state'>, { now, zone, today }: Looking): number | null {
  const waits = (fields.items ?? []).length === 0 ? !atRest.includes(state) : state !== 'draft' && openItems({ fields }).length > 0;
  if (!weAsked({ fields }) || fields.answerBy === undefined || !waits) return null;
  const last = lastMomentOf(fields.answerBy, zone);
  if (last === null || now <= last.at) return null;
  const [from, to] = [latestDay(fields.answerBy), today].map((day) => (day === null ? null : parseDay(day)));
  return from == null || to == null ? 0 : Math.max(0, to - from);
}
/** States of a request without items in which nobody waits for its answer. */
const atRest: readonly string[] = ['draft', 'complied', 'closed', 'withdrawn'];

/** A request of ours that waits for an answer: how long its oldest open item has, and after how many days it is to be asked for again. */
export interface Owed {
  readonly request: EvidenceRequest;
  readonly age: Ageing & { readonly waiting: number; readonly of: number };
  readonly chaseAt: number;
}

/** The requests of ours that still wait, the oldest first; those whose age is not known come last. */
export function owedToUs(requests: readonly EvidenceRequest[], today: string): readonly Owed[] {
  return requests
    .flatMap((request): Owed[] => {
      const age = weAsked(request) ? oldest(request, today) : null;
      return age === null ? [] : [{ request, age, chaseAt: request.fields.chaseAfterDays ?? usualChase }];
    })
    .sort((a, b) => (b.age.days ?? -1) - (a.age.days ?? -1));
}
