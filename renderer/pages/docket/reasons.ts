import { useMemo } from 'react';
import type { SlimRow } from '../../../shared/contract/contract.ts';
import type { RecordOf } from '../../../shared/records/kinds.ts';
import { useRecords } from '../../answers/use-records.ts';
import { isKind } from '../../../shared/records/kinds.ts';
import { listed } from '../../words/count.ts';
import { dayWords, factReason } from '../../words/dates.ts';
import { docket } from '../../words/docket.ts';
import { deadlineAnswer } from '../deadline/answer.ts';
import { groupOf } from './groups.ts';

/** The most lines that take a second one: what is late, due today or without a date is read whole to say why. */
const most = 40;

/** Why a line is where it is, in one sentence, by record id. Only for lines where the reader must wonder. */
export function useReasons(rows: readonly SlimRow[], today: string): ReadonlyMap<string, string> {
  const wanted = useMemo(() => rows.filter((row) => ['overdue', 'today', 'undated'].includes(groupOf(row, today))).slice(0, most).map((row) => row.number), [rows, today]);
  const whole = useRecords(wanted);
  return useMemo(() => new Map(whole.map(({ record }) => [record.id, isKind(record, 'deadline') ? deadlineReason(record, today) : otherReason(record.fields)] as const).filter(([, why]) => why !== '')), [whole, today]);
}

function deadlineReason({ fields }: RecordOf<'deadline'>, today: string): string {
  const answer = deadlineAnswer(fields.answer);
  if (answer === null) return fields.date === undefined ? docket.noDate : factReason(fields.date) || (fields.source ?? '');
  if (answer.due === null) return answer.missing.length > 0 ? docket.missing(listed(answer.missing.map((name) => name.replaceAll('_', ' ')))) : (answer.reason ?? docket.noDate);
  if (answer.safe !== null && answer.safe !== answer.due) return docket.dueNote(dayWords(answer.due.slice(0, 10), 'short', today), dayWords(answer.safe.slice(0, 10), 'short', today));
  return fields.act ?? '';
}

function otherReason(fields: Readonly<Record<string, unknown>>): string {
  const why = fields['blockedBy'] ?? fields['scope'] ?? '';
  return typeof why === 'string' ? why : '';
}
