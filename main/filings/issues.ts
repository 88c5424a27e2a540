import { byNumber } from '../../shared/records/by-number.ts';
import type { Desk, Of } from './desk.ts';
import { issueSheet } from './issue-sheet.ts';
import type { IssueSheet } from './press/paper.ts';

/** Disputed issues about the model or the orders, oldest first. Characterizations, policy and motives kept out of statements of fact stand here all the same: as issues, with who says them. */
export function issuesOf(desk: Desk): IssueSheet[] {
  const about = [desk.model.id, ...desk.orders.map((order) => order.id)].flatMap((id) => desk.shelf.linking('assertion', id, 'about'));
  const named = (desk.model.fields.assertions ?? []).flatMap((id): Of<'assertion'>[] => {
    const found = desk.shelf.get('assertion', id);
    return found === undefined ? [] : [found];
  });
  const all = new Map([...about, ...named].map((one) => [one.id, one]));
  return [...all.values()].sort(byNumber).map((one) => issueSheet(desk, one));
}
