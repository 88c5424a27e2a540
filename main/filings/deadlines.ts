import { deadlineSheet, holdingDate } from './deadline-sheet.ts';
import type { Desk, Of } from './desk.ts';
import type { DeadlineSheet, Words } from './press/paper.ts';
import type { Profile } from './press/press.ts';

/** Deadlines that arise from the orders, their obligations, requests and plans or from the model, by the date that holds; open ones first. */
export function deadlinesOf(desk: Desk, requests: readonly Of<'evidence_request'>[]): Of<'deadline'>[] {
  const { shelf, orders, model } = desk;
  const arising = [model.id, ...orders.map((order) => order.id), ...requests.map((one) => one.id)].flatMap((id) => shelf.linking('deadline', id, 'arises_from'));
  const named = [...orders.flatMap((order) => [...(order.fields.obligations ?? []).map((one) => one.due), ...(order.fields.reviewDeadlines ?? [])]), ...requests.flatMap((one) => one.fields.deadlines ?? [])];
  const all = [...arising, ...named.flatMap((id) => shelf.get('deadline', id) ?? [])];
  const open = (one: Of<'deadline'>) => (['met', 'done_late', 'waived', 'superseded', 'not_applicable'].includes(one.state) ? 1 : 0);
  return [...new Map(all.map((one) => [one.id, one])).values()]
    .filter((one) => one.state !== 'superseded' && one.state !== 'not_applicable')
    .sort((a, b) => open(a) - open(b) || sortKey(a, desk.profile).localeCompare(sortKey(b, desk.profile)) || a.number.localeCompare(b.number));
}

/** Dates that are not known come last: they cannot be early. */
function sortKey(one: Of<'deadline'>, profile: Profile): string {
  const date = holdingDate(one, profile);
  if (date === null) return '9999';
  if ('value' in date) return date.value;
  if ('disputed' in date) return date.disputed.map((reading) => reading.value).sort()[0] ?? '9999';
  return 'from' in date ? (date.from ?? '9999') : '9999';
}

export const deadlineSheets = (desk: Desk, deadlines: readonly Of<'deadline'>[]): DeadlineSheet[] => deadlines.map((one) => deadlineSheet(desk, one));

/** What stands where there are none. A paper that leaves says no more than that. */
export const noDeadlines = (desk: Desk): Words => (desk.profile === 'outgoing' ? 'None is stated in this paper.' : 'None is recorded that arises from the orders in this paper.');

/** The first open one with a date, for the front page. */
export function nextDeadline(deadlines: readonly Of<'deadline'>[], profile: Profile): Of<'deadline'> | undefined {
  return deadlines.find((one) => one.fields.side === 'ours' && ['proposed', 'confirmed', 'active', 'extended', 'late'].includes(one.state) && sortKey(one, profile) !== '9999');
}
