import { byNumber } from '../../shared/records/by-number.ts';
import { deadline as kind } from '../../shared/records/kinds/deadline.ts';
import { fileBy, lastDay } from '../../shared/records/kinds/deadline-dates.ts';
import { deadlineSheet, holdingDate, isPast } from './deadline-sheet.ts';
import { cellDate } from './paper-date.ts';
import { count, type Desk, type Of } from './desk.ts';
import type { Fact, PaperData, Run, Words } from './press/paper.ts';
import type { Profile } from './press/press.ts';

/** Deadlines that arise from the orders, their obligations, requests and plans or from the model, by the date that holds. */
export function deadlinesOf(desk: Desk, requests: readonly Of<'evidence_request'>[]): Of<'deadline'>[] {
  const { shelf, orders, model } = desk;
  const arising = [model.id, ...orders.map((order) => order.id), ...requests.map((one) => one.id)].flatMap((id) => shelf.linking('deadline', id, 'arises_from'));
  const named = [
    ...orders.flatMap((order) => [...(order.fields.obligations ?? []).map((one) => one.due), ...(order.fields.reviewDeadlines ?? [])]),
    ...requests.flatMap((one) => one.fields.deadlines ?? []),
  ];
  const all = [...arising, ...named.flatMap((id) => shelf.get('deadline', id) ?? [])];
  return [...new Map(all.map((one) => [one.id, one])).values()]
    .filter((one) => one.state !== 'superseded' && one.state !== 'not_applicable')
    .sort((a, b) => sortKey(a, desk.profile).localeCompare(sortKey(b, desk.profile)) || byNumber(a, b));
}

const isOpen = (one: Of<'deadline'>) => !['met', 'done_late', 'waived', 'superseded', 'not_applicable', 'not_timely_relief_sought'].includes(one.state);

/** By the day that every list goes by, outside the company by the last day. Dates that are not known come last: they cannot be early. */
const sortKey = ({ fields }: Of<'deadline'>, profile: Profile): string => (profile === 'internal' ? fileBy(fields) : lastDay(fields)) ?? '9999';

/** The open ones each with its count, the others as rows of a table. */
export function deadlineParts(desk: Desk, deadlines: readonly Of<'deadline'>[]): Pick<PaperData['status-report'], 'deadlines' | 'pastDeadlines'> {
  return { deadlines: deadlines.filter(isOpen).map((one) => deadlineSheet(desk, one)), pastDeadlines: deadlines.filter((one) => !isOpen(one)).map((one) => pastRow(desk, one)) };
}

function pastRow(desk: Desk, one: Of<'deadline'>): PaperData['status-report']['pastDeadlines'][number] {
  const { title, completion } = one.fields;
  return {
    number: one.number,
    words: { text: title },
    due: holdingDate(one, desk.profile) ?? { unknown: null },
    state: { sign: one.state === 'met' ? 'done' : one.state === 'done_late' ? 'late' : 'none', words: kind.states[one.state as keyof typeof kind.states]?.label ?? one.state },
    done: cellDate(completion?.received ?? completion?.acted),
    proof: desk.cite.proof(completion?.proof),
  };
}

/** What stands where there are none. A paper that leaves says no more than that. */
export const noDeadlines = (desk: Desk): Words => (desk.profile === 'outgoing' ? 'None is stated in this paper.' : 'None is recorded that arises from the orders in this paper.');

/** Those of ours that run and have a date. */
const running = (deadlines: readonly Of<'deadline'>[], profile: Profile) =>
  deadlines.filter((one) => one.fields.side === 'ours' && isOpen(one) && one.state !== 'tolled' && sortKey(one, profile) !== '9999');

/** The first open one whose time is not past, for the front page. */
export const nextDeadline = (desk: Pick<Desk, 'looking' | 'profile'>, deadlines: readonly Of<'deadline'>[]): Of<'deadline'> | undefined =>
  running(deadlines, desk.profile).find((one) => !isPast(desk, one));

/** So many stand by name on the front page; all of them in their part. */
const mostNamed = 3;
const named = (one: Of<'deadline'>, i: number): Run[] => [i === 0 ? '' : '; ', { text: one.fields.title }, ' (', { see: `deadline:${one.number}` }, ')'];

/** What comes next, and before it what is past and not done: that stays inside the company. */
export function datesAhead(desk: Desk, deadlines: readonly Of<'deadline'>[]): Fact[] {
  const past = desk.profile === 'internal' ? running(deadlines, desk.profile).filter((one) => isPast(desk, one)) : [];
  const next = nextDeadline(desk, deadlines);
  const date = next === undefined ? null : holdingDate(next, desk.profile);
  return [
    ...(past.length === 0
      ? []
      : [['Overdue', [...past.slice(0, mostNamed).flatMap(named), past.length > mostNamed ? `; and ${count(past.length - mostNamed, 'other', 'others')}.` : '.']] satisfies Fact]),
    [
      'Next date',
      next === undefined || date === null
        ? { missing: desk.profile === 'outgoing' ? 'None is stated.' : `None can be given: no ${past.length === 0 ? '' : 'other '}open deadline of ours has a known date.` }
        : [{ date }, ': ', { text: next.fields.title }, ' (', { see: `deadline:${next.number}` }, ').'],
    ],
  ];
}
