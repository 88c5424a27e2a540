import type { Step } from '../../ui/steps.tsx';
import { deadline as words } from '../../words/deadline.ts';
import type { DeadlineAnswer } from './answer.ts';
import { parseDay } from '../../../shared/calendar/day.ts';
import { dayWords } from '../../../shared/calendar/day-words.ts';
import { inWriting } from '../../words/dates.ts';

/** A date as the evaluator's sentences write it. */
const date = /(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) \d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4}/g;

/** The evaluator's sentences as a ledger: each with the day it leads to, the last that gives the due day and the one that gives the file-by date marked. Dates are written as the person wants them. */
export function ledger(answer: DeadlineAnswer): readonly Step[] {
  const named = (day: string | null): string => {
    const read = day === null ? null : parseDay(day.slice(0, 10));
    return read === null ? '' : dayWords(read);
  };
  const [due, safe] = [named(answer.due), named(answer.safe)];
  const leads = answer.steps.map((step) => step.match(date)?.at(-1) ?? '');
  const last = leads.lastIndexOf(due);
  return answer.steps.map((sentence, i) => {
    const outcome = i === last && due !== '' ? 'due' : safe !== due && safe !== '' && leads[i] === safe ? 'safe' : null;
    return {
      words: inWriting(sentence),
      date: inWriting(leads[i] ?? '').replaceAll(' ', '\u00a0'),
      rule: i === 0 ? answer.citation : outcome === 'safe' ? words.earliest : '',
      ...(outcome !== null && { outcome }),
    };
  });
}
