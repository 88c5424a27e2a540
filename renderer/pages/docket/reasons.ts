import { useMemo } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { useRecords } from '../../answers/use-records.ts';
import type { Looking } from '../../../shared/records/binding-hour.ts';
import { isKind, kinds } from '../../../shared/records/kinds.ts';
import { dateThatHolds, type Holding } from '../../../shared/records/kinds/deadline-dates.ts';
import type { AnyRecord } from '../../../shared/records/record.ts';
import { stateLook } from '../../ui/state.tsx';
import { useSame } from '../../ui/use-same.ts';
import { listed } from '../../words/count.ts';
import { factReason } from '../../words/date-facts.ts';
import { inWriting, whenWords } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { deadlineAnswer } from '../deadline/answer.ts';
import { groupOf } from '../../../shared/records/views/docket-groups.ts';
import { hourLine } from './hour-line.ts';

/** The most lines that take a second one: what is late, due today or without a date is read whole to say why. */
const most = 40;

/** Why a line is where it is, in one sentence, by record id, and before it the hour with its zone. Only for lines that have an hour or where the reader must wonder. */
export function useReasons(rows: readonly SlimRow[], at: Looking): ReadonlyMap<string, string> {
  const { today } = at;
  const wanted = useMemo(
    () =>
      rows
        .filter((row) => ['overdue', 'today', 'awaited', 'undated'].includes(groupOf(row, at)))
        .slice(0, most)
        .map((row) => row.number),
    [rows, at],
  );
  const whole = useRecords(wanted);
  // The records are read again after each change of anything; what is said of them seldom changes, and while it does not, no line is drawn again.
  const said = useSame(useMemo(() => whole.flatMap(({ record }) => [record.id, isKind(record, 'deadline') ? deadlineReason(record, today) : otherReason(record)]), [whole, today]));
  return useMemo(() => {
    const found = new Map<string, string>();
    for (const row of rows) {
      const hour = hourLine(row, today);
      if (hour !== '') found.set(row.id, hour);
    }
    for (let at = 0; at < said.length; at += 2) {
      const [id = '', why = ''] = said.slice(at, at + 2);
      if (why !== '') found.set(id, [found.get(id) ?? '', why].filter(Boolean).join(' '));
    }
    return found;
  }, [rows, said, today]);
}

/** What somebody typed may have no full stop; beside another sentence it needs one. */
const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** What is counted, what being late costs: the answer first. */
function deadlineReason({ fields }: RecordOf<'deadline'>, today: string): string {
  const answer = deadlineAnswer(fields.answer);
  const words = fields.consequence === undefined ? undefined : kinds.deadline.fields.consequence.options?.[fields.consequence];
  const cost = words === undefined || fields.side === 'theirs' ? '' : docket.consequence(words);
  // With its hour where two hours of one day would read alike; the zone stands before this sentence.
  const day = (text: string): string => whenWords(text, 'short', today);
  const holds = dateThatHolds(fields);
  if (answer === null || (holds !== null && holds.by !== 'rule')) return [recordedReason(fields, holds?.by), cost].filter(Boolean).map(sentence).join(' ');
  // The date that starts the time is in doubt: the answer says so, and the line stands under the cautious day.
  if (answer.due === null && answer.safe !== null) return [inWriting(answer.reason ?? docket.noDate), cost].filter(Boolean).map(sentence).join(' ');
  if (answer.due === null) return answer.missing.length > 0 ? docket.missing(listed(answer.missing.map((name) => name.replaceAll('_', ' ')))) : (answer.reason ?? docket.noDate);
  return [answer.safe !== null && answer.safe !== answer.due ? docket.dueNote(day(answer.due), day(answer.safe)) : (fields.act ?? ''), cost]
    .filter(Boolean)
    .map(sentence)
    .join(' ');
}

/** Why a date that a person recorded holds, as far as the record says. */
function recordedReason(fields: RecordOf<'deadline'>['fields'], by: Holding['by'] | undefined): string {
  if (by === 'override') return docket.setAside(fields.override?.reason ?? '');
  if (by === 'extension') return docket.extended;
  return fields.date === undefined ? docket.noDate : factReason(fields.date) || (fields.source ?? '');
}

function otherReason({ kind, state, fields }: AnyRecord): string {
  const why = fields['blockedBy'];
  return [docket.stateIs(stateLook(kind, state).word), typeof why === 'string' ? why : ''].filter(Boolean).map(sentence).join(' ');
}
