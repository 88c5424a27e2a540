import type { RecordOf } from '../../../shared/records/kinds.ts';
import { dayWordsLong } from '../../../shared/calendar/day-words.ts';
import { parseDay } from '../../../shared/calendar/day.ts';
import { earliestDay } from '../../../shared/records/date-fact.ts';
import { listed } from '../../words/count.ts';
import { requests } from '../../words/requests.ts';
import { oldest } from '../../../shared/records/views/ageing.ts';
import type { Item } from './ageing.ts';

const words = requests.paragraph;
const long = (day: string): string => {
  const parsed = parseDay(day);
  return parsed === null ? day : dayWordsLong(parsed);
};

/** What a filing may say about the silence, true to the day. Counts only what is recorded; says no more than that. */
export function filingParagraph(request: RecordOf<'evidence_request'>, who: string, today: string): string {
  const items = request.fields.items ?? [];
  const asked = request.fields.asked;
  const day = asked === undefined ? null : earliestDay(asked);
  const other = who === '' ? words.theOther : /^(Bureau|Office|Department|Federal|United States|U\.S\.|White House)\b/.test(who) ? `the ${who}` : who;
  const when = day === null ? words.undated : asked?.certainty === 'exact' ? words.on(long(day)) : words.approximately(long(day));
  const chased = (request.fields.chased ?? [])
    .map((one) => earliestDay(one.on))
    .filter((one) => one !== null)
    .map(long);
  const age = oldest(request, today);
  const count = (...answers: Item['answer'][]): number => items.filter((item) => answers.includes(item.answer)).length;
  const parts = [
    [count('full'), words.provided],
    [count('partial'), words.partly],
    [count('not_in_detail'), words.noDetail],
    [count('refused', 'objection', 'withheld', 'privilege', 'classified'), words.refused],
    [count('none_located'), words.located],
    [count('none', 'deferred'), words.silent],
  ] as const;
  const said = parts.filter(([n]) => n > 0).map(([n, say]) => say(n));
  return [
    words.asked(when, other, items.length),
    ...(chased.length === 0 ? [] : [words.again(listed(chased))]),
    `${words.asOf(long(today))}${age?.days == null ? '' : words.after(age.days, age.uncertain)} ${words.state(other, listed(said))}`.replace(
      /(\d{4}) (?=\S)/,
      age?.days == null ? '$1, ' : '$1 ',
    ),
  ].join(' ');
}
