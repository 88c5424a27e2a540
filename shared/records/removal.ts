import type { Fields } from './field.ts';
import type { Guard, Look } from './kind.ts';
import { linksIn } from './links.ts';
import type { AnyRecord } from './record.ts';

/** States in which a legal hold binds. A draft binds nobody yet; a partly released one still holds what it names. */
const binding = ['issued', 'active', 'expanded', 'released_partial'];

/** Legal holds that bind whatever has one of these ids: itself, its case, or a model it concerns. */
export function holdsOn(ids: readonly string[], look: Pick<Look, 'linkingTo'>): AnyRecord[] {
  const holds = ids.flatMap((id) => look.linkingTo(id, 'holds')).filter((record) => record.kind === 'legal_hold' && binding.includes(record.state));
  return [...new Map(holds.map((hold) => [hold.id, hold])).values()];
}

/**
 * Requests by an agency that reach the record. 15 CFR 762.6(b): what any agency has asked for may not be destroyed without its
 * written authorization, however old it is and whether or not the request is closed.
 */
export function agencyRequestsOn(record: AnyRecord, look: Look): AnyRecord[] {
  const asking = [...look.linkingTo(record.id, 'responsive'), ...(record.kind === 'evidence_request' ? [record] : [])];
  const bind = asking.filter(
    (request) => request.kind === 'evidence_request' && request.fields['direction'] === 'from_government' && request.fields['destructionPermission'] === undefined,
  );
  return [...new Map(bind.map((request) => [request.id, request])).values()];
}

/** No removal under a hold or under an agency's request (domain.md §2.0 V4, §7 U7). Every kind carries it. */
export function removalGuard<F extends Fields>(fields: F): Guard<F> {
  return {
    name: 'held',
    on: 'remove',
    check: (record, look) => {
      const models = linksIn(fields, record.fields)
        .filter((link) => look.get(link.to)?.kind === 'restricted_model')
        .map((link) => link.to);
      const ids = [record.id, ...(record.caseId === null ? [] : [record.caseId]), ...models];
      const own = record.kind === 'legal_hold' && binding.includes(record.state) ? [`${record.number} is a legal hold in force.`] : [];
      return [
        ...own,
        ...holdsOn(ids, look).map((hold) => `${hold.number} holds it: nothing under a legal hold may be removed.`),
        ...agencyRequestsOn(record, look).map(
          (request) => `${request.number} asks for it: what an agency has asked for may not be destroyed without its written authorization (15 CFR 762.6(b)).`,
        ),
      ];
    },
  };
}
