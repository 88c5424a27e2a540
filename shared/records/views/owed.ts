import type { EvidenceRequest } from '../kinds/evidence-request.ts';
import { oldest, type Ageing } from './ageing.ts';

/** Days after which an answer that is only awaited is asked for again, where the request does not say. */
export const usualChase = 14;

/** Whether we asked, and they owe. */
export const weAsked = (request: Pick<EvidenceRequest, 'fields'>): boolean => !request.fields.direction.startsWith('from_');

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
