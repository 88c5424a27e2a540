import type { EvidenceRequest } from './evidence-request.ts';

type Item = NonNullable<EvidenceRequest['fields']['items']>[number];
const unanswered = ['none', 'not_in_detail', 'partial', 'deferred'];
const withheld = ['withheld', 'privilege', 'objection', 'refused'];
const ours = ['from_government', 'from_court_opponent', 'from_third_party'];

export function chaseProblems(request: EvidenceRequest): string[] {
  const numbers = (request.fields.items ?? []).map((item) => item.number);
  const days = request.fields.chaseAfterDays;
  return [
    ...numbers.filter((number, i) => numbers.indexOf(number) !== i).map((number) => `Two items are numbered ${number}.`),
    ...(days !== undefined && days < 0 ? ['The days before chasing cannot be fewer than none.'] : []),
  ];
}

/** Items that still wait for an answer, or for the rest of one. */
export function openItems(request: Pick<EvidenceRequest, 'fields'>): Item[] {
  return (request.fields.items ?? []).filter((item) => unanswered.includes(item.answer) && item.state !== 'closed' && item.state !== 'withdrawn_by_requester');
}

export function everyItemAnswered(request: EvidenceRequest): string[] {
  if ((request.fields.items ?? []).length === 0) return ['It has no items: what was answered is not recorded.'];
  return openItems(request).map((item) => `Item ${item.number} is not answered in full.`);
}

/** Every withheld document is explained so that the claim can be judged (FRCP 26(b)(5)(A)). Asked of our own answers only. */
export function withheldExplained(request: EvidenceRequest): string[] {
  if (!ours.includes(request.fields.direction)) return [];
  return (request.fields.items ?? [])
    .filter((item) => withheld.includes(item.answer) && item.withheldBecause === undefined && item.objection === undefined)
    .map((item) => `Item ${item.number} is withheld and nothing says why.`);
}

export function itemsClosed(request: EvidenceRequest): string[] {
  return request.fields.closedWithout === undefined ? everyItemAnswered(request) : [];
}
