import { ruleIn, type LawBook } from '../../law/law-book.ts';
import { reviewOf, type Seeing } from '../approvals.ts';
import { dateThatHolds } from '../kinds/deadline-dates.ts';
import { deadlineApprovals } from '../kinds/deadline-guards.ts';
import type { Deadline } from '../kinds/deadline.ts';

/**
 * Whether counsel stands behind the date that holds (domain.md §7 U2): a person recorded it, or counsel confirmed the rule or this deadline. One of which no date holds
 * says nothing that could be wrong.
 */
export function confirmed(one: Deadline, { seeing, law }: { readonly seeing: Seeing; readonly law: LawBook }): boolean {
  const holds = dateThatHolds(one.fields);
  if (holds === null || holds.by !== 'rule') return true;
  const { ruleId } = one.fields;
  return reviewOf(one, deadlineApprovals, seeing).by !== null || (ruleId !== undefined && ruleIn(law, ruleId)?.confirmed_by != null);
}
