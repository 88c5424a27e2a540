import { dueStanding, type Looking } from '../../../shared/records/binding-hour.ts';
import { hourOfFact, safeDay } from '../../../shared/records/date-fact.ts';
import { kinds, type RecordOf } from '../../../shared/records/kinds.ts';
import { answerOverdue, weAsked } from '../../../shared/records/views/owed.ts';
import { stateLook, type Look } from '../../ui/state.tsx';
import { daysBetween } from '../../words/dates.ts';
import { requests as words } from '../../words/requests.ts';

/** A request to us that is late says so; that an answer of others is overdue is said, and never drawn as our lateness. */
export function requestState(request: RecordOf<'evidence_request'>, at: Looking): Look {
  const due = safeDay(request.fields.answerBy);
  const closed = 'closed' in (kinds.evidence_request.states[request.state as keyof typeof kinds.evidence_request.states] ?? {}) || request.state === 'complied';
  if (!weAsked(request) && !closed && due !== null && dueStanding(due, hourOfFact(request.fields.answerBy), at).passed)
    return { shape: 'triangle', tone: 'late', word: due < at.today ? words.daysLate(daysBetween(due, at.today)) : words.lateNow };
  const overdue = answerOverdue(request, at);
  if (overdue !== null) return { ...stateLook('evidence_request', request.state), tone: 'wait', word: words.theirsOverdue(overdue) };
  return stateLook('evidence_request', request.state);
}
