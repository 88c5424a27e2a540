import { byNumber } from '../../shared/records/by-number.ts';
import { evidenceRequest as kind } from '../../shared/records/kinds/evidence-request.ts';
import { ageOn, cellDate, inWords } from './paper-date.ts';
import { partyName, type Desk, type Of } from './desk.ts';
import type { Shelf } from './shelf.ts';
import type { PaperState, RequestRow, Run, Sign } from './press/paper.ts';

type EvidenceRequest = Of<'evidence_request'>;
type Item = NonNullable<EvidenceRequest['fields']['items']>[number];

const outward = ['to_government', 'to_opponent', 'to_third_party', 'foia_out'];
export const isOurs = (one: EvidenceRequest) => outward.includes(one.fields.direction);

const signs: Readonly<Record<string, Sign>> = {
  none: 'none',
  refused: 'none',
  objection: 'none',
  withheld: 'none',
  privilege: 'none',
  classified: 'none',
  deferred: 'open',
  not_in_detail: 'part',
  partial: 'part',
  full: 'done',
  none_located: 'done',
};
/** Answers that leave nothing to wait for. */
const settled = ['full', 'none_located'];

/** Requests about the model or one of the orders, oldest first, each once. */
export function requestsOf(desk: Desk): EvidenceRequest[] {
  return requestsAbout(desk.shelf, [desk.model, ...desk.orders])
    .filter((one) => one.state !== 'draft')
    .sort(byNumber);
}

/** Requests about one of these records, each once, those among them that are only drafted. */
export const requestsAbout = (shelf: Shelf, about: readonly { readonly id: string }[]): EvidenceRequest[] => [
  ...new Map(about.flatMap(({ id }) => shelf.linking('evidence_request', id, 'about')).map((one) => [one.id, one])).values(),
];

/** A row for every item asked for, with its answer and how long it has been open. A silence is recorded as silence. */
export function requestRows(desk: Desk, requests: readonly EvidenceRequest[]): RequestRow[] {
  return requests.flatMap((one) =>
    (one.fields.items ?? []).map(
      (item): RequestRow => ({
        number: `${one.number}.${item.number}`,
        words: [{ text: item.text }],
        between: between(desk, one, item),
        answer: answerOf(desk, item),
        age:
          settled.includes(item.answer) || item.state === 'closed' || item.state === 'withdrawn_by_requester'
            ? { words: '—' }
            : ageOn(desk.today, item.asked ?? one.fields.asked ?? one.fields.received),
      }),
    ),
  );
}

function between(desk: Desk, one: EvidenceRequest, item: Item): Run[] {
  const { from, to, asked, received } = one.fields;
  const other = isOurs(one) ? partyName(desk, to) : partyName(desk, from);
  const on = cellDate(item.asked ?? asked ?? received);
  return [isOurs(one) ? 'Of ' : 'By ', other === undefined ? { missing: 'a party not recorded' } : { text: other }, ...(on === null ? [] : [', ', { date: on }])];
}

function answerOf(_desk: Desk, item: Item): PaperState {
  const words = kind.fields.items.fields?.answer?.options?.[item.answer] ?? item.answer;
  return { sign: signs[item.answer] ?? 'open', words: item.answered === undefined || item.answer === 'none' ? words : `${words}, ${inWords(item.answered)}` };
}
